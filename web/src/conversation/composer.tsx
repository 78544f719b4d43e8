import { attachmentLimit, mentionLimit, messageLimit, type Message } from '@secura/domain/conversation/message';
import { namedIn } from '@secura/domain/conversation/mentions';
import type { Actor } from '@secura/domain/people/permissions';
import { cleanText } from '@secura/domain/platform/clean';
import { createId } from '@secura/domain/platform/ids';
import { Button } from '@mantine/core';
import { IconLock, IconPaperclip, IconSend2, IconSparkles, IconUsers, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type ClipboardEvent } from 'react';
import { useCommands } from '../app/commands/registry.ts';
import { useDraft } from '../firebase/draft.ts';
import type { Live } from '../firebase/query-spec.ts';
import { createDoc, serverTime } from '../firebase/write.ts';
import { filesOfPaste } from '../ui/pasted-files.ts';
import classes from './conversation.module.css';
import { NameList, useNaming } from './name-list.tsx';
import type { Attached, Audience, Drafted, Place } from './place.ts';

interface Draft {
  text: string;
  audience: Audience;
  files?: Attached[];
  /** The suggestion that the text was taken from. */
  drafted?: Drafted;
}

const empty: Draft = { text: '', audience: 'everyone' };

/** Writes a message. Enter sends; what is typed survives a reload, and comes back when the server refuses it. */
export function Composer({ place, actor, answered, onAnswered, onTyping }: {
  place: Place;
  actor: Actor;
  /** The message that the next one answers. */
  answered: Live<Message> | null;
  onAnswered(): void;
  onTyping(): void;
}) {
  const [draft, setDraft, clearDraft] = useDraft<Draft>(`message.${place.path.replace('incidents/', '')}`, empty);
  const [problem, setProblem] = useState<string | null>(null);
  const [drafting, setDrafting] = useState(false);
  /** A suggestion that came while there was something else in the field. */
  const [offered, setOffered] = useState<Drafted | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  /** What goes, or went, off: a key pressed before the field is empty again must not send it once more. */
  const sent = useRef<Draft | null>(null);
  const id = useId();
  const audience: Audience = answered?.audience === 'team' ? 'team' : place.notes ? draft.audience : 'everyone';
  const people = place.nameable(audience).filter(({ uid }) => uid !== actor.uid);
  const naming = useNaming(input, draft.text, people, (text) => setDraft({ ...draft, text }));
  const files = audience === 'everyone' ? (draft.files ?? []) : [];
  const rest = messageLimit - draft.text.length;
  const toTeam = audience === 'team';
  // Adding a file or drafting takes a moment in which more is typed.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const maySuggest = place.draftReply !== undefined && !toTeam;
  useCommands(maySuggest ? [{ id: 'message.draft', label: 'Draft a reply to the reporter', section: 'Incident', perform: () => void suggest() }] : []);

  async function send(): Promise<void> {
    if (sent.current === draft || rest < 0) return;
    const text = cleanText(draft.text);
    if (text === '') return setProblem('There is nothing in this message that could be read.');
    sent.current = draft;
    try {
      setProblem(null);
      const mentions = namedIn(text, people).slice(0, mentionLimit);
      const { acked } = await createDoc(`${place.path}/messages/${createId()}`, {
        text,
        audience,
        author: { uid: actor.uid, name: actor.name, role: actor.role },
        createdAt: serverTime(),
        ...(mentions.length > 0 && { mentions }),
        ...(answered && { replyTo: answered.id }),
        ...(files.length > 0 && { attachments: files.map((file) => file.id) }),
      });
      clearDraft();
      onAnswered();
      // The choice stays: a note to the team is seldom alone, and must never slip to everyone unseen.
      if (audience === 'team') setDraft({ text: '', audience });
      acked.catch(() => {
        const { text: typed, audience: reader } = latest.current;
        // What was typed meanwhile stays as well, and what was meant for the team alone never becomes a message to everyone.
        setDraft({ text: typed.trim() === '' ? text : `${text}\n\n${typed}`, audience: audience === 'team' || reader === 'team' ? 'team' : 'everyone', files });
        setProblem('This message was refused. You may no longer write here; reload the page to see where it stands.');
      });
    } catch {
      sent.current = null;
      setProblem('This could not be sent because a part of Secura did not load. Check your connection and try again.');
    }
  }

  function take(drafted: Drafted): void {
    setDraft({ ...latest.current, audience: 'everyone', text: drafted.text, drafted });
    setOffered(null);
    setProblem(null);
    input.current?.focus();
  }

  function discard({ id: unwanted, text }: Drafted): void {
    setOffered(null);
    if (latest.current.text === text) setDraft({ ...latest.current, text: '' });
    input.current?.focus();
    // What the ledger learns of it is no affair of who writes: should it fail, the entry stays without an outcome.
    void place.discardDraft?.(unwanted).catch(() => undefined);
  }

  async function suggest(): Promise<void> {
    if (!place.draftReply || drafting) return;
    setDrafting(true);
    setProblem(null);
    setOffered(null);
    try {
      const drafted = await place.draftReply();
      const { text, audience: reader } = latest.current;
      // What somebody has typed is never thrown away for a suggestion, and a note never becomes a message.
      if (text.trim() === '' && reader === 'everyone') take(drafted);
      else setOffered(drafted);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The draft could not be made. Try again.');
    } finally {
      setDrafting(false);
    }
  }

  async function attach(chosen: File[]): Promise<void> {
    if (!place.attach || chosen.length === 0) return;
    const room = attachmentLimit - files.length;
    const { files: added, refusals } = await place.attach(chosen.slice(0, room));
    setDraft({ ...latest.current, files: [...(latest.current.files ?? []), ...added] });
    setProblem([...refusals, ...(chosen.length > room ? [`At most ${attachmentLimit} files go with one message.`] : [])].join(' ') || null);
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const chosen = filesOfPaste(event.clipboardData, true);
    if (!place.attach || chosen.length === 0) return;
    event.preventDefault();
    // The page takes files that are pasted anywhere else.
    event.stopPropagation();
    if (toTeam) setProblem('Files go to the incident, where the reporter sees them too. If that is right, paste it outside of the note.');
    else void attach(chosen);
  }

  return (
    <form
      className={classes.composer}
      data-audience={audience}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {place.notes && (
        <div className={classes.audience} role="group" aria-label="Who reads it">
          {(['everyone', 'team'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={audience === each}
              data-audience={each}
              // A note is answered by a note: its quoted words must not reach who may not read them.
              disabled={each === 'everyone' && answered?.audience === 'team'}
              onClick={() => setDraft({ ...draft, audience: each })}
            >
              {each === 'everyone' ? <IconUsers size={14} aria-hidden="true" /> : <IconLock size={14} aria-hidden="true" />}
              {each === 'everyone' ? 'Reporter and team' : 'Team only'}
            </button>
          ))}
          {place.draftReply && (
            <button type="button" className={classes.draft} disabled={toTeam} aria-disabled={drafting} onClick={() => void suggest()}>
              <IconSparkles size={14} aria-hidden="true" /> {drafting ? 'Drafting…' : 'Draft a reply'}
            </button>
          )}
        </div>
      )}
      {toTeam && (
        <p className={classes.noteBanner}>
          <IconLock size={14} aria-hidden="true" /> Internal note: {place.outsider?.name ?? 'the reporter'} does not see it.
        </p>
      )}
      {offered && (
        <div className={classes.offered} role="group" aria-label="A drafted reply">
          <span role="status">A draft is ready. It would take the place of what you have written.</span>
          <span className={classes.footActions}>
            <Button size="compact-sm" variant="default" onClick={() => discard(offered)}>
              Keep mine
            </Button>
            <Button size="compact-sm" onClick={() => take(offered)}>
              Take the draft
            </Button>
          </span>
        </div>
      )}
      {answered && (
        <div className={classes.answering}>
          <span>
            Answer to <strong>{answered.author.uid === actor.uid ? 'yourself' : answered.author.name}</strong>: {answered.text.slice(0, 120)}
          </span>
          <button type="button" className={classes.small} aria-label="Do not answer this message" onClick={onAnswered}>
            <IconX size={14} />
          </button>
        </div>
      )}
      {draft.drafted?.text === draft.text && (
        <p className={classes.drafted}>
          <IconSparkles size={14} aria-hidden="true" /> <span role="status">{draft.drafted.by}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => discard(draft.drafted!)}>
            Discard
          </Button>
        </p>
      )}
      <div className={classes.field}>
        <textarea
          ref={input}
          id={`${id}-text`}
          data-composer=""
          className={classes.input}
          rows={2}
          aria-label={toTeam ? 'Note to the team' : 'Message'}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== null || rest < 0}
          {...naming.attributes}
          placeholder={place.placeholder[audience]}
          value={draft.text}
          onChange={(event) => {
            setDraft({ ...draft, text: event.currentTarget.value });
            setProblem(null);
            // What the team writes among itself is no news to the reporter, not even that it is written.
            if (!toTeam && event.currentTarget.value.trim() !== '') onTyping();
          }}
          onPaste={paste}
          onKeyDown={(event) => {
            if (naming.onKeyDown(event)) return;
            if (event.key === 'Escape' && answered) return onAnswered();
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (draft.text.trim() !== '') void send();
          }}
        />
        <NameList naming={naming} />
      </div>
      {files.length > 0 && (
        <ul className={classes.files} aria-label="Files that go with this message">
          {files.map((file) => (
            <li key={file.id}>
              <IconPaperclip size={14} aria-hidden="true" /> {file.name}
              <button type="button" className={classes.small} aria-label={`Send without ${file.name}`} onClick={() => setDraft({ ...draft, files: files.filter((each) => each.id !== file.id) })}>
                <IconX size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <span id={`${id}-hint`} className={classes.hint} data-over={rest < 0 || undefined} role={problem || rest < 0 ? 'alert' : undefined}>
          {problem ?? (rest < 0 ? `${-rest} characters too many.` : rest < 400 ? `${rest} characters left.` : <Keys />)}
        </span>
        <span className={classes.footActions}>
          {place.attach && !toTeam && (
            <>
              <input
                id={`${id}-files`}
                className="visually-hidden"
                type="file"
                multiple
                onChange={(event) => {
                  const chosen = [...(event.currentTarget.files ?? [])];
                  event.currentTarget.value = '';
                  void attach(chosen);
                }}
              />
              <label htmlFor={`${id}-files`} className={classes.attach} title="The files go to the incident, where the reporter and the team see them">
                <IconPaperclip size={18} aria-hidden="true" />
                <span className="visually-hidden">Attach files</span>
              </label>
            </>
          )}
          <Button type="submit" size="sm" {...(toTeam ? { variant: 'default', className: classes.addNote } : { variant: 'gradient' })} disabled={draft.text.trim() === '' || rest < 0} leftSection={toTeam ? <IconLock size={16} /> : <IconSend2 size={16} />}>
            {toTeam ? 'Add note' : 'Send'}
          </Button>
        </span>
      </div>
    </form>
  );
}

/** What the keys do, where there are keys. */
function Keys() {
  return (
    <>
      <span className={classes.withKeys}>Enter sends, Shift+Enter makes a new line. </span>
      Markdown and @names work.
    </>
  );
}
