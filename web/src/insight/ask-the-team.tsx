import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import type { Roster } from '@secura/domain/people/person';
import { workStateLabels } from '@secura/domain/people/vocabulary';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLiveDoc, useLiveQuery } from '../firebase/live.ts';
import { useOnline } from '../firebase/online.ts';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import { useNow } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './home.module.css';
import { onlineOf, presenceText, type Member } from './presence-text.ts';
import type { MyRow } from './use-my-incidents.ts';

/** Signs of life that are read, one document each; people who are off duty are asked last. */
const asked = 10;

function useTeam() {
  const roster = useLiveDoc<Roster>('team/roster');
  const members = useMemo(
    () => Object.entries(roster.data?.members ?? {}).map(([uid, member]): Member => ({ ...member, uid })).filter(({ role }) => role === 'security_team'),
    [roster.data],
  );
  const uids = [...members]
    .sort((a, b) => Number(a.workState?.kind === 'off_duty') - Number(b.workState?.kind === 'off_duty') || (a.uid < b.uid ? -1 : 1))
    .slice(0, asked)
    .map(({ uid }) => uid)
    .sort();
  const presence = useLiveQuery<{ seenAt: Date }>(uids.length > 0 ? { collection: 'presence', where: [['__name__', 'in', uids]], limit: asked } : null);
  const now = useNow();
  const online = onlineOf(members, new Map((presence.data ?? []).map(({ id, seenAt }) => [id, seenAt])), now);
  const connected = useOnline();
  // What this device remembers says who was there, not who is.
  const confirmed = (live: { status: string; fromCache: boolean }) => live.status === 'ready' && !live.fromCache;
  const settled = !connected || (confirmed(roster) && (members.length === 0 || confirmed(presence)));
  return { online, settled, connected, empty: members.length === 0, error: roster.error ?? presence.error };
}

/** Who of the security team is there now, and the way to ask them. */
export function AskTheTeam({ latest, loading }: { latest: MyRow | null; loading: boolean }) {
  const { online, settled, connected, empty, error } = useTeam();
  return (
    <section className={ui.card} aria-labelledby="ask-title">
      <h2 id="ask-title">Ask the security team</h2>
      {error && <ErrorNote error={error} />}
      {!settled && !error && <SkeletonRows rows={1} height={44} />}
      {!connected && <p className={ui.quiet}>You are offline, so it is not known who is there. What you write is sent when the network is back.</p>}
      {connected && settled && !error && (
        <>
          <p className={classes.presence} data-online={online.length > 0 || undefined}>
            <span className={classes.dot} aria-hidden="true" />
            {empty ? 'Nobody has joined the security team yet. Reports wait until somebody does.' : presenceText(online)}
          </p>
          {online.length > 0 && (
            <ul className={classes.people}>
              {online.slice(0, 3).map((member) => (
                <li key={member.uid}>
                  {member.name}
                  {member.lead && ', lead'}
                  {member.workState && <span> · {workStateLabels[member.workState.kind]}</span>}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {!loading &&
        (latest ? (
          <Button component={Link} to={`/incidents/${latest.id}`} variant="default" size="md" leftSection={<IconMessages size={20} aria-hidden="true" />}>
            Ask in {latest.number ?? 'your last report'}
          </Button>
        ) : (
          <Button component={Link} to="/talk" variant="default" size="md" leftSection={<IconMessages size={20} aria-hidden="true" />}>
            Ask a question
          </Button>
        ))}
    </section>
  );
}
