import type { Actor } from '@secura/domain/people/permissions';
import { cleanText } from '@secura/domain/platform/clean';
import { createId } from '@secura/domain/platform/ids';
import { Button } from '@mantine/core';
import { IconLock, IconSend2, IconUsers } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useDraft } from '../firebase/draft.ts';
import { createDoc, serverTime } from '../firebase/write.ts';
import classes from './conversation.module.css';

type Audience = 'everyone' | 'team';

/** Writes a message. Enter sends; what is typed survives a reload, and comes back when the server refuses it. */
export function Composer({ incidentId, actor, team, limit }: { incidentId: string; actor: Actor; team: boolean; limit: number }) {
  const [draft, setDraft, clearDraft] = useDraft<{ text: string; audience: Audience }>(`message.${incidentId}`, { text: '', audience: 'everyone' });
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const sending = useRef(false);
  const id = useId();
  const audience = team ? draft.audience : 'everyone';
  const rest = limit - draft.text.length;

  async function send(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    try {
      const text = cleanText(draft.text);
      if (text === '') return setProblem('There is nothing in this message that could be read.');
      setProblem(null);
      const { acked } = await createDoc(`incidents/${incidentId}/messages/${createId()}`, {
        text,
        audience,
        author: { uid: actor.uid, name: actor.name, role: actor.role },
        createdAt: serverTime(),
      });
      clearDraft();
      // The choice stays: a note to the team is seldom alone, and must never slip to everyone unseen.
      if (audience === 'team') setDraft({ text: '', audience });
      acked.catch(() => {
        setDraft({ text, audience });
        setProblem('This message was refused. You may no longer write here; reload the page to see where it stands.');
      });
    } catch {
      setProblem('This could not be sent because a part of Secura did not load. Check your connection and try again.');
    } finally {
      sending.current = false;
    }
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
      {team && (
        <div className={classes.audience} role="group" aria-label="Who reads it">
          {(['everyone', 'team'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={audience === each} data-audience={each} onClick={() => setDraft({ ...draft, audience: each })}>
              {each === 'everyone' ? <IconUsers size={14} aria-hidden="true" /> : <IconLock size={14} aria-hidden="true" />}
              {each === 'everyone' ? 'Reporter and team' : 'Team only'}
            </button>
          ))}
        </div>
      )}
      <textarea
        ref={input}
        id={`${id}-text`}
        data-composer=""
        className={classes.input}
        rows={2}
        aria-label={audience === 'team' ? 'Note to the team' : 'Message'}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== null || rest < 0}
        placeholder={audience === 'team' ? 'A note that only the team sees' : team ? 'A message to the reporter and the team' : 'Write to the security team'}
        value={draft.text}
        onChange={(event) => {
          setDraft({ ...draft, text: event.currentTarget.value });
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (draft.text.trim() !== '') void send();
        }}
      />
      <div className={classes.foot}>
        <span id={`${id}-hint`} className={classes.hint} data-over={rest < 0 || undefined} role={problem || rest < 0 ? 'alert' : undefined}>
          {problem ?? (rest < 0 ? `${-rest} characters too many.` : rest < 400 ? `${rest} characters left.` : 'Enter sends, Shift+Enter makes a new line.')}
        </span>
        <Button type="submit" size="sm" variant="gradient" disabled={draft.text.trim() === '' || rest < 0} leftSection={<IconSend2 size={16} />}>
          Send
        </Button>
      </div>
    </form>
  );
}
