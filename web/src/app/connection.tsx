import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../firebase/online.ts';
import { usePendingWrites } from '../firebase/pending.ts';
import classes from './shell.module.css';

/** "3 changes"; of which a phone has room for the number. */
function Changes({ count, verb = '' }: { count: number; verb?: string }) {
  return (
    <>
      {count}
      <span className={classes.unlessNarrow}>
        {count === 1 ? ' change' : ' changes'}
        {verb}
      </span>
    </>
  );
}

/** Says when the network is gone and how many changes wait for it; silent while all is well. */
export function Connection() {
  const online = useOnline();
  const waiting = usePendingWrites();
  const slow = useLasting(online && waiting > 0, 800);
  if (!online) {
    return (
      <span className={classes.connection} data-state="offline" role="status">
        <IconCloudOff size={16} aria-hidden="true" />
        <span>
          Offline
          {waiting > 0 && (
            <>
              {' · '}
              <Changes count={waiting} verb=" waiting" />
            </>
          )}
        </span>
      </span>
    );
  }
  if (!slow) return null;
  return (
    <span className={classes.connection} data-state="sending" role="status">
      <IconCloudUp size={16} aria-hidden="true" />
      <span>
        Sending <Changes count={waiting} />
      </span>
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
