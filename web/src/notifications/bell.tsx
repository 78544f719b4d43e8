import { IconBell } from '@tabler/icons-react';
import { NavLink, useLocation } from 'react-router';
import classes from './bell.module.css';
import { mostCounted, useUnread } from './use-unread.ts';

/** The way to the inbox, with how many notices are unread. */
export function Bell({ uid }: { uid: string }) {
  const { pathname } = useLocation();
  const count = useUnread(uid, pathname).length;
  const shown = count > mostCounted ? `${mostCounted}+` : String(count);
  return (
    <NavLink to="/inbox" end className={classes.bell} aria-label={count > 0 ? `Inbox, ${shown} unread` : 'Inbox'}>
      <IconBell size={20} aria-hidden="true" />
      {count > 0 && (
        <span className={classes.count} aria-hidden="true">
          {shown}
        </span>
      )}
    </NavLink>
  );
}
