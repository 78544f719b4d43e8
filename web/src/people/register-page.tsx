import { Anchor, Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { safeNext } from '../app/access.tsx';
import { useFocusOnError } from '../ui/focus-error.ts';
import { Note } from '../ui/page.tsx';
import { EntryCard } from './entry-card.tsx';
import classes from './entry.module.css';
import { registerPerson } from './finish-profile.ts';
import { checkPassword, NewPassword } from './new-password.tsx';
import { checkProfile, ProfileFields, type ProfileErrors } from './profile-fields.tsx';

type Errors = ProfileErrors & { email?: string; password?: string; form?: string };

/** A new account: the sign-in first, the profile right after it. */
export default function RegisterPage() {
  const [search] = useSearchParams();
  const [profile, setProfile] = useState({ name: '', department: '', phone: '' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const form = useFocusOnError(errors);

  const personal = [profile.name, email, profile.department];
  const next = safeNext(search.get('next'));
  const query = next ? `?next=${encodeURIComponent(next)}` : '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setErrors({});
    try {
      const checked = await checkProfile(profile);
      const found: Errors = 'errors' in checked ? { ...checked.errors } : {};
      if (!/^\S+@\S+\.\S+$/.test(email.trim())) found.email = email.trim() ? 'This is not a complete e-mail address.' : 'Enter your e-mail address.';
      const weak = checkPassword(password, personal);
      if (weak) found.password = weak;
      if (Object.keys(found).length > 0 || 'errors' in checked) {
        setErrors(found);
        return setBusy(false);
      }
      // From here on there is a session, and /welcome takes over; it also shows what went wrong with the profile.
      await registerPerson(email, password, checked.profile, { keepOnDevice: !shared });
    } catch (problem) {
      const { message, field } = problem as { message: string; field?: 'email' | 'password' };
      setErrors({ [field ?? 'form']: message });
      setBusy(false);
    }
    return undefined;
  }

  return (
    <EntryCard
      title="Create your account"
      intro="So that you can report incidents and follow what is done about them."
      foot={
        <>
          You have an account?{' '}
          <Anchor inherit component={Link} to={`/login${query}`}>
            Sign in
          </Anchor>
        </>
      }
    >
      <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {errors.form && <Note tone="error">{errors.form}</Note>}
        <ProfileFields values={profile} errors={errors} onChange={setProfile} />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errors.email}
        />
        <NewPassword value={password} personal={personal} error={errors.password} onChange={setPassword} />
        <Checkbox
          label="This is a shared computer: keep nothing here"
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" variant="gradient" loading={busy}>
          Create the account
        </Button>
      </form>
    </EntryCard>
  );
}
