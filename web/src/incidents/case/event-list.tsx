import type { EventType, IncidentEvent } from '@secura/domain/incidents/events';
import {
  IconArrowsExchange, IconArrowsSplit, IconCheckbox, IconClockExclamation, IconClockPause, IconClockPlay, IconFlag, IconGitMerge, IconLink, IconMessage, IconNotes, IconPaperclip, IconPencil, IconRefresh, IconSparkles,
  IconTag, IconTarget, IconTopologyStar3, IconUnlink, IconUrgent, IconUsers,
  IconEye, IconEyeOff, IconFileExport, IconFingerprint, IconShieldCheck, IconTextScan2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useNow } from '../../ui/relative-time.tsx';
import { relativeTime } from '../../ui/time.ts';
import { WholeNumbers } from '../../ui/whole-numbers.tsx';
import classes from './case.module.css';
import { tellEvent } from './event-sentences.ts';

const icons: Record<EventType, ComponentType<{ size?: number }>> = {
  'incident.reported': IconFlag,
  'triage.completed': IconSparkles,
  'triage.failed': IconSparkles,
  'triage.reviewed': IconSparkles,
  'assignment.changed': IconUsers,
  'severity.changed': IconTag,
  'category.changed': IconTag,
  'visibility.changed': IconEyeOff,
  'fields.updated': IconPencil,
  'status.changed': IconArrowsExchange,
  'resolution.documented': IconNotes,
  'incident.reopened': IconRefresh,
  'technique.reviewed': IconTarget,
  'task.created': IconCheckbox,
  'task.updated': IconCheckbox,
  'message.posted': IconMessage,
  'message.edited': IconMessage,
  'message.removed': IconMessage,
  'evidence.added': IconPaperclip,
  'incident.linked': IconLink,
  'incident.unlinked': IconUnlink,
  'incident.merged': IconGitMerge,
  'incident.unmerged': IconArrowsSplit,
  'incident.joined': IconUsers,
  'outcome.told': IconFlag,
  'campaign.changed': IconTopologyStar3,
  'evidence.inspected': IconShieldCheck,
  'evidence.read': IconTextScan2,
  'evidence.opened': IconEye,
  'evidence.verified': IconFingerprint,
  'evidence.exported': IconFileExport,
  'clock.reminded': IconClockExclamation,
  'clock.paused': IconClockPause,
  'clock.resumed': IconClockPlay,
  'emergency.declared': IconUrgent,
  'emergency.stoodDown': IconUrgent,
};

/** Events as sentences, newest first. */
export function EventList({ events, me, broken, markTeam = false }: {
  events: readonly IncidentEvent[];
  /** Whose events say "You". */
  me?: string;
  /** The event at which the chain does not hold. */
  broken?: number | undefined;
  /** Marks what the reporter does not see. */
  markTeam?: boolean;
}) {
  const now = useNow();
  return (
    <ol className={classes.events}>
      {events.map((event) => {
        const Icon = icons[event.type];
        const { text, quote } = tellEvent(event);
        const at = new Date(event.at);
        return (
          <li key={event.seq} className={classes.event} data-broken={event.seq === broken || undefined}>
            <span className={classes.eventIcon} aria-hidden="true">
              <Icon size={15} />
            </span>
            <div>
              <strong>{event.actor.kind === 'system' ? 'Secura' : event.actor.uid === me ? 'You' : event.actor.name}</strong> <WholeNumbers text={text} />
              {quote && <blockquote className={classes.quote}>{quote}</blockquote>}
              <span className={classes.eventMeta}>
                <time dateTime={event.at} title={`${event.at.replace('T', ' ').slice(0, 19)} UTC`}>
                  {relativeTime(at, at > now ? at : now)}
                </time>
                {markTeam && event.audience === 'team' && ' · team only'}
                {markTeam && <span className={classes.seq}> · #{event.seq}</span>}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
