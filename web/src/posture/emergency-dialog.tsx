import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Incident } from '@secura/domain/incidents/incident';
import { queueQuery } from '@secura/domain/incidents/queue';
import { activeStatuses, severityLabels } from '@secura/domain/incidents/vocabulary';
import type { AlertAudience } from '@secura/domain/notifications/audience';
import type { Roster } from '@secura/domain/people/person';
import { createId } from '@secura/domain/platform/ids';
import { emergencyRoleDuties, emergencyRoleLabels, emergencyRoles, type EmergencyRole } from '@secura/domain/posture/emergency';
import { DeclareEmergencyInput } from '@secura/domain/posture/operations';
import { threatLevelLabels } from '@secura/domain/posture/threat-level';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import { useMe } from '../firebase/session.ts';
import { AudienceFields } from '../ui/audience-fields.tsx';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import classes from './posture.module.css';

const raised = ['elevated', 'high', 'severe'] as const;
const offered = 25;

/** One step for the first minutes: what about, who does what, what everybody is told. Typed once more before it happens. */
export function EmergencyDialog({ about, onClose }: { about: string; onClose(): void }) {
  const me = useMe();
  const navigate = useNavigate();
  const { incidents, loading, error: unread } = useChoice(about);
  const members = Object.entries(useLiveDoc<Roster>('team/roster').data?.members ?? {}).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  // One id for all attempts: if an answer got lost, the next one finds the emergency of the first.
  const [id] = useState(() => createId());
  const [incidentId, setIncidentId] = useState(about);
  const [team, setTeam] = useState<Record<EmergencyRole, string>>({ commander: me.uid, scribe: '', communications: '' });
  const [alert, setAlert] = useState({ title: '', text: '', audience: { roles: [], departments: [] } as AlertAudience });
  const [level, setLevel] = useState<string>('severe');
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const number = incidents.find((incident) => incident.id === incidentId)?.number ?? null;

  /** What is being put right is no mistake any more. */
  function mended(field: string): void {
    setErrors(({ [field]: _mended, ...others }) => others);
  }

  async function declare(): Promise<void> {
    const checked = DeclareEmergencyInput.safeParse({ id, incidentId, team, alert: { ...alert, hours: 24 }, level });
    const found: Record<string, string> = {};
    if (!checked.success) for (const { path, message } of checked.error.issues) found[fieldOf(path)] ??= message;
    if (!number) found['incidentId'] = 'Choose the incident.';
    else if (typed.trim().toUpperCase() !== number) found['typed'] = `Type ${number} to confirm.`;
    setErrors(found);
    if (!checked.success || Object.keys(found).length > 0) {
      document.getElementById(`emergency-${Object.keys(found)[0]!}`)?.focus();
      return;
    }
    setProblem(null);
    setSending(true);
    try {
      await callOperation('posture.declareEmergency', checked.data);
      notify({ message: `Emergency declared about ${number!}. This is its room.` });
      onClose();
      await navigate(`/talk/rooms/${id}`);
    } catch (error) {
      setProblem((error as Error).message);
      setSending(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title="Declare an emergency" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!sending) void declare();
        }}
      >
        <Stack gap="lg">
          <Text size="sm">In one step: a room for the team, a critical alert, the threat level raised, and these people assigned to the incident with their roles.</Text>
          {unread && <ErrorNote error={unread} />}
          <NativeSelect
            id="emergency-incidentId"
            label="About which incident?"
            required
            data-autofocus
            error={errors['incidentId']}
            value={incidentId}
            onChange={(event) => {
              setIncidentId(event.currentTarget.value);
              mended('incidentId');
            }}
            data={[{ value: '', label: loading ? 'Loading …' : 'Choose an incident' }, ...incidents.map(({ id: value, number: name, title, severity }) => ({ value, label: `${name ?? 'Unregistered'} · ${severity ? severityLabels[severity] : 'Not rated'} · ${title}` }))]}
          />
          <fieldset className={classes.part}>
            <legend>Who does what</legend>
            {emergencyRoles.map((role) => (
              <NativeSelect
                key={role}
                id={`emergency-team.${role}`}
                label={emergencyRoleLabels[role]}
                description={emergencyRoleDuties[role]}
                required
                error={errors[`team.${role}`]}
                value={team[role]}
                onChange={(event) => {
                  setTeam({ ...team, [role]: event.currentTarget.value });
                  mended(`team.${role}`);
                }}
                data={[{ value: '', label: 'Choose somebody' }, ...members.map(([value, { name }]) => ({ value, label: name }))]}
              />
            ))}
          </fieldset>
          <fieldset className={classes.part}>
            <legend>What people are told, and asked to acknowledge</legend>
            <TextInput
              id="emergency-alert.title"
              label="Title"
              required
              autoComplete="off"
              value={alert.title}
              error={errors['alert.title']}
              onChange={(event) => {
                setAlert({ ...alert, title: event.currentTarget.value });
                mended('alert.title');
              }}
            />
            <Textarea
              id="emergency-alert.text"
              label="What should people know and do?"
              required
              rows={3}
              value={alert.text}
              error={errors['alert.text']}
              onChange={(event) => {
                setAlert({ ...alert, text: event.currentTarget.value });
                mended('alert.text');
              }}
            />
            <AudienceFields value={alert.audience} error={errors['alert.audience']} onChange={(audience) => setAlert({ ...alert, audience })} />
          </fieldset>
          <NativeSelect label="Raise the threat level to at least" value={level} onChange={(event) => setLevel(event.currentTarget.value)} data={raised.map((value) => ({ value, label: threatLevelLabels[value] }))} />
          <TextInput
            id="emergency-typed"
            label={number ? `Type ${number} to confirm` : 'Type the number of the incident to confirm'}
            required
            autoComplete="off"
            value={typed}
            error={errors['typed']}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              mended('typed');
            }}
          />
          {problem && <ErrorNote error={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" className={classes.danger} loading={sending}>
              Declare the emergency
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The form's field that an issue of the schema is about. */
const fieldOf = (path: readonly PropertyKey[]): string => path.slice(0, path[0] === 'team' || path[0] === 'alert' ? 2 : 1).join('.');

/** What an emergency can be about: the gravest incidents with work left that the whole team sees, and the one on screen. */
function useChoice(about: string): { incidents: Incident[]; loading: boolean; error: string | null } {
  const me = useMe();
  const gravest = useLiveQuery<Incident>({ ...queueQuery({ status: 'active', sort: 'severity' }, { uid: me.uid, seesRestricted: false }), limit: offered });
  const here = useLiveDoc<Incident>(about ? `incidents/${about}` : null);
  const shown = here.data && activeStatuses.includes(here.data.status) && here.data.visibility === 'team' ? [here.data] : [];
  const others = (gravest.data ?? []).filter(({ id }) => id !== about);
  return { incidents: [...shown, ...others], loading: gravest.status === 'loading', error: gravest.error?.message ?? null };
}
