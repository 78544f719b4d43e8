import { readPosture, type Posture } from '@secura/domain/posture/threat-level';
import { useLiveDoc } from '../firebase/live.ts';

/** How the organisation stands, live; null until the one document that says so has come. */
export function usePosture(): Posture | null {
  const { data, status } = useLiveDoc<Posture>('settings/posture');
  return status === 'ready' ? readPosture(data) : null;
}
