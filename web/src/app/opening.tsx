import { Logo } from '../ui/logo.tsx';
import classes from './opening.module.css';

/** Stands in while the next page or the session loads; it appears only after a moment, so that quick loads do not flicker. */
export function Opening() {
  return (
    <div className={classes.opening} role="status" aria-label="Loading">
      <Logo size={44} />
    </div>
  );
}
