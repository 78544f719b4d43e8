import type { Message } from '@secura/domain/conversation/message';
import type { Actor } from '@secura/domain/people/permissions';
import { IconArrowUp } from '@tabler/icons-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import type { Live } from '../firebase/query-spec.ts';
import { useNow } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { Composer } from './composer.tsx';
import classes from './conversation.module.css';
import { byDay } from './days.ts';
import { MessageLine } from './message-line.tsx';
import type { Place } from './place.ts';
import { readBy, unreadOf } from './unread.ts';
import { useMessages, useReaders, useTyping } from './use-thread.ts';

/** What is said in a place, live for all who are there. */
export function Thread({ place, actor }: { place: Place; actor: Actor }) {
  const { messages, older, growing, loading, settled, error } = useMessages(place);
  const newest = messages.at(-1);
  const { others, since, markRead, sayTyping } = useReaders(place, actor.uid, newest);
  const typing = useTyping(others, messages);
  const [answered, setAnswered] = useState<Live<Message> | null>(null);
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const unread = unreadOf(messages, actor.uid, since ?? null);
  const fresh = since !== undefined && since !== null ? unread : { firstId: null, count: 0 };
  const nameOf = (uid: string): string | undefined => (uid === actor.uid ? undefined : place.people.find((person) => person.uid === uid)?.name);
  const lastOwn = messages.findLast((message) => message.author.uid === actor.uid && !message._pending && !message.deleted);

  // The latest message is what one comes for; whoever reads older ones is left where they are.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (distance < 240 || element.scrollTop === 0) element.scrollTop = element.scrollHeight;
  }, [newest?.id]);

  // Read is what was on the screen: the end of the thread, in a page that somebody looks at.
  const mark = useRef(markRead);
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    mark.current = markRead;
    if (inSight) markRead();
  });
  useEffect(() => {
    const element = end.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false));
    observer.observe(element);
    const onVisible = () => mark.current();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);

  // The first unread one may be on a page that is not here yet: earlier ones are fetched until it is.
  const seeking = useRef(false);
  const reached = !older || fresh.firstId !== messages[0]?.id;
  function seek(): void {
    if (!seeking.current || growing || !fresh.firstId) return;
    if (!reached) return older?.();
    seeking.current = false;
    const target = document.getElementById(`message-${fresh.firstId}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }
  useEffect(seek);

  function jump(): void {
    seeking.current = true;
    seek();
  }

  const names = typing.map(nameOf).filter((name) => name !== undefined);
  return (
    <div className={classes.thread}>
      {error && <ErrorNote error={error} />}
      {loading && <SkeletonRows rows={2} height={48} />}
      {fresh.count > 0 && (
        <button type="button" className={classes.jump} aria-busy={growing} onClick={jump}>
          <IconArrowUp size={14} aria-hidden="true" />
          {fresh.count}
          {reached && !growing ? '' : ' or more'} new since you were here
        </button>
      )}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={box} className={classes.messages} role="log" aria-label="Messages" tabIndex={0}>
        {older && (
          <button type="button" className={classes.earlier} onClick={older}>
            Show earlier messages
          </button>
        )}
        {settled && messages.length === 0 && <p className={ui.quiet}>{place.empty}</p>}
        {byDay(messages, now).map((day) => (
          <section key={day.day} aria-label={day.label}>
            <div className={classes.day}>{day.label}</div>
            {day.items.map((message) => (
              <Fragment key={message.id}>
                {message.id === fresh.firstId && <div className={classes.newLine}>New</div>}
                <MessageLine
                  message={message}
                  place={place}
                  own={message.author.uid === actor.uid}
                  now={now}
                  answered={message.replyTo ? messages.find(({ id }) => id === message.replyTo) : undefined}
                  readBy={message === lastOwn ? readBy(message, others, place.outsider?.uid ?? null).flatMap((uid) => nameOf(uid) ?? []) : []}
                  onReply={() => {
                    setAnswered(message);
                    box.current?.parentElement?.querySelector<HTMLTextAreaElement>('[data-composer]')?.focus();
                  }}
                />
              </Fragment>
            ))}
          </section>
        ))}
        <div ref={end} className={classes.end} />
      </div>
      <p className={classes.typing} aria-live="off">
        {names.length > 0 && `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing…`}
      </p>
      {place.closed ? <p className={ui.quiet}>{place.closed}</p> : <Composer key={place.path} place={place} actor={actor} answered={answered} onAnswered={() => setAnswered(null)} onTyping={sayTyping} />}
    </div>
  );
}
