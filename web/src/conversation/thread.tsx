import { messageLimit, type Message } from './message.ts';
import { roleLabels, type Role } from '@secura/domain/people/vocabulary';
import type { Actor } from '@secura/domain/people/permissions';
import { IconClock, IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLiveQuery } from '../firebase/live.ts';
import type { Live } from '../firebase/query-spec.ts';
import { ErrorNote } from '../ui/page.tsx';
import { useNow } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { Composer } from './composer.tsx';
import { byDay } from './days.ts';
import classes from './conversation.module.css';

/** Messages on first paint; part of the read budget of an incident's page. */
const firstMessages = 12;
const moreMessages = 50;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/**
 * The talk between the reporter and the team, live both ways.
 * @param team whether the reader belongs to the team on this incident, and so sees and writes notes to the team
 */
export function Thread({ incidentId, actor, team }: { incidentId: string; actor: Actor; team: boolean }) {
  const [limit, setLimit] = useState(firstMessages);
  const { data, status, error } = useLiveQuery<Message>({
    collection: `incidents/${incidentId}/messages`,
    ...(!team && { where: [['audience', '==', 'everyone']] }),
    orderBy: [['createdAt', 'desc']],
    limit: limit + 1,
  });
  const now = useNow();
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  const shown = data ?? last ?? [];
  const older = shown.length > limit;
  const messages = shown.slice(0, limit).toReversed();
  const box = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;

  // The latest message is what one comes for; whoever reads older ones is left where they are.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (distance < 240 || element.scrollTop === 0) element.scrollTop = element.scrollHeight;
  }, [newest]);

  return (
    <div className={classes.thread}>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && !last && <SkeletonRows rows={2} height={48} />}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={box} className={classes.messages} role="log" aria-label="Messages" tabIndex={0}>
        {older && (
          <button type="button" className={classes.earlier} onClick={() => setLimit(limit + moreMessages)}>
            Show earlier messages
          </button>
        )}
        {status === 'ready' && messages.length === 0 && (
          <p className={classes.none}>{team ? 'No messages yet. Ask the reporter, or leave a note for the team.' : 'No messages yet. Ask the team anything about this.'}</p>
        )}
        {byDay(messages, now).map((day) => (
          <section key={day.day} aria-label={day.label}>
            <div className={classes.day}>{day.label}</div>
            {day.items.map((message) => (
              <MessageLine key={message.id} message={message} own={message.author.uid === actor.uid} />
            ))}
          </section>
        ))}
      </div>
      <Composer key={incidentId} incidentId={incidentId} actor={actor} team={team} limit={messageLimit} />
    </div>
  );
}

function MessageLine({ message, own }: { message: Live<Message>; own: boolean }) {
  const { author, text, audience, createdAt, _pending } = message;
  return (
    <article className={classes.message} data-own={own || undefined} data-audience={audience}>
      <div className={classes.meta}>
        <strong>{own ? 'You' : author.name}</strong>
        {!own && author.role !== 'employee' && <span>{roleLabels[author.role as Role] ?? ''}</span>}
        {audience === 'team' && (
          <span className={classes.private}>
            <IconLock size={12} aria-hidden="true" /> Team only
          </span>
        )}
        <time dateTime={createdAt.toISOString()} title={`${createdAt.toISOString().replace('T', ' ').slice(0, 19)} UTC`}>
          {clock.format(createdAt)}
        </time>
        {_pending && (
          <span className={classes.waiting}>
            <IconClock size={12} aria-hidden="true" /> Waiting to be sent
          </span>
        )}
      </div>
      <div className={classes.text}>{text}</div>
    </article>
  );
}
