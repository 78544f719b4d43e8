import type { z } from 'zod';

/** Judges an input with the schema that the server uses; sentences by the last part of each field's path. */
export function judge<T extends z.ZodType>(schema: T, input: unknown): { ok: true; value: z.output<T> } | { ok: false; fields: Record<string, string> } {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[String(issue.path.at(-1) ?? '_')] ??= issue.message;
  return { ok: false, fields };
}
