import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/page.tsx';
import { PublicFrame } from '../ui/public-frame.tsx';

/** For addresses that lead nowhere. */
export function NotFound() {
  useEffect(() => {
    document.title = 'Not found · Secura';
  }, []);
  return (
    <PublicFrame>
      <h1 className="visually-hidden">Page not found</h1>
      <EmptyState
        title="There is no page at this address"
        text="It may have been moved, or the address was cut off on its way to you."
        action={
          <Button component={Link} to="/home" variant="gradient">
            Go to the start
          </Button>
        }
      />
    </PublicFrame>
  );
}
