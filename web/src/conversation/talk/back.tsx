import { BackLink } from '../../ui/back-link.tsx';

/** The way back to all talk. */
export function Back() {
  return <BackLink to="/talk">All talk</BackLink>;
}
