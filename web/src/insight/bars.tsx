import { useId } from 'react';
import { Link } from 'react-router';
import ui from '../ui/card.module.css';
import classes from './admin.module.css';
import type { Share } from './figures.ts';

interface Props {
  title: string;
  shares: readonly Share[];
  /** Said instead of bars that are all zero. */
  empty: string;
  /** Where the incidents behind a bar are listed. */
  link?: (key: string) => string;
  note?: string;
}

/** Numbers as bars: a list that reads well without seeing them. */
export function Bars({ title, shares, empty, link, note }: Props) {
  const id = useId();
  const most = Math.max(0, ...shares.map(({ value }) => value));
  return (
    <section className={ui.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {most === 0 ? (
        <p className={ui.quiet}>{empty}</p>
      ) : (
        <ul className={classes.bars}>
          {shares.map(({ key, label, value }) => (
            <li key={key} data-key={key}>
              <span className={classes.barLabel}>{link ? <Link to={link(key)}>{label}</Link> : label}</span>
              <span className={classes.barTrack} aria-hidden="true">
                <span style={{ width: `${(value / most) * 100}%` }} />
              </span>
              <span className={classes.barValue}>{value}</span>
            </li>
          ))}
        </ul>
      )}
      {note && <p className={ui.quiet}>{note}</p>}
    </section>
  );
}
