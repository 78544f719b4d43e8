import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { Opening } from '../app/opening.tsx';
import { useFocusOnError } from '../ui/focus-error.ts';
import { Note } from '../ui/page.tsx';
import { EntryCard } from './entry-card.tsx';
import classes from './entry.module.css';
import { finishProfile, unfinishedProfile } from './finish-profile.ts';
import { checkProfile, ProfileFields, type ProfileErrors } from './profile-fields.tsx';

/** Completes the profile of somebody who has a sign-in and nothing else; the guard moves on once there is a role. */
export default function WelcomePage() {
  const [{ values: entered, done }] = useState(unfinishedProfile);
  const [values, setValues] = useState(entered);
  const [errors, setErrors] = useState<ProfileErrors>({});
  const form = useFocusOnError(errors);
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<'waiting' | 'idle' | 'busy'>(done ? 'waiting' : 'idle');

  useEffect(() => {
    done?.catch((error: Error) => {
      setProblem(error.message);
      setState('idle');
    });
  }, [done]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (state === 'busy') return;
    setState('busy');
    setProblem(null);
    setErrors({});
    try {
      const checked = await checkProfile(values);
      if ('errors' in checked) setErrors(checked.errors);
      else await finishProfile(checked.profile);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setState('idle');
    }
  }

  if (state === 'waiting') return <Opening />;
  return (
    <EntryCard framed={false} title="Complete your profile" intro="Your sign-in exists. A few words about you, and you are done.">
      <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && <Note tone="error">{problem}</Note>}
        <ProfileFields values={values} errors={errors} onChange={setValues} />
        <Button type="submit" variant="gradient" loading={state === 'busy'}>
          Continue
        </Button>
      </form>
    </EntryCard>
  );
}
