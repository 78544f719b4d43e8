import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import classes from './page.module.css';

/** The padded column that every page stands in. */
export function Page({ children, width }: { children: ReactNode; width?: number }) {
  return (
    <div className={classes.page} style={width ? ({ '--page-width': `${width}px` } as CSSProperties) : undefined}>
      {children}
    </div>
  );
}

/** The page's one h1, a sentence about it, and its actions. */
export function PageHeader({ title, intro, actions }: { title: ReactNode; intro?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={classes.header}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {intro && <p className={classes.intro}>{intro}</p>}
      </div>
      {actions}
    </header>
  );
}

/** Says why there is nothing here, and what to do about it. */
export function EmptyState(props: { title: string; text?: ReactNode; action?: ReactNode; icon?: ReactNode }) {
  return (
    <div className={classes.empty}>
      {props.icon}
      <p className={classes.emptyTitle}>{props.title}</p>
      {props.text && <div>{props.text}</div>}
      {props.action}
    </div>
  );
}

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle, success: IconCircleCheck };

/** A boxed sentence. Errors and warnings are read out at once. */
export function Note({ tone = 'info', children, action }: { tone?: keyof typeof icons; children: ReactNode; action?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'error' || tone === 'warning' ? 'alert' : undefined}>
      <Icon size={18} aria-hidden="true" />
      <div className={classes.noteBody}>{children}</div>
      {action}
    </div>
  );
}

/** What went wrong, in a sentence, with a way to try again. */
export function ErrorNote({ error, onRetry }: { error: { message: string } | string; onRetry?: () => void }) {
  return (
    <Note
      tone="error"
      action={onRetry && <Button size="compact-sm" variant="default" onClick={onRetry}>Try again</Button>}
    >
      {typeof error === 'string' ? error : error.message}
    </Note>
  );
}
