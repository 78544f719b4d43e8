import { Anchor, Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFocusOnError } from '../ui/focus-error.ts';
import { loadPart } from '../ui/load-part.ts';
import { Note } from '../ui/page.tsx';
import { EntryCard } from './entry-card.tsx';
import classes from './entry.module.css';
import { PasswordField } from './password-field.tsx';

function takeNotice(): string | null {
  try {
    return sessionStorage.getItem('secura.notice');
  } catch {
    return null;
  }
}

/** Signing in; goes on to where the person was headed. */
export default function LoginPage() {
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ message: string; field?: string } | null>(null);
  const form = useFocusOnError(error);
  const [notice] = useState(takeNotice);

  useEffect(() => sessionStorage.removeItem('secura.notice'), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (!email.trim()) return setError({ message: 'Enter your e-mail address.', field: 'email' });
    if (!password) return setError({ message: 'Enter your password.', field: 'password' });
    setBusy(true);
    setError(null);
    try {
      const { signIn } = await loadPart(import('../firebase/auth.ts'));
      await signIn(email, password, { keepOnDevice: !shared });
      // The route guard sees the new session and moves on; the button stays busy until then.
    } catch (problem) {
      setError(problem as { message: string; field?: string });
      setBusy(false);
    }
    return undefined;
  }

  const next = search.get('next');
  const query = next ? `?next=${encodeURIComponent(next)}` : '';

  return (
    <EntryCard
      title="Sign in"
      intro="With the e-mail address of your work."
      foot={
        <>
          New here?{' '}
          <Anchor inherit component={Link} to={`/register${query}`}>
            Create your account
          </Anchor>
        </>
      }
    >
      <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {notice && <Note tone="warning">{notice}</Note>}
        {error && !error.field && <Note tone="error">{error.message}</Note>}
        <TextInput
          label="E-mail address"
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={error?.field === 'email' && error.message}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error?.field === 'password' && error.message}
        />
        <Checkbox
          label="This is a shared computer: keep nothing here"
          description="You stay signed in only until this tab is closed, and unsent reports are not kept."
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" variant="gradient" loading={busy}>
          Sign in
        </Button>
        <div>
          <Anchor component={Link} to="/forgot" size="sm" className={classes.alone}>
            Forgot your password?
          </Anchor>
        </div>
      </form>
    </EntryCard>
  );
}
