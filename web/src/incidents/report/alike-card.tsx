import type { Alike } from '@secura/domain/similar/similar';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveDoc, useLiveQuery } from '../../firebase/live.ts';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import { useOperation } from '../shared/use-operation.ts';
import classes from './report.module.css';

/** That colleagues reported the same, as a coarse number and nothing else, and a way to hear how it ends. */
export function AlikeCard({ incidentId }: { incidentId: string }) {
  const { data } = useLiveDoc<Alike>(`incidents/${incidentId}/shared/alike`);
  return data ? <Company incidentId={incidentId} alike={data} /> : null;
}

function Company({ incidentId, alike }: { incidentId: string; alike: Alike }) {
  const attempt = useOperation();
  const joinedBefore = useLiveQuery<{ type: string }>({
    collection: `incidents/${incidentId}/events`,
    where: [['audience', '==', 'everyone']],
    orderBy: [['seq', 'desc']],
    limit: 10,
  }).data?.some(({ type }) => type === 'incident.joined');
  const [joined, setJoined] = useState(false);
  return (
    <section className={ui.card} aria-labelledby="alike-title" aria-live="polite">
      <h2 id="alike-title" className={classes.asideTitle}>
        <IconUsers size={22} aria-hidden="true" />
        You are not alone
      </h2>
      <p className={ui.quiet}>
        {inWords(alike.colleagues)} colleagues reported something like this today. The team has their reports and yours. Nobody learns who reported what.
      </p>
      {attempt.problem && <ErrorNote error={attempt.problem} />}
      {joined || joinedBefore ? (
        <p className={ui.quiet}>You will be told on the incident’s page how it ends for everybody.</p>
      ) : (
        <div className={classes.actions}>
          <Button
            size="md"
            variant="default"
            loading={attempt.busy}
            onClick={() => void attempt.run('incidents.join', { id: incidentId }).then((done) => setJoined(done !== null))}
          >
            Tell me how it ends for everybody
          </Button>
        </div>
      )}
    </section>
  );
}

const words: Record<Alike['colleagues'], string> = { '3': 'Three', '4': 'Four', '5': 'Five', 'more than 5': 'More than five', 'more than 10': 'More than ten' };
const inWords = (colleagues: Alike['colleagues']): string => words[colleagues];
