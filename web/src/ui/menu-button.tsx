import { IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './menu-button.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Given, the item is one of a set of choices. */
  checked?: boolean;
  disabled?: boolean;
  onSelect(): void;
}

export interface MenuSection {
  heading?: ReactNode;
  items: MenuItem[];
}

/**
 * A button that opens a menu. A third of the size of Mantine's, which brings a positioning engine along:
 * this one hangs below its button, on the right.
 */
export function MenuButton(props: { label: string; trigger: ReactNode; sections: MenuSection[]; className?: string }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector<HTMLElement>('[data-item]')?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  function close(): void {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return close();
    }
    if (event.key === 'Tab') return setOpen(false);
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return undefined;
    event.preventDefault();
    return items[(next + items.length) % items.length]?.focus();
  }

  return (
    <div className={classes.root} ref={root}>
      <button
        type="button"
        className={`${classes.trigger} ${props.className ?? ''}`}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {props.trigger}
      </button>
      {open && (
        <div id={menuId} role="menu" tabIndex={-1} aria-label={props.label} className={classes.menu} onKeyDown={onKeyDown}>
          {props.sections.map((section, index) => (
            <div key={index} role="group">
              {section.heading && <div className={classes.heading}>{section.heading}</div>}
              {section.items.map((item) => (
                <button
                  key={item.id}
                  type="button"
                  data-item=""
                  tabIndex={-1}
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.checked}
                  aria-disabled={item.disabled || undefined}
                  className={classes.item}
                  onClick={() => {
                    if (item.disabled) return;
                    close();
                    item.onSelect();
                  }}
                >
                  {item.icon}
                  {item.label}
                  {item.checked && <IconCheck size={16} className={classes.check} aria-hidden="true" />}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
