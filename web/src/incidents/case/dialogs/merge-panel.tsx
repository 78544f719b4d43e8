import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { OperationError } from '../../../firebase/operations.ts';
import { Note } from '../../../ui/page.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import classes from '../case.module.css';
import { inWords } from '../event-sentences.ts';
import { keepMine, mergeRows, readChanges, type Choice, type MergeRow, type Mine } from '../merge.ts';

/** Shows what somebody else changed meanwhile beside what I wanted, and lets me choose line by line. Nothing is lost. */
export function MergePanel({ conflict, mine, busy, onApply, onBack }: {
  conflict: OperationError;
  mine: Mine;
  busy: boolean;
  onApply(kept: Mine, version: number): void;
  onBack(): void;
}) {
  const rows = mergeRows(mine, readChanges(conflict.details));
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const contested = rows.filter((row) => row.contested);
  const free = rows.filter((row) => !row.contested && row.by.length === 0);
  const kept = keepMine(mine, rows, choices);
  const version = typeof conflict.details?.version === 'number' ? conflict.details.version : 0;

  return (
    <Stack gap="md">
      <Note tone="warning">{conflict.message}</Note>
      {contested.map((row) => (
        <Contested key={row.aspect} row={row} choice={choices[row.aspect] ?? 'mine'} onChoose={(choice) => setChoices({ ...choices, [row.aspect]: choice })} />
      ))}
      {contested.length === 0 && <p className={classes.dim}>Both of you wanted the same. There is nothing to choose.</p>}
      {free.length > 0 && <p className={classes.dim}>Nobody else touched {inWords(free.map((row) => row.label.toLowerCase()))}: your change stays.</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          Back to my text
        </Button>
        <Button variant="gradient" loading={busy} onClick={() => onApply(kept, version)}>
          {Object.keys(kept).length === 0 ? 'Leave it as it is now' : 'Apply mine on top'}
        </Button>
      </Group>
    </Stack>
  );
}

function Contested({ row, choice, onChoose }: { row: MergeRow; choice: Choice; onChoose(choice: Choice): void }) {
  const last = row.by.at(-1);
  return (
    <fieldset className={classes.choices}>
      <legend>
        {row.label}: {inWords([...new Set(row.by.map(({ name }) => name))])} changed it from “{row.from}”
        {last && (
          <>
            {' '}
            <RelativeTime date={new Date(last.at)} />
          </>
        )}
      </legend>
      <div className={classes.versions}>
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side} className={classes.version} htmlFor={`merge-${row.aspect}-${side}`}>
            <input type="radio" id={`merge-${row.aspect}-${side}`} name={`merge-${row.aspect}`} checked={choice === side} onChange={() => onChoose(side)} />
            <span className={classes.small}>{side === 'mine' ? 'Mine' : 'Theirs'}</span>
            <span className={classes.versionText}>{side === 'mine' ? row.mine : row.theirs}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
