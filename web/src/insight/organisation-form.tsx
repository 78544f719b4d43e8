import { Button, Textarea } from '@mantine/core';
import { readOrganisation, type Asset, type Organisation } from '@secura/domain/settings/organisation';
import { useState, type FormEvent } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { callOperation, OperationError } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import classes from './admin.module.css';

type Field = 'domains' | 'critical' | 'high' | 'sensitiveDepartments';

interface FieldText {
  name: Field;
  label: string;
  description: string;
  placeholder: string;
}

const ofDomains: readonly FieldText[] = [
  {
    name: 'domains', label: 'One a line', placeholder: 'company.com',
    description: 'Addresses and links of these domains, and of all below them, are marked as our own and not compared across incidents.',
  },
];

const ofAssets: readonly FieldText[] = [
  { name: 'critical', label: 'Critical assets, one a line', placeholder: 'Payroll system', description: 'A report that names one gets 2 points of severity.' },
  { name: 'high', label: 'Important assets, one a line', placeholder: 'Customer portal', description: 'A report that names one gets 1 point of severity.' },
  { name: 'sensitiveDepartments', label: 'Sensitive departments, one a line', placeholder: 'Finance', description: 'A report by somebody of them gets half a point of severity. Write them as in the directory.' },
];

/** The stored lists as they are shown for editing. */
function textsOf({ domains, assets, sensitiveDepartments }: Organisation): Record<Field, string> {
  const named = (criticality: Asset['criticality']): string => assets.filter((asset) => asset.criticality === criticality).map(({ name }) => name).join('\n');
  return { domains: domains.join('\n'), critical: named('critical'), high: named('high'), sensitiveDepartments: sensitiveDepartments.join('\n') };
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const assetsOf = (text: string, criticality: Asset['criticality']): Asset[] => linesOf(text).map((name) => ({ name, criticality }));

/** Says which domains are the organisation's own. */
export function OrganisationForm() {
  return (
    <ListsForm
      id="organisation"
      title="Domains of the organisation"
      fields={ofDomains}
      changeOf={({ domains }) => ({ domains: domains.split(/[\s,;]+/).filter(Boolean) })}
      saved="Saved. What was found before is marked anew."
    />
  );
}

/** Says which assets and departments matter most: triage counts them. */
export function AssetsForm() {
  return (
    <ListsForm
      id="assets"
      title="What matters most"
      fields={ofAssets}
      changeOf={({ critical, high, sensitiveDepartments }) => ({
        assets: [...assetsOf(critical, 'critical'), ...assetsOf(high, 'high')],
        sensitiveDepartments: linesOf(sensitiveDepartments),
      })}
      saved="Saved. Reports are triaged by it from now on."
    />
  );
}

/** Beside which list a refusal belongs; both kinds of assets are sent as one list, the critical ones first. */
function fieldOf(failure: unknown, { critical }: Record<Field, string>): Field | null {
  const refused = failure instanceof OperationError ? failure.details?.['fields'] : undefined;
  const [path = ''] = Object.keys(refused ?? {});
  const [list, index] = path.split('.');
  if (list === 'assets') return index !== undefined && Number(index) < linesOf(critical).length ? 'critical' : 'high';
  return list === 'domains' || list === 'sensitiveDepartments' ? list : null;
}

interface Lists {
  id: string;
  title: string;
  fields: readonly FieldText[];
  changeOf(texts: Record<Field, string>): Partial<Organisation>;
  saved: string;
}

/** Lists of the organisation's settings, one entry a line; saved together. */
function ListsForm({ id, title, fields, changeOf, saved }: Lists) {
  const { data, status, error } = useLiveDoc<Organisation>('settings/organisation');
  // What is being typed; a field that nobody touched shows what is stored.
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<{ field: Field; message: string } | null>(null);
  const stored = textsOf(readOrganisation(data ?? undefined));
  const texts = { ...stored, ...typed };
  const changed = fields.some(({ name }) => texts[name] !== stored[name]);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (saving || !changed) return;
    setSaving(true);
    setProblem(null);
    try {
      await callOperation('settings.setOrganisation', changeOf(texts));
      setTyped({});
      notify({ message: saved });
    } catch (failure) {
      setProblem({ field: fieldOf(failure, texts) ?? fields.at(-1)!.name, message: (failure as Error).message });
    } finally {
      setSaving(false);
    }
  }

  return (
    <section className={ui.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {error && <ErrorNote error={error.message} />}
      <form noValidate className={classes.stack} onSubmit={(event) => void save(event)}>
        {fields.map(({ name, label, description, placeholder }) => (
          <Textarea
            key={name}
            label={label}
            description={description}
            placeholder={placeholder}
            autosize
            minRows={fields.length > 1 ? 2 : 3}
            maxRows={10}
            spellCheck={false}
            autoComplete="off"
            disabled={status === 'loading'}
            value={texts[name]}
            error={problem?.field === name ? problem.message : undefined}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          />
        ))}
        <Button type="submit" variant="default" loading={saving} disabled={!changed} style={{ justifySelf: 'start' }}>
          Save
        </Button>
      </form>
    </section>
  );
}
