import { describe, expect, it } from 'vitest';
import { safeNext } from './access.tsx';

describe('where to go after signing in', () => {
  it.each(['/report', '/incidents/abc?tab=thread', '/queue?status=open'])('goes to %s', (path) => expect(safeNext(path)).toBe(path));
  it.each([null, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/login?next=/login', '/register'])(
    'does not go to %s',
    (path) => expect(safeNext(path)).toBeNull(),
  );
});
