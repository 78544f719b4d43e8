import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './talk.module.css';

/** The way back to all talk. */
export function Back() {
  return (
    <Link to="/talk" className={classes.back}>
      <IconArrowLeft size={16} aria-hidden="true" /> All talk
    </Link>
  );
}
