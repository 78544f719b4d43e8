import type { Direct } from '@secura/domain/conversation/talk';
import { directIdOf } from '@secura/domain/conversation/talk';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { liveBridge, useLiveDoc } from '../../firebase/live.ts';
import { createDoc, serverTime } from '../../firebase/write.ts';
import ui from '../../ui/card.module.css';
import { EmptyState, ErrorNote, Page, PageHeader } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { Thread } from '../thread.tsx';
import { Back } from './back.tsx';
import { talkPlace } from './talk-place.ts';
import { useActor, useOnline, useTeam } from './use-people.ts';

/** Two people of the team, and nobody else. */
export default function DirectPage() {
  const { id = '' } = useParams();
  const actor = useActor();
  const { team, loading } = useTeam();
  const other = team.find(({ uid }) => uid !== actor.uid && directIdOf(uid, actor.uid) === id);
  const online = useOnline(other ? [other.uid] : []);
  const { data, status, error } = useLiveDoc<Direct>(other ? `direct/${id}` : null);
  const place = useMemo(
    () => talkPlace({ path: `direct/${id}`, me: { uid: actor.uid, name: actor.name }, people: team, nameable: [], placeholder: `Write to ${other?.name ?? ''}`, empty: 'You have not written to one another yet.' }),
    [id, actor, team, other],
  );
  if (loading || (other && status === 'loading')) return <Page width={800}><SkeletonRows rows={4} height={64} /></Page>;
  if (!other) return <Page width={800}><EmptyState title="There is nobody to write to here" text="Direct messages are between two people of the security team." action={<Link to="/talk">All talk</Link>} /></Page>;
  return (
    <Page width={800}>
      <Back />
      <PageHeader title={other.name} intro={`${online.has(other.uid) ? 'Online now. ' : ''}Only the two of you can read this in Secura; administrators cannot.`} />
      {error && error.code !== 'permission-denied' && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {data && !data._pending ? (
        <div className={ui.card}>
          <Thread place={place} actor={actor} />
        </div>
      ) : (
        <Begin id={id} name={other.name} />
      )}
    </Page>
  );
}

/** A pair exists once one of the two begins: its document says who may read. */
function Begin({ id, name }: { id: string; name: string }) {
  const actor = useActor();
  const { team } = useTeam();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function begin(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const uids = [actor.uid, team.find(({ uid }) => uid !== actor.uid && directIdOf(uid, actor.uid) === id)!.uid].sort();
    try {
      const { acked } = await createDoc(`direct/${id}`, { uids, createdAt: serverTime() });
      await acked;
    } catch {
      setProblem('This could not be begun. Check your connection and try again.');
    } finally {
      setBusy(false);
      // What was refused while there was no such pair is asked for again.
      liveBridge.retryFailed();
    }
  }
  return (
    <>
      {problem && <ErrorNote error={problem} />}
      <EmptyState title={`You and ${name} have not written to one another yet`} action={<Button variant="gradient" loading={busy} onClick={() => void begin()}>Start writing to {name}</Button>} />
    </>
  );
}
