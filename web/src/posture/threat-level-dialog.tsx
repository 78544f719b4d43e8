import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { SetThreatLevelInput } from '@secura/domain/posture/operations';
import { threatLevelLabels, threatLevelMeanings, threatLevels, type LevelChange, type Posture, type ThreatLevel } from '@secura/domain/posture/threat-level';
import { useState, type FormEvent } from 'react';
import { useCan } from '../app/access.tsx';
import { useLiveQuery } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './posture.module.css';

/** What the threat level is, why, and what it was; those who may set it. */
export function ThreatLevelDialog({ posture, onClose }: { posture: Posture; onClose(): void }) {
  const maySet = useCan('threatLevel:set');
  const { level, reason, by, at } = posture;
  return (
    <Modal opened onClose={onClose} title="Threat level" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <div>
          <p className={classes.now}>
            <strong>{threatLevelLabels[level]}</strong>
          </p>
          <p className={ui.quiet}>{threatLevelMeanings[level]}</p>
          {by && at && (
            <p className={ui.quiet}>
              “{reason}” {by.name}, <RelativeTime date={at} />
            </p>
          )}
        </div>
        {maySet && <SetLevel current={level} onSet={onClose} />}
        <History />
      </Stack>
    </Modal>
  );
}

function SetLevel({ current, onSet }: { current: ThreatLevel; onSet(): void }) {
  const [level, setLevel] = useState<ThreatLevel>(current);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ field: boolean; text: string } | null>(null);
  const [saving, setSaving] = useState(false);

  async function save(): Promise<void> {
    const checked = SetThreatLevelInput.safeParse({ level, reason });
    if (!checked.success) {
      setProblem({ field: true, text: checked.error.issues[0]!.message });
      document.getElementById('threat-reason')?.focus();
      return;
    }
    setSaving(true);
    setProblem(null);
    try {
      await callOperation('posture.setThreatLevel', checked.data);
      notify({ message: `The threat level is ${threatLevelLabels[level].toLowerCase()} now. Everybody sees it.` });
      onSet();
    } catch (error) {
      setProblem({ field: false, text: (error as Error).message });
      setSaving(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!saving) void save();
      }}
    >
      <Stack gap="sm">
        <NativeSelect label="Set it to" description={threatLevelMeanings[level]} data={threatLevels.map((value) => ({ value, label: threatLevelLabels[value] }))} value={level} onChange={(event) => setLevel(event.currentTarget.value as ThreatLevel)} />
        <Textarea id="threat-reason" label="Why?" description="Everybody in the organisation reads this." required rows={2} value={reason} error={problem?.field ? problem.text : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
        {problem && !problem.field && <ErrorNote error={problem.text} />}
        <Group justify="flex-end">
          <Button type="submit" variant="gradient" loading={saving}>
            Set the threat level
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function History() {
  const [limit, setLimit] = useState(5);
  const { data, status, error } = useLiveQuery<LevelChange>({ collection: 'settings/posture/levels', orderBy: [['seq', 'desc']], limit: limit + 1 });
  const shown = (data ?? []).slice(0, limit);
  return (
    <section aria-labelledby="threat-history">
      <h3 id="threat-history" className={classes.heading}>
        History
      </h3>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && <SkeletonRows rows={2} height={40} />}
      {status === 'ready' && shown.length === 0 && <p className={ui.quiet}>Nobody has changed it yet.</p>}
      <ol className={classes.history}>
        {shown.map(({ seq, from, to, reason, by, at }) => (
          <li key={seq}>
            {from === to ? `Still ${threatLevelLabels[to].toLowerCase()}` : `${threatLevelLabels[from]} → ${threatLevelLabels[to]}`}
            <span className={ui.quiet}>
              {' '}
              {by.name}, <RelativeTime date={at} />
            </span>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
      {(data?.length ?? 0) > limit && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setLimit(Math.min(99, limit + 20))}>
          Show more
        </Button>
      )}
    </section>
  );
}
