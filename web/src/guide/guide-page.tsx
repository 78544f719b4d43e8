import { Button } from '@mantine/core';
import { IconMessageReport, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Page, PageHeader } from '../ui/page.tsx';
import { chapters } from './chapters.tsx';
import classes from './guide.module.css';

/** The security guide: what to look out for, and what to do when it happened. Prints on a few sheets. */
export default function GuidePage() {
  return (
    <Page width={1080}>
      <PageHeader
        title="Security guide"
        intro="What to look out for, and what to do when it happened. Five minutes to read, good to have printed next to the phone."
        actions={
          <div className={classes.actions}>
            <Button size="md" variant="default" leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => window.print()}>
              Print
            </Button>
            <Button component={Link} to="/report" size="md" variant="gradient" leftSection={<IconMessageReport size={20} aria-hidden="true" />}>
              Report an incident
            </Button>
          </div>
        }
      />
      <div className={classes.columns}>
        <nav className={classes.contents} aria-label="Contents of the guide">
          <ol>
            {chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <article className={classes.text}>
          {chapters.map(({ id, title, body }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
              <h2 id={`${id}-title`}>{title}</h2>
              {body}
            </section>
          ))}
        </article>
      </div>
    </Page>
  );
}
