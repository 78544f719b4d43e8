import { Button } from '@mantine/core';
import { emergencyRoleLabels, emergencyRoles, type Emergency } from '@secura/domain/posture/emergency';
import { IconUrgent } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../app/access.tsx';
import { useLiveDoc } from '../firebase/live.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './posture.module.css';
import { usePosture } from './use-posture.ts';

const StandDownDialog = lazy(() => import('./stand-down-dialog.tsx').then((module) => ({ default: module.StandDownDialog })));

/** The emergencies that go on, on every page of the team: who commands, and the way to the room. */
export function EmergencyBanners() {
  const posture = usePosture();
  return (posture?.emergencies ?? []).map((id) => <Banner key={id} id={id} />);
}

function Banner({ id }: { id: string }) {
  const { data } = useLiveDoc<Emergency>(`emergencies/${id}`);
  const mayStandDown = useCan('emergency:declare');
  const [ending, setEnding] = useState(false);
  if (!data || data.stoodDown) return null;
  const { incidentId, incidentNumber, title, team, declaredAt } = data;
  return (
    <aside className={classes.banner} aria-label={`Emergency: ${incidentNumber}`}>
      <strong>
        <IconUrgent size={18} aria-hidden="true" />
        Emergency
      </strong>
      <span className={classes.roles}>
        <Link className="unbroken" to={`/incidents/${incidentId}`}>{incidentNumber}</Link> {title}, declared <RelativeTime date={declaredAt} />
        <br />
        {emergencyRoles.map((role) => `${emergencyRoleLabels[role]}: ${team[role].name}`).join(' · ')}
      </span>
      <Link to={`/talk/rooms/${id}`}>Open the room</Link>
      {mayStandDown && (
        <Button size="compact-sm" variant="default" aria-label={`Stand down ${incidentNumber}`} onClick={() => setEnding(true)}>
          Stand down
        </Button>
      )}
      {ending && (
        <Suspense>
          <StandDownDialog emergency={data} onClose={() => setEnding(false)} />
        </Suspense>
      )}
    </aside>
  );
}
