import { Button, Paper, Title } from '@mantine/core';
import type { Person } from '@secura/domain/people/person';
import { roleLabels } from '@secura/domain/people/vocabulary';
import { useState, type FormEvent } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { isOnline } from '../firebase/online.ts';
import { useMe } from '../firebase/session.ts';
import { updateOwn } from '../firebase/write.ts';
import { notify } from '../ui/notify.ts';
import { useFocusOnError } from '../ui/focus-error.ts';
import { loadPart } from '../ui/load-part.ts';
import { ErrorNote, Note, Page, PageHeader } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './entry.module.css';
import { checkProfile, ProfileFields, type ProfileErrors, type ProfileValues } from './profile-fields.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** One's own name, department, phone and theme. */
export default function AccountPage() {
  const me = useMe();
  const { data, status, error } = useLiveDoc<Person>(`users/${me.uid}`);
  return (
    <Page width={640}>
      <PageHeader title="Your account" intro={`${me.email} · ${me.role ? roleLabels[me.role] : ''}${me.lead ? ', lead' : ''}`} />
      <Paper withBorder p="lg" mb="lg">
        <Title order={2} size="h4" mb="md">
          Profile
        </Title>
        {status === 'loading' && <SkeletonRows rows={3} height={62} />}
        {error && <ErrorNote error={error} />}
        {data && <ProfileForm uid={me.uid} stored={{ name: data.name, department: data.department, phone: data.phone ?? '' }} />}
      </Paper>
      <Paper withBorder p="lg">
        <Title order={2} size="h4" mb="md">
          Appearance
        </Title>
        <ThemeChoice />
      </Paper>
    </Page>
  );
}

function ProfileForm({ uid, stored }: { uid: string; stored: ProfileValues }) {
  const [values, setValues] = useState(stored);
  const [errors, setErrors] = useState<ProfileErrors>({});
  const form = useFocusOnError(errors);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = (['name', 'department', 'phone'] as const).some((field) => values[field].trim() !== stored[field]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setErrors({});
    setProblem(null);
    try {
      const checked = await checkProfile(values);
      if ('errors' in checked) return setErrors(checked.errors);
      await save(checked.profile);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  async function save(profile: ProfileValues): Promise<void> {
    const { acked } = await loadPart(updateOwn(`users/${uid}`, { name: profile.name, department: profile.department, phone: profile.phone || null }));
    setValues(profile);
    if (!isOnline()) return notify({ message: 'Saved here. It is sent when the connection is back.', tone: 'info' });
    await acked.catch((cause: unknown) => {
      throw new Error('This was not saved: the server refused it. Load the page again and try once more.', { cause });
    });
    return notify({
      message: 'Saved',
      undo: () => {
        setValues(stored);
        void updateOwn(`users/${uid}`, { name: stored.name, department: stored.department, phone: stored.phone || null });
      },
    });
  }

  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem && <Note tone="error">{problem}</Note>}
      <ProfileFields values={values} errors={errors} onChange={setValues} />
      <div>
        <Button type="submit" variant="gradient" loading={busy} disabled={!changed}>
          Save
        </Button>
      </div>
    </form>
  );
}
