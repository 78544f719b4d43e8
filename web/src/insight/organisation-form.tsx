import { Button, Textarea } from '@mantine/core';
import type { Organisation } from '@secura/domain/settings/organisation';
import { useState, type FormEvent } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import classes from './admin.module.css';

/** Says which domains are the organisation's own. */
export function OrganisationForm() {
  const { data, status, error } = useLiveDoc<Organisation>('settings/organisation');
  // What is being typed; null while the stored list is shown.
  const [text, setText] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stored = (data?.domains ?? []).join('\n');

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (saving || text === null) return;
    setSaving(true);
    setProblem(null);
    try {
      const domains = text.split(/[\s,;]+/).filter(Boolean);
      await callOperation('settings.setOrganisation', { domains });
      setText(null);
      notify({ message: 'Saved. What was found before is marked anew.' });
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setSaving(false);
    }
  }

  return (
    <section className={classes.card} aria-labelledby="organisation-title">
      <h2 id="organisation-title">Domains of the organisation</h2>
      {error && <ErrorNote error={error.message} />}
      <form noValidate className={classes.stack} onSubmit={(event) => void save(event)}>
        <Textarea
          label="One a line"
          description="Addresses and links of these domains, and of all below them, are marked as our own and not compared across incidents."
          placeholder="company.com"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          disabled={status === 'loading'}
          value={text ?? stored}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={saving} disabled={text === null || text === stored} style={{ justifySelf: 'start' }}>
          Save
        </Button>
      </form>
    </section>
  );
}
