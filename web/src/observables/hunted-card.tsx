import { defang } from '@secura/domain/observables/defang';
import type { HuntAnswer } from '@secura/domain/observables/operations';
import ui from '../ui/card.module.css';
import { MentionList } from './mention-list.tsx';
import { ObservableLine } from './observable-line.tsx';
import classes from './observables.module.css';
import { sourceText } from './source-text.ts';

type Hunted = HuntAnswer['hunted'][number];

/** One thing that was hunted for, and the incidents that hold it or something below it. */
export function HuntedCard({ hunted }: { hunted: Hunted }) {
  const { incidents, more } = hunted;
  const shown = defang(hunted);
  const count = incidents.length === 0 ? 'in no incident that you may see' : `in ${incidents.length}${more ? ' or more' : ''} ${incidents.length === 1 ? 'incident' : 'incidents'}`;
  return (
    <section className={ui.card} aria-label={`${shown}, ${count}`}>
      <ObservableLine observable={hunted} facts={<strong>{count}</strong>} />
      {incidents.length > 0 && (
        <MentionList
          label={`Incidents with ${shown}`}
          incidents={incidents}
          more={more}
          detail={({ found }) => (
            <ul className={classes.found}>
              {found.map((one) => (
                <li key={`${one.kind}:${one.value}`}>
                  {(one.kind !== hunted.kind || one.value !== hunted.value) && <span className={classes.value}>{defang(one)} </span>}
                  {sourceText(one.sources)}
                </li>
              ))}
            </ul>
          )}
        />
      )}
    </section>
  );
}
