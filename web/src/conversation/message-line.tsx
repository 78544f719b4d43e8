import { isFresh, messageLimit, type Message } from '@secura/domain/conversation/message';
import type { Evidence } from '@secura/domain/evidence/evidence';
import { roleLabels, type Role } from '@secura/domain/people/vocabulary';
import { cleanText } from '@secura/domain/platform/clean';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClock, IconLock, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import type { Live } from '../firebase/query-spec.ts';
import classes from './conversation.module.css';
import { MarkdownText } from './markdown-text.tsx';
import type { Place } from './place.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

interface Props {
  message: Live<Message>;
  place: Place;
  own: boolean;
  now: Date;
  /** The message that it answers, if that is on the page. */
  answered: Live<Message> | undefined;
  readBy: readonly string[];
  onReply(): void;
}

/** One message, with what may be done with it. */
export function MessageLine({ message, place, own, now, answered, readBy, onReply }: Props) {
  const [mode, setMode] = useState<'shown' | 'rewording' | 'removing' | 'history'>('shown');
  const { id, author, text, audience, createdAt, replyTo, editedAt, history = [], attachments = [], deleted, _pending } = message;
  const names = place.people.filter(({ uid }) => message.mentions?.includes(uid)).map(({ name }) => name);
  const fresh = own && isFresh(message, now) && !_pending;
  const close = () => setMode('shown');
  return (
    <article id={`message-${id}`} className={classes.message} data-own={own || undefined} data-audience={audience} data-deleted={deleted ? '' : undefined} tabIndex={-1}>
      <div className={classes.meta}>
        <strong>{own ? 'You' : author.name}</strong>
        {!own && author.role !== 'employee' && <span>{roleLabels[author.role as Role] ?? ''}</span>}
        <time dateTime={createdAt.toISOString()}>{clock.format(createdAt)}</time>
        {audience === 'team' && (
          <span className={classes.private}>
            <IconLock size={12} aria-hidden="true" /> Internal note
          </span>
        )}
        {editedAt && !deleted && (
          <button type="button" className={classes.edited} aria-expanded={mode === 'history'} onClick={() => setMode(mode === 'history' ? 'shown' : 'history')}>
            edited
          </button>
        )}
        {_pending && (
          <span className={classes.waiting}>
            <IconClock size={12} aria-hidden="true" /> Waiting to be sent
          </span>
        )}
        {!deleted && !_pending && mode === 'shown' && (
          <span className={classes.acts}>
            {!place.closed && <Act label={`Answer ${own ? 'your message' : author.name}`} icon={<IconArrowBackUp size={16} />} onClick={onReply} />}
            {fresh && !place.closed && <Act label="Reword this message" icon={<IconPencil size={16} />} onClick={() => setMode('rewording')} />}
            {((fresh && !place.closed) || place.mayRemoveOthers) && <Act label={own ? 'Take this message back' : `Remove this message of ${author.name}`} icon={<IconTrash size={16} />} onClick={() => setMode('removing')} />}
          </span>
        )}
      </div>
      {replyTo && !deleted && <Quote path={`${place.path}/messages/${replyTo}`} found={answered} />}
      {deleted ? (
        <p className={classes.tombstone}>{deleted.by.uid === author.uid ? `${own ? 'You' : author.name} took this message back.` : `${deleted.by.name} removed this message.`}</p>
      ) : mode === 'rewording' ? (
        <Rewording message={message} place={place} onDone={close} />
      ) : (
        <MarkdownText text={text} names={names} />
      )}
      {mode === 'history' && !deleted && (
        <ol className={classes.history} aria-label="What it said before">
          {history.map((version) => (
            <li key={version.at.getTime()}>
              <time dateTime={version.at.toISOString()}>{clock.format(version.at)}</time> {version.text}
            </li>
          ))}
        </ol>
      )}
      {mode === 'removing' && <Removing own={own} onKeep={close} remove={() => place.remove(message)} />}
      {!deleted &&
        attachments.map((file) => <FileLine key={file} path={`${place.path}/evidence/${file}`} />)}
      {readBy.length > 0 && <p className={classes.readBy}>Read by {readBy.join(', ')}</p>}
    </article>
  );
}

function Act({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <button type="button" className={classes.small} aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  );
}

/** The words that are answered, as they stand there now: a quotation cannot be made up. */
function Quote({ path, found }: { path: string; found: Live<Message> | undefined }) {
  const { data, status } = useLiveDoc<Message>(found ? null : path);
  const message = found ?? data;
  const words = message ? (message.deleted ? 'A message that was taken back.' : message.text.replace(/\s+/g, ' ').slice(0, 140)) : status === 'loading' ? '…' : 'A message that you cannot see.';
  return (
    <button
      type="button"
      className={classes.quote}
      onClick={() => {
        const target = message && document.getElementById(`message-${message.id}`);
        target?.scrollIntoView({ block: 'center' });
        target?.focus({ preventScroll: true });
      }}
    >
      {message && <strong>{message.author.name}: </strong>}
      {words}
    </button>
  );
}

function FileLine({ path }: { path: string }) {
  const { data, status } = useLiveDoc<Evidence>(path);
  return (
    <a href="#files" className={classes.file}>
      <IconPaperclip size={14} aria-hidden="true" />
      {data?.name ?? (status === 'loading' ? '…' : 'A file that is still on its way')}
    </a>
  );
}

function Rewording({ message, place, onDone }: { message: Live<Message>; place: Place; onDone(): void }) {
  const [text, setText] = useState(message.text);
  const { busy, problem, run } = useAct(onDone);
  const cleaned = cleanText(text);
  const save = () => (cleaned === message.text ? onDone() : run(() => place.reword(message, cleaned)));
  return (
    <div className={classes.rewording}>
      <textarea
        className={classes.input}
        aria-label="Reword the message"
        rows={3}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field takes the place of the button that was pressed
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && cleaned !== '') {
            event.preventDefault();
            save();
          }
        }}
      />
      {problem && <p className={classes.hint} role="alert">{problem}</p>}
      <div className={classes.footActions}>
        <Button size="compact-sm" variant="default" onClick={onDone}>Cancel</Button>
        <Button size="compact-sm" loading={busy} disabled={cleaned === '' || text.length > messageLimit} onClick={save}>Save</Button>
      </div>
    </div>
  );
}

function Removing({ own, onKeep, remove }: { own: boolean; onKeep(): void; remove(): Promise<void> }) {
  const { busy, problem, run } = useAct(onKeep);
  return (
    <div className={classes.removing} role="group" aria-label="Remove this message">
      <span>{own ? 'Take it back? Nobody can read it any more.' : 'Remove it? Nobody can read it any more.'}</span>
      {problem && <p className={classes.hint} role="alert">{problem}</p>}
      <div className={classes.footActions}>
        <Button size="compact-sm" variant="default" onClick={onKeep}>Keep it</Button>
        <Button size="compact-sm" color="red" loading={busy} onClick={() => run(remove)}>{own ? 'Take it back' : 'Remove it'}</Button>
      </div>
    </div>
  );
}

function useAct(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  function run(act: () => Promise<void>): void {
    setBusy(true);
    setProblem(null);
    act().then(onDone, (error: unknown) => setProblem(error instanceof Error ? error.message : 'This did not work. Try again.')).finally(() => setBusy(false));
  }
  return { busy, problem, run };
}
