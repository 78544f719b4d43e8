import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../firebase/online.ts';
import { usePendingWrites } from '../firebase/pending.ts';
import classes from './shell.module.css';

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

/** Says when the network is gone and how many changes wait for it; silent while all is well. */
export function Connection() {
  const online = useOnline();
  const waiting = usePendingWrites();
  const slow = useLasting(online && waiting > 0, 800);
  if (!online) {
    return (
      <span className={classes.connection} data-state="offline" role="status">
        <IconCloudOff size={16} aria-hidden="true" />
        {waiting > 0 ? `Offline · ${changes(waiting)} waiting` : 'Offline'}
      </span>
    );
  }
  if (!slow) return null;
  return (
    <span className={classes.connection} data-state="sending" role="status">
      <IconCloudUp size={16} aria-hidden="true" />
      {`Sending ${changes(waiting)}`}
    </span>
  );
}

// A write takes some 30 ms: an indicator that flashes at each one would only be unrest.
function useLasting(active: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(active), active ? ms : 0);
    return () => clearTimeout(timer);
  }, [active, ms]);
  return active && lasting;
}
