import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../firebase/session.ts';
import { Note } from '../ui/page.tsx';
import classes from './shell.module.css';

/** Reminds people to confirm their e-mail address; gone by itself once they have. */
export function VerifyBanner() {
  const me = useMe();
  const [state, setState] = useState<'idle' | 'sending' | 'sent' | { failed: string }>('idle');
  if (me.emailVerified || !me.role) return null;

  async function resend(): Promise<void> {
    setState('sending');
    try {
      const { resendVerification } = await import('../firebase/auth.ts');
      await resendVerification();
      setState('sent');
    } catch (error) {
      setState({ failed: (error as Error).message });
    }
  }

  return (
    <aside aria-label="Your e-mail address" className={classes.banner}>
      <Note
        action={
          <Button size="compact-sm" variant="default" loading={state === 'sending'} disabled={state === 'sent'} onClick={() => void resend()}>
            {state === 'sent' ? 'Sent' : 'Send it again'}
          </Button>
        }
      >
        {typeof state === 'object' ? state.failed : `Please confirm your e-mail address: open the link that we sent to ${me.email}.`}
      </Note>
    </aside>
  );
}
