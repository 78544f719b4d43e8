import type { ReactNode } from 'react';
import { PublicFrame } from '../ui/public-frame.tsx';
import classes from './entry.module.css';

/** The card that signing in, registering and their like stand on. */
export function EntryCard(props: { title: string; intro?: ReactNode; children: ReactNode; foot?: ReactNode; framed?: boolean }) {
  const card = (
    <div className={classes.wrap}>
      <div className={classes.card}>
        <h1 className={classes.title}>{props.title}</h1>
        {props.intro && <p className={classes.intro}>{props.intro}</p>}
        {props.children}
        {props.foot && <p className={classes.foot}>{props.foot}</p>}
      </div>
    </div>
  );
  return props.framed === false ? card : <PublicFrame>{card}</PublicFrame>;
}
