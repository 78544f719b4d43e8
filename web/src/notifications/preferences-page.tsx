import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { severities, severityLabels, type Severity } from '@secura/domain/incidents/vocabulary';
import { noticeLabels, type NoticeKind } from '@secura/domain/notifications/notice';
import { channelsFor, completePreferences, digests, pushes, type Channels, type Digest, type NoticePreferences } from '@secura/domain/notifications/preferences';
import { troubleOf } from '@secura/domain/notifications/mail';
import type { Person } from '@secura/domain/people/person';
import { lazy, Suspense, useState } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { pushExists } from '../firebase/push.ts';
import { useMe } from '../firebase/session.ts';
import { createDoc } from '../firebase/write.ts';
import { BackLink } from '../ui/back-link.tsx';
import ui from '../ui/card.module.css';
import { ErrorNote, Note, Page, PageHeader } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { kindsFor } from './kinds.ts';
import classes from './notifications.module.css';

const Devices = lazy(() => import('./devices.tsx').then((module) => ({ default: module.Devices })));

const digestLabels: Record<Digest, string> = { off: 'Each by itself', daily: 'Together, every day at 8:00', weekly: 'Together, on Mondays at 8:00' };

/** What one is told of, where and when; each change is kept at once. */
export default function PreferencesPage() {
  const me = useMe();
  const path = `users/${me.uid}/settings/notifications`;
  const { data, status, error } = useLiveDoc<NoticePreferences>(path);
  const [problem, setProblem] = useState<string | null>(null);
  // What was chosen last, until the server has it: a second choice builds on the first, however slow the network is.
  const [chosen, setChosen] = useState<NoticePreferences | null>(null);

  async function save(preferences: NoticePreferences): Promise<void> {
    setProblem(null);
    setChosen(preferences);
    const { choices, push, newFrom, quiet, digest } = preferences;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
    try {
      await (await createDoc(path, { choices, push, newFrom, quiet, digest, timeZone })).acked;
      setChosen((latest) => (latest === preferences ? null : latest));
    } catch {
      setChosen(null);
      setProblem('This was not saved: the server refused it. Load the page again and try once more.');
    }
  }

  return (
    <Page width={760}>
      <BackLink to="/inbox">Inbox</BackLink>
      <PageHeader
        title="Notification preferences"
        intro={`For each kind, whether it comes into your inbox here, as e-mail${pushExists ? ', or onto your devices' : ', or both'}. Changes are kept at once.`}
      />
      {(problem ?? error) && <ErrorNote error={problem ?? error?.message ?? ''} />}
      {status === 'loading' && <SkeletonRows rows={6} height={44} />}
      {status === 'ready' && <Form preferences={chosen ?? completePreferences(data ?? undefined)} kinds={kindsFor(me.role)} team={me.role !== 'employee'} onChange={(next) => void save(next)} />}
    </Page>
  );
}

const joined = (inbox: boolean, mail: boolean): Channels => (inbox ? (mail ? 'both' : 'inbox') : mail ? 'mail' : 'none');

interface FormProps {
  preferences: NoticePreferences;
  kinds: readonly NoticeKind[];
  team: boolean;
  onChange(next: NoticePreferences): void;
}

function Form({ preferences, kinds, team, onChange }: FormProps) {
  const set = (change: Partial<NoticePreferences>): void => onChange({ ...preferences, ...change });
  return (
    <div className={ui.cards}>
      <section className={ui.card} aria-labelledby="kinds-title">
        <h2 id="kinds-title">What you are told of</h2>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Inbox</th>
              <th scope="col">E-mail</th>
              {pushExists && <th scope="col">Devices</th>}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => {
              const where = channelsFor(preferences, kind);
              const [inbox, mail] = [where === 'inbox' || where === 'both', where === 'mail' || where === 'both'];
              const choose = (channels: Channels) => set({ choices: { ...preferences.choices, [kind]: channels } });
              return (
                <tr key={kind}>
                  <th scope="row">{noticeLabels[kind]}</th>
                  <td>
                    <Checkbox aria-label={`${noticeLabels[kind]}: inbox`} checked={inbox} onChange={() => choose(joined(!inbox, mail))} />
                  </td>
                  <td>
                    <Checkbox aria-label={`${noticeLabels[kind]}: e-mail`} checked={mail} onChange={() => choose(joined(inbox, !mail))} />
                  </td>
                  {pushExists && (
                    <td>
                      <Checkbox
                        aria-label={`${noticeLabels[kind]}: devices`}
                        checked={pushes(preferences, kind)}
                        onChange={(event) => set({ push: { ...preferences.push, [kind]: event.currentTarget.checked } })}
                      />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {team && (
          <NativeSelect
            mt="md"
            label="New incidents"
            description="One that is not rated yet counts as medium."
            value={preferences.newFrom}
            onChange={(event) => set({ newFrom: event.currentTarget.value as Severity })}
            data={severities.map((value) => ({ value, label: value === 'low' ? 'All' : value === 'critical' ? 'Critical only' : `${severityLabels[value]} and above` }))}
          />
        )}
      </section>
      {pushExists && (
        <Suspense>
          <Devices />
        </Suspense>
      )}
      <section className={ui.card} aria-labelledby="mail-title">
        <h2 id="mail-title">E-mail</h2>
        <Trouble />
        <p className={ui.quiet}>What is critical comes at once, also in quiet hours. Times are in the time zone of this device, {Intl.DateTimeFormat().resolvedOptions().timeZone}.</p>
        <div className={classes.fields}>
          <NativeSelect label="E-mails" value={preferences.digest} onChange={(event) => set({ digest: event.currentTarget.value as Digest })} data={digests.map((value) => ({ value, label: digestLabels[value] }))} />
          <Checkbox
            label={pushExists ? 'Quiet hours, in which neither mail nor devices tell you' : 'Quiet hours, in which no mail is sent'}
            checked={preferences.quiet !== null}
            onChange={(event) => set({ quiet: event.currentTarget.checked ? { from: 20 * 60, to: 7 * 60 } : null })}
          />
          {preferences.quiet && (
            <>
              <TimeField label="From" minutes={preferences.quiet.from} onChange={(from) => set({ quiet: { ...preferences.quiet!, from } })} />
              <TimeField label="Until" minutes={preferences.quiet.to} onChange={(to) => set({ quiet: { ...preferences.quiet!, to } })} />
            </>
          )}
        </div>
      </section>
    </div>
  );
}

/** Says that no mail is sent, and why, where somebody's address does not take it. */
function Trouble() {
  const { data } = useLiveDoc<Person>(`users/${useMe().uid}`);
  const trouble = data && troubleOf(data);
  if (!trouble) return null;
  return (
    <div className={classes.trouble}>
      <Note tone="warning">
        {trouble.state === 'complained' ? `A mail to ${trouble.email} was reported as spam, so none is sent there.` : `Your mail bounces: what was sent to ${trouble.email} came back, so none is sent there.`} What happens still comes into your
        inbox here. {trouble.state === 'bounced' && 'Have your mailbox put right, then ask'}
        {trouble.state === 'complained' && 'If you want mail again, ask'} an administrator to switch it on.
        {trouble.reason && <span className={classes.said}>The mail server said: {trouble.reason}</span>}
      </Note>
    </div>
  );
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function TimeField({ label, minutes, onChange }: { label: string; minutes: number; onChange(minutes: number): void }) {
  return (
    <TextInput
      type="time"
      label={label}
      value={`${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`}
      onChange={(event) => {
        const [hours, rest] = event.currentTarget.value.split(':').map(Number);
        // Half typed it has no value: the stored one stays.
        if (Number.isInteger(hours) && Number.isInteger(rest)) onChange(hours! * 60 + rest!);
      }}
    />
  );
}
