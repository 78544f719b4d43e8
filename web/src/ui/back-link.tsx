import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './page.module.css';

/** The way back to the list that a page belongs to. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={classes.back}>
      <IconArrowLeft size={16} aria-hidden="true" /> {children}
    </Link>
  );
}
