import type { PersonRef } from '@secura/domain/incidents/events';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import classes from './conversation.module.css';
import { matching, namingAt } from './named.ts';

/** Completes `@na` to a name while it is typed, by keyboard or pointer. */
export function useNaming(input: RefObject<HTMLTextAreaElement | null>, text: string, people: readonly PersonRef[], onText: (text: string) => void) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const typed = caret === null ? null : namingAt(text, caret);
  const found = typed ? matching(people, typed.query) : [];
  // A name that is written out needs no list any more.
  const open = typed !== null && found.length > 0 && !(found.length === 1 && found[0]!.name === typed.query);
  const at = Math.min(active, found.length - 1);

  function choose(person: PersonRef): void {
    if (!typed || caret === null) return;
    const before = `${text.slice(0, typed.from)}@${person.name} `;
    // At once: a caret that is set a moment later lands in the middle of what was typed in between.
    flushSync(() => {
      onText(before + text.slice(caret).replace(/^ /, ''));
      setCaret(null);
      setActive(0);
    });
    input.current?.focus();
    input.current?.setSelectionRange(before.length, before.length);
  }

  /** @returns whether the key was for the list */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') choose(found[at]!);
    else if (event.key === 'Escape') setCaret(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const attributes = {
    // A field of several lines may not be a combobox; what it points at while a list is open may stay.
    'aria-autocomplete': 'list' as const,
    'aria-haspopup': 'listbox' as const,
    'aria-controls': open ? listId : undefined,
    'aria-activedescendant': open ? `${listId}-${at}` : undefined,
    onSelect: () => setCaret(input.current?.selectionStart ?? null),
    onBlur: () => setCaret(null),
  };
  return { listId, open, found, at, choose, onKeyDown, attributes };
}

/** The people who fit what is typed. */
export function NameList({ naming: { listId, open, found, at, choose } }: { naming: ReturnType<typeof useNaming> }) {
  if (!open) return null;
  return (
    <ul id={listId} role="listbox" aria-label="People" className={classes.names}>
      {found.map((person, index) => (
        // The field keeps the focus; the keyboard reaches the list from there.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={person.uid}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          {person.name}
        </li>
      ))}
    </ul>
  );
}
