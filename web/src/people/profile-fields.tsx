import { NativeSelect, TextInput } from '@mantine/core';
import { departments } from '@secura/domain/people/vocabulary';
import { loadPart } from '../ui/load-part.ts';

export interface ProfileValues {
  name: string;
  department: string;
  phone: string;
}

export type ProfileErrors = Partial<Record<keyof ProfileValues, string>>;

const other = 'Another department…';
const known = (name: string): boolean => (departments as readonly string[]).includes(name);

/** Checks what was typed with the same schema as the server; loads it only now, the pages open without it. */
export async function checkProfile(values: ProfileValues): Promise<{ profile: ProfileValues } | { errors: ProfileErrors }> {
  const { CreateProfileInput } = await loadPart(import('@secura/domain/people/operations'));
  const result = CreateProfileInput.safeParse({ ...values, phone: values.phone || null });
  if (result.success) return { profile: { ...result.data, phone: result.data.phone ?? '' } };
  const errors: ProfileErrors = {};
  for (const issue of result.error.issues) errors[issue.path[0] as keyof ProfileValues] ??= issue.message;
  return { errors };
}

/** Name, department and phone: the same fields when registering, completing and changing a profile. */
export function ProfileFields(props: { values: ProfileValues; errors: ProfileErrors; onChange(values: ProfileValues): void }) {
  const { values, errors, onChange } = props;
  // A blank in front marks "typed by hand" before the first letter is there.
  const typed = values.department !== '' && !known(values.department);
  return (
    <>
      <TextInput
        label="Your name"
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={values.name}
        onChange={(event) => onChange({ ...values, name: event.currentTarget.value })}
        error={errors.name}
      />
      <NativeSelect
        label="Department"
        required
        withAsterisk={false}
        data={[{ value: '', label: 'Choose…', disabled: true }, ...departments, other]}
        value={typed ? other : values.department}
        onChange={(event) => onChange({ ...values, department: event.currentTarget.value === other ? ' ' : event.currentTarget.value })}
        error={!typed && errors.department}
      />
      {typed && (
        <TextInput
          label="Name of your department"
          required
          withAsterisk={false}
          maxLength={60}
          value={values.department.trimStart()}
          onChange={(event) => onChange({ ...values, department: ` ${event.currentTarget.value}` })}
          error={errors.department}
        />
      )}
      <TextInput
        label="Phone"
        description="Optional. For the security team, when a matter is urgent."
        type="tel"
        autoComplete="tel"
        maxLength={30}
        value={values.phone}
        onChange={(event) => onChange({ ...values, phone: event.currentTarget.value })}
        error={errors.phone}
      />
    </>
  );
}
