import { generalRoom, type Room } from '@secura/domain/conversation/talk';
import type { Actor } from '@secura/domain/people/permissions';
import { cleanText } from '@secura/domain/platform/clean';
import { createId } from '@secura/domain/platform/ids';
import { Button, TextInput } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import { createDoc, serverTime } from '../../firebase/write.ts';
import { ErrorNote } from '../../ui/page.tsx';
import { RowsEnd, pageOf } from './rows-end.tsx';
import { TalkRow } from './row.tsx';
import rows from '../../ui/rows.module.css';
import classes from './talk.module.css';

/** The rooms of the team: the general one, and those that somebody made. */
export function RoomList({ actor }: { actor: Actor }) {
  const [limit, setLimit] = useState(8);
  const general = useLiveDoc<Pick<Room, 'last'>>(`rooms/${generalRoom}`);
  const { data, error } = useLiveQuery<Room>({ collection: 'rooms', orderBy: [['createdAt', 'desc']], limit: limit + 1 });
  const { shown, more } = pageOf(data ?? [], limit);
  return (
    <section className={classes.section} aria-labelledby="rooms-heading">
      <h2 id="rooms-heading" className={classes.heading}>Rooms of the team</h2>
      {error && <ErrorNote error={error} />}
      <ul className={rows.list}>
        <li>
          <TalkRow path={`rooms/${generalRoom}`} to={`/talk/rooms/${generalRoom}`} uid={actor.uid} title="General" last={general.data?.last}>
            <IconHash size={16} aria-hidden="true" />
          </TalkRow>
        </li>
        {shown.map((room) => (
          <li key={room.id}>
            <TalkRow path={`rooms/${room.id}`} to={`/talk/rooms/${room.id}`} uid={actor.uid} title={room.name} last={room.last}>
              <IconHash size={16} aria-hidden="true" />
            </TalkRow>
          </li>
        ))}
      </ul>
      <RowsEnd more={more} onMore={() => setLimit(limit + 20)} />
      <NewRoom actor={actor} />
    </section>
  );
}

function NewRoom({ actor }: { actor: Actor }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const navigate = useNavigate();
  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const cleaned = cleanText(name).replace(/\s+/g, ' ');
    if (cleaned.length < 2 || cleaned.length > 60) return setProblem('Name the room in 2 to 60 characters.');
    const id = createId();
    try {
      const { acked } = await createDoc(`rooms/${id}`, { name: cleaned, createdBy: { uid: actor.uid, name: actor.name }, createdAt: serverTime() });
      acked.catch(() => setProblem('The room was not made. Reload the page and try again.'));
      await navigate(`/talk/rooms/${id}`);
    } catch {
      setProblem('The room was not made. Check your connection and try again.');
    }
  }
  return (
    <form className={classes.newRoom} onSubmit={(event) => void make(event)} noValidate>
      <TextInput aria-label="Name of a new room" placeholder="Name of a new room" value={name} error={problem} onChange={(event) => { setName(event.currentTarget.value); setProblem(null); }} />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />}>Make a room</Button>
    </form>
  );
}
