import { loadAttack, type Attack } from '@secura/domain/triage/attack';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { ErrorNote } from '../../../ui/page.tsx';
import type { Attempt } from '../../shared/use-operation.ts';
import classes from '../case.module.css';
import type { Decide } from '../panels/techniques-panel.tsx';
import { searchTechniques } from '../search-techniques.ts';

/** Finds a technique by id or name and adds it, confirmed; what is in the case already is not offered. */
export function AddTechniqueDialog({ present, attempt, decide, onClose }: { present: readonly string[]; attempt: Attempt; decide: Decide; onClose(): void }) {
  const [attack, setAttack] = useState<Attack | null>(null);
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  useEffect(() => {
    loadAttack().then(setAttack, () => setFailed(true));
  }, []);
  const found = useMemo(() => (attack ? searchTechniques(attack, words, present) : []), [attack, words, present]);

  return (
    <Modal opened onClose={onClose} title="Add a technique" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (chosen && (await decide(chosen, 'confirmed', reason))) onClose();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label="Technique"
            description={attack ? `By id or name, of ATT&CK ${attack.version}` : 'The list is loading.'}
            placeholder="T1566 or phishing"
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              setChosen(null);
            }}
          />
          {failed && <ErrorNote error="The list of techniques could not be loaded. Check your connection and open this again." />}
          {attack && words.trim() !== '' && found.length === 0 && <p className={classes.dim}>ATT&CK has no other technique of that id or name.</p>}
          {found.length > 0 && (
            <fieldset className={classes.choices}>
              <legend>Found</legend>
              {found.map(({ id, name, tactics }) => (
                <label key={id} className={classes.version}>
                  <input type="radio" name="technique" checked={chosen === id} onChange={() => setChosen(id)} />
                  <strong>
                    {id} {name}
                  </strong>
                  <span className={classes.small}>{tactics.join(', ')}</span>
                </label>
              ))}
            </fieldset>
          )}
          <TextInput label="Reason" description="If you like: what in the case shows it." maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          {attempt.problem && <ErrorNote error={attempt.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="gradient" disabled={!chosen} loading={attempt.busy}>
              Add it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
