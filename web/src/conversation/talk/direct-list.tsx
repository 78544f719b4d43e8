import type { PersonRef } from '@secura/domain/incidents/events';
import { directIdOf, type Direct } from '@secura/domain/conversation/talk';
import type { Actor } from '@secura/domain/people/permissions';
import { useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import { RowsEnd, pageOf } from './rows-end.tsx';
import { TalkRow } from './row.tsx';
import rows from '../../ui/rows.module.css';
import classes from './talk.module.css';
import { useOnline, useTeam } from './use-people.ts';

/** The team, person by person, with what one has written with them. */
export function DirectList({ actor }: { actor: Actor }) {
  const [limit, setLimit] = useState(10);
  const { team } = useTeam();
  const { data, error } = useLiveQuery<Direct>({ collection: 'direct', where: [['uids', 'array-contains', actor.uid]], orderBy: [['createdAt', 'desc']], limit });
  const lastOf = new Map(data?.map((pair) => [pair.id, pair.last]));
  const lastAt = ({ uid }: PersonRef): number => lastOf.get(directIdOf(actor.uid, uid))?.at.getTime() ?? 0;
  // With whom one wrote last comes first, the others by name.
  const { shown, more } = pageOf(team.filter(({ uid }) => uid !== actor.uid).toSorted((a, b) => lastAt(b) - lastAt(a)), limit);
  const online = useOnline(shown.map(({ uid }) => uid));
  return (
    <section className={classes.section} aria-labelledby="direct-heading">
      <h2 id="direct-heading" className={classes.heading}>Direct messages</h2>
      <p className={ui.quiet}>Only the two of you can read them in Secura; administrators cannot.</p>
      {error && <ErrorNote error={error} />}
      <ul className={rows.list}>
        {shown.map((person) => {
          const id = directIdOf(actor.uid, person.uid);
          return (
            <li key={person.uid}>
              <TalkRow path={`direct/${id}`} to={`/talk/direct/${id}`} uid={actor.uid} title={person.name} last={lastOf.get(id)}>
                <span className={classes.dot} data-online={online.has(person.uid) || undefined} title={online.has(person.uid) ? 'Online now' : 'Not seen lately'} />
                {online.has(person.uid) && <span className="visually-hidden">Online: </span>}
              </TalkRow>
            </li>
          );
        })}
      </ul>
      <RowsEnd more={more} onMore={() => setLimit(limit + 20)} />
    </section>
  );
}
