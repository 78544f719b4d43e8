import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { severities, severityLabels, type Severity } from '@secura/domain/incidents/vocabulary';
import { PublishAlertInput } from '@secura/domain/notifications/alert';
import { tellAudience, type AlertAudience } from '@secura/domain/notifications/audience';
import { createId } from '@secura/domain/platform/ids';
import { useState, type FormEvent } from 'react';
import { callOperation } from '../firebase/operations.ts';
import { AudienceFields } from '../ui/audience-fields.tsx';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';

const lengths = [
  { value: '4', label: '4 hours' },
  { value: '24', label: 'A day' },
  { value: '72', label: '3 days' },
  { value: '168', label: 'A week' },
  { value: '720', label: '30 days' },
];

type Field = 'title' | 'text' | 'audience';

const everybody: AlertAudience = { roles: [], departments: [] };

/** Writes an alert that its audience sees until it expires. */
export function PublishAlertDialog({ onClose }: { onClose(): void }) {
  const [values, setValues] = useState({ title: '', text: '', severity: 'medium' as Severity, hours: '24', audience: everybody });
  // One id for all attempts: an answer that got lost must not become a second alert.
  const [id] = useState(() => createId());
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function publish(): Promise<void> {
    const checked = PublishAlertInput.safeParse({ ...values, id, hours: Number(values.hours) });
    if (!checked.success) {
      const found: Partial<Record<Field, string>> = {};
      for (const { path, message } of checked.error.issues) found[path[0] as Field] ??= message;
      setErrors(found);
      document.getElementById(`alert-${'title' in found ? 'title' : 'text'}`)?.focus();
      return;
    }
    setErrors({});
    setProblem(null);
    setSending(true);
    try {
      await callOperation('notifications.publishAlert', checked.data);
      notify({ message: `Alert published. It is shown to ${tellAudience(values.audience)}.` });
      onClose();
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setSending(false);
    }
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (!sending) void publish();
  }

  return (
    <Modal opened onClose={onClose} title="Publish an alert" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form noValidate onSubmit={onSubmit}>
        <Stack>
          <TextInput
            id="alert-title"
            label="Title"
            placeholder="Fake invoices from a known supplier"
            required
            data-autofocus
            autoComplete="off"
            value={values.title}
            error={errors.title}
            onChange={(event) => setValues({ ...values, title: event.currentTarget.value })}
          />
          <Textarea
            id="alert-text"
            label="What should people know and do?"
            required
            rows={4}
            value={values.text}
            error={errors.text}
            onChange={(event) => setValues({ ...values, text: event.currentTarget.value })}
          />
          <Group grow align="start">
            <NativeSelect
              label="Severity"
              data={severities.map((value) => ({ value, label: severityLabels[value] }))}
              value={values.severity}
              onChange={(event) => setValues({ ...values, severity: event.currentTarget.value as Severity })}
            />
            <NativeSelect label="Shown for" data={lengths} value={values.hours} onChange={(event) => setValues({ ...values, hours: event.currentTarget.value })} />
          </Group>
          {values.severity === 'critical' && (
            <Text size="sm" c="dimmed">
              A critical alert stays on every page until each person has acknowledged it. You can see who has not.
            </Text>
          )}
          <AudienceFields value={values.audience} error={errors.audience} onChange={(audience) => setValues({ ...values, audience })} />
          {problem && <ErrorNote error={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="gradient" loading={sending}>
              Publish
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
