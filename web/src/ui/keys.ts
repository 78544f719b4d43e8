import { useHotkeys } from '@mantine/hooks';

/**
 * Shortcuts of one part of a page that need no entry in the palette, such as j and k in a list.
 * They rest while somebody types. What the palette should list goes through `useCommands`.
 */
export function useKeys(bindings: [keys: string, run: (event: KeyboardEvent) => void][]): void {
  useHotkeys(bindings);
}
