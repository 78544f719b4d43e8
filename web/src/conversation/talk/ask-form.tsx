import { messageLimit } from '@secura/domain/conversation/message';
import type { Actor } from '@secura/domain/people/permissions';
import { cleanText } from '@secura/domain/platform/clean';
import { createId } from '@secura/domain/platform/ids';
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useDraft } from '../../firebase/draft.ts';
import { createDoc, serverTime } from '../../firebase/write.ts';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import classes from './talk.module.css';

const titleLimit = 200;

/** Asks the team something without a report. Works offline: it is sent when the network is back. */
export function AskForm({ actor }: { actor: Actor }) {
  const [draft, setDraft, clear] = useDraft('question', { title: '', text: '' });
  const [problems, setProblems] = useState<{ title?: string; text?: string; form?: string }>({});
  const navigate = useNavigate();

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    const title = cleanText(draft.title).replace(/\s+/g, ' ');
    const text = cleanText(draft.text);
    const found = {
      ...((title.length < 3 || title.length > titleLimit) && { title: `Say in 3 to ${titleLimit} characters what it is about.` }),
      ...((text === '' || text.length > messageLimit) && { text: `Write your question, at most ${messageLimit} characters.` }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const id = createId();
    try {
      // Both wait in one queue, the question first: its message is nothing without it.
      await createDoc(`questions/${id}`, { title, asker: { uid: actor.uid, name: actor.name }, state: 'open', createdAt: serverTime() });
      await createDoc(`questions/${id}/messages/${createId()}`, { text, audience: 'everyone', author: { uid: actor.uid, name: actor.name, role: actor.role }, createdAt: serverTime() });
      clear();
      await navigate(`/talk/questions/${id}`);
    } catch {
      setProblems({ form: 'This could not be sent because a part of Secura did not load. Check your connection and try again.' });
    }
  }

  return (
    <form className={ui.card} onSubmit={(event) => void ask(event)} noValidate aria-labelledby="ask-heading">
      <h2 id="ask-heading">Ask a question</h2>
      <TextInput label="What is it about?" placeholder="A mail from the bank" value={draft.title} error={problems.title} onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })} />
      <Textarea label="Your question" placeholder="I got a mail that…" autosize minRows={3} value={draft.text} error={problems.text} onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })} />
      {problems.form && <ErrorNote error={problems.form} />}
      <Button type="submit" variant="gradient" leftSection={<IconSend2 size={16} />} className={classes.submit}>Ask the team</Button>
    </form>
  );
}
