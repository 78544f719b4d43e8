import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus to the first field that has an error, once the errors are drawn. The ref goes on the form. */
export function useFocusOnError(errors: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  return form;
}
