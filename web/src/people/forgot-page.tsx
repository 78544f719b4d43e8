import { Anchor, Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useFocusOnError } from '../ui/focus-error.ts';
import { loadPart } from '../ui/load-part.ts';
import { Note } from '../ui/page.tsx';
import { EntryCard } from './entry-card.tsx';
import classes from './entry.module.css';

/** Asks for the mail with which a new password is chosen. */
export default function ForgotPage() {
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle');
  const [error, setError] = useState<{ message: string; field?: string } | null>(null);
  const form = useFocusOnError(error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (state === 'busy') return;
    if (!email.trim()) return setError({ message: 'Enter your e-mail address.', field: 'email' });
    setState('busy');
    setError(null);
    try {
      const { sendPasswordReset } = await loadPart(import('../firebase/auth.ts'));
      await sendPasswordReset(email);
      setState('sent');
    } catch (problem) {
      setError(problem as { message: string; field?: string });
      setState('idle');
    }
    return undefined;
  }

  return (
    <EntryCard
      title="Choose a new password"
      intro="Tell us your e-mail address. We send you a link with which you choose a new password."
      foot={
        <Anchor inherit component={Link} to="/login">
          Back to signing in
        </Anchor>
      }
    >
      {state === 'sent' ? (
        <div role="status">
          <Note tone="success">
            If there is an account for {email.trim()}, the mail is on its way. The link in it works for one hour. Look into the spam folder too.
          </Note>
        </div>
      ) : (
        <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
          {error && !error.field && <Note tone="error">{error.message}</Note>}
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={error?.field === 'email' && error.message}
          />
          <Button type="submit" variant="gradient" loading={state === 'busy'}>
            Send the link
          </Button>
        </form>
      )}
    </EntryCard>
  );
}
