import { IconMathFunction } from '@tabler/icons-react';
import { useId } from 'react';
import ui from '../ui/card.module.css';
import classes from './admin.module.css';

/** One number with its base; the formula shows on hover and on focus. */
export function Figure({ label, value, note, formula }: { label: string; value: string; note: string; formula?: string }) {
  const id = useId();
  return (
    <section className={classes.figure} aria-label={label}>
      <h2>
        {label}
        {formula && (
          <span className={classes.formula}>
            <button type="button" aria-label={`How ${label.toLowerCase()} is calculated`} aria-describedby={id}>
              <IconMathFunction size={16} aria-hidden="true" />
            </button>
            <span role="tooltip" id={id}>
              {formula}
            </span>
          </span>
        )}
      </h2>
      <p className={classes.value}>{value}</p>
      <p className={ui.quiet}>{note}</p>
    </section>
  );
}
