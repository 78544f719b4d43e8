import { Checkbox, Input, TextInput } from '@mantine/core';
import { mostDepartments, tellAudience, type AlertAudience } from '@secura/domain/notifications/audience';
import { departments, roleLabels, roles } from '@secura/domain/people/vocabulary';
import { useState } from 'react';
import classes from './audience-fields.module.css';

const toggled = <T,>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((one) => one !== item) : [...list, item]);

/** Chooses whom an alert is for; nobody chosen is everybody. Departments that people named themselves can be typed. */
export function AudienceFields({ value, onChange, error }: { value: AlertAudience; onChange(next: AlertAudience): void; error?: string | undefined }) {
  const known: readonly string[] = departments;
  const [typed, setTyped] = useState(value.departments.filter((name) => !known.includes(name)).join(', '));
  const chosen = value.departments.filter((name) => known.includes(name));

  function type(text: string): void {
    setTyped(text);
    const names = text.split(',').map((name) => name.trim()).filter((name) => name !== '' && !known.includes(name));
    onChange({ ...value, departments: [...chosen, ...new Set(names)] });
  }

  return (
    <details className={classes.details}>
      <summary>
        <strong>Who is told:</strong> {tellAudience(value)}
        <span className={classes.change}>Change</span>
      </summary>
      <fieldset className={classes.group}>
        <legend>Roles, all when none is chosen</legend>
        {roles.map((role) => (
          <Checkbox key={role} label={roleLabels[role]} checked={value.roles.includes(role)} onChange={() => onChange({ ...value, roles: toggled(value.roles, role) })} />
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Departments, all when none is chosen, at most {mostDepartments}</legend>
        {departments.map((name) => (
          <Checkbox key={name} label={name} checked={value.departments.includes(name)} onChange={() => onChange({ ...value, departments: toggled(value.departments, name) })} />
        ))}
      </fieldset>
      <TextInput label="Other departments, with commas between them" autoComplete="off" value={typed} onChange={(event) => type(event.currentTarget.value)} />
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </details>
  );
}
