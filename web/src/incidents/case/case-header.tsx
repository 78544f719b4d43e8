import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { categoryLabels } from '@secura/domain/incidents/vocabulary';
import { ActionIcon, Button } from '@mantine/core';
import { IconDots, IconLink } from '@tabler/icons-react';
import { SeverityBadge, StatusBadge, VisibilityBadge } from '../../ui/badges.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { copyText } from '../../ui/copy.ts';
import { Highlight } from '../../ui/highlight.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { lastQueue } from '../shared/last-queue.ts';
import classes from './case.module.css';
import { triageMarks } from './spans.ts';
import type { CaseActions } from './use-case-actions.tsx';

/** Number, title and state of an incident, with what can be done about it. */
export function CaseHeader({ incident, details, actions }: { incident: Incident; details: InternalCase | null; actions: CaseActions }) {
  const { number, title, severity, category, visibility, lastActivity } = incident;
  const near = actions.list.filter((action) => action.near);
  const rest = actions.list.filter((action) => !action.near);
  return (
    <>
      <BackLink to={lastQueue()}>Queue</BackLink>
      <header className={classes.header}>
        <div>
          <div className={classes.number}>
            {number ?? 'Numbering…'}
            <ActionIcon variant="subtle" size="sm" aria-label="Copy the link" title="Copy the link" onClick={() => void copyText(`${location.origin}/incidents/${incident.id}`, 'Link copied')}>
              <IconLink size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
          <h1 className={classes.title}>
            <Highlight text={title} spans={triageMarks('title', incident, details)} />
          </h1>
          <div className={classes.badges}>
            <SeverityBadge severity={severity} />
            <StatusBadge status={actions.status} />
            {category && <span>{categoryLabels[category]}</span>}
            <VisibilityBadge visibility={visibility} />
            <span className={classes.small}>
              {lastActivity.what}, {lastActivity.by.name}, <RelativeTime date={lastActivity.at} />
            </span>
          </div>
        </div>
        <div className={classes.actions}>
          {near.map((action) => (
            <Button key={action.id} variant={action.main ? 'gradient' : 'default'} disabled={actions.busy} onClick={action.run}>
              {action.label}
            </Button>
          ))}
          <MenuButton
            label="More actions"
            trigger={<IconDots size={20} aria-hidden="true" />}
            sections={[{ items: rest.map((action) => ({ id: action.id, label: action.label, disabled: actions.busy, onSelect: action.run })) }]}
          />
        </div>
      </header>
    </>
  );
}
