import { Button, Checkbox, Group, Input, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { clockKinds, type ClockKind } from '@secura/domain/incidents/clocks';
import { severities, severityLabels, type Severity } from '@secura/domain/incidents/vocabulary';
import { ClockSettingsInput, type ClockSettings, type SeverityTargets } from '@secura/domain/settings/clocks';
import { useState, type FormEvent } from 'react';
import { callOperation, type OperationError } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import { duration, workTime } from '../ui/time.ts';
import { typedOf, settingsOf, weekdayNames, type TypedClocks } from './typed-clocks.ts';
import classes from './clocks-form.module.css';

const kindLabels: Record<ClockKind, string> = { acknowledge: 'First response', resolve: 'Resolution' };
const hoursLabels: Record<SeverityTargets['hours'], string> = { always: 'around the clock', business: 'in working hours' };
// Engines leave out of their list what is no place.
const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Says how long the team gives itself for each severity, and when it works; saved together. */
export function ClocksForm({ stored, onClose }: { stored: ClockSettings; onClose(): void }) {
  const [form, setForm] = useState(() => typedOf(stored));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<TypedClocks>): void => setForm({ ...form, ...part });
  const target = (severity: Severity, part: Partial<TypedClocks['targets'][Severity]>): void =>
    change({ targets: { ...form.targets, [severity]: { ...form.targets[severity], ...part } } });

  const toggle = (day: number): void => change({ weekdays: form.weekdays.includes(day) ? form.weekdays.filter((one) => one !== day) : [...form.weekdays, day] });

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (saving) return;
    const checked = ClockSettingsInput.safeParse(settingsOf(form));
    const found: Record<string, string> = {};
    for (const { path, message } of checked.error?.issues ?? []) found[fieldOf(path)] ??= message;
    setErrors(found);
    setProblem(null);
    if (!checked.success) {
      document.getElementById(Object.keys(found)[0]!)?.focus();
      return;
    }
    setSaving(true);
    try {
      await callOperation('settings.setClocks', checked.data);
      notify({ message: 'Saved. It holds for reports from now on.' });
      onClose();
    } catch (failure) {
      setProblem((failure as OperationError).message);
    } finally {
      setSaving(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack>
        <p className={ui.quiet}>For reports from now on. An incident that is there already keeps its times until its severity is changed.</p>
        {[...severities].reverse().map((severity) => (
          <fieldset key={severity} className={classes.severity}>
            <legend>{severityLabels[severity]}</legend>
            {clockKinds.map((kind) => (
              <TextInput
                key={kind}
                type="number"
                id={`targets.${severity}.${kind}`}
                label={`${kindLabels[kind]} (min)`}
                description={lengthOf(form.targets[severity], kind)}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                min={1}
                value={form.targets[severity][kind]}
                error={errors[`targets.${severity}.${kind}`]}
                onChange={(event) => target(severity, { [kind]: event.currentTarget.value })}
              />
            ))}
            <NativeSelect
              label="Counted"
              value={form.targets[severity].hours}
              onChange={(event) => target(severity, { hours: event.currentTarget.value as SeverityTargets['hours'] })}
              data={Object.entries(hoursLabels).map(([value, label]) => ({ value, label }))}
            />
          </fieldset>
        ))}
        <fieldset className={classes.calendar}>
          <legend>Working hours</legend>
          <div role="group" aria-labelledby="calendar-days" className={classes.days}>
            <span id="calendar-days">Days</span>
            <Group gap="lg">
              {weekdayNames.map((name, index) => (
                <Checkbox key={name} id={index === 0 ? 'calendar.weekdays' : undefined} label={name} checked={form.weekdays.includes(index + 1)} onChange={() => toggle(index + 1)} />
              ))}
            </Group>
            {errors['calendar.weekdays'] && <Input.Error>{errors['calendar.weekdays']}</Input.Error>}
          </div>
          <TextInput id="calendar.from" type="time" label="From" value={form.from} error={errors['calendar.from']} onChange={(event) => change({ from: event.currentTarget.value })} />
          <TextInput
            id="calendar.to" type="time" label="Until" description="00:00 is midnight at the end of the day." inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={form.to} error={errors['calendar.to']} onChange={(event) => change({ to: event.currentTarget.value })}
          />
          <NativeSelect
            id="calendar.timeZone" label="Time zone" data={zones.includes(form.timeZone) ? zones : [form.timeZone, ...zones]}
            value={form.timeZone} error={errors['calendar.timeZone']} onChange={(event) => change({ timeZone: event.currentTarget.value })}
          />
          <Textarea
            id="calendar.holidays" label="Holidays, one a line" placeholder="2026-12-25" autosize minRows={2} maxRows={8} spellCheck={false}
            value={form.holidays} error={errors['calendar.holidays']} onChange={(event) => change({ holidays: event.currentTarget.value })}
          />
        </fieldset>
        {problem && <ErrorNote error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="gradient" loading={saving}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The field that a problem is shown at: a list is one field. */
const fieldOf = (path: readonly PropertyKey[]): string => path.filter((part) => typeof part === 'string').join('.');

function lengthOf(targets: TypedClocks['targets'][Severity], kind: ClockKind): string | undefined {
  const minutes = Number(targets[kind]);
  if (!(minutes > 0)) return undefined;
  return targets.hours === 'business' ? `${workTime(minutes * 60_000)} of work` : duration(minutes * 60_000);
}
