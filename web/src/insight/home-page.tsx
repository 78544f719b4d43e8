import { Button } from '@mantine/core';
import { IconBook, IconMessageReport } from '@tabler/icons-react';
import { Link } from 'react-router';
import { AlertCards } from '../app/alerts.ts';
import { useMe } from '../firebase/session.ts';
import ui from '../ui/card.module.css';
import { Page } from '../ui/page.tsx';
import { useNow } from '../ui/relative-time.tsx';
import { AskTheTeam } from './ask-the-team.tsx';
import classes from './home.module.css';
import { MyIncidents } from './my-incidents-card.tsx';
import { tipsOf } from './tips.ts';
import { useMyIncidents } from './use-my-incidents.ts';

/** Where an employee's day with Secura begins: report, ask, see what became of it. */
export default function HomePage() {
  const me = useMe();
  const mine = useMyIncidents(me.uid);
  const tips = tipsOf(useNow());
  return (
    <Page>
      <section className={classes.welcome} aria-labelledby="home-title">
        <div>
          <h1 id="home-title">Welcome, {me.name.split(' ')[0]}</h1>
          <p>Something looks strange? Tell the security team. A false alarm costs nothing.</p>
        </div>
        <div className={classes.welcomeActions}>
          <Button component={Link} to="/report" size="lg" variant="gradient" leftSection={<IconMessageReport size={22} aria-hidden="true" />}>
            Report an incident
          </Button>
          <Button component={Link} to="/guide" size="lg" variant="default" leftSection={<IconBook size={20} aria-hidden="true" />}>
            Security guide
          </Button>
        </div>
      </section>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <MyIncidents mine={mine} />
        </div>
        <div className={classes.stack}>
          <AlertCards />
          <AskTheTeam latest={mine.rows.find((row) => !row.queued && row.status !== 'closed') ?? null} loading={mine.loading} />
          <section className={ui.card} aria-labelledby="tips-title">
            <h2 id="tips-title">Tips for today</h2>
            <ul className={classes.tips}>
              {tips.map((tip) => (
                <li key={tip}>{tip}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Page>
  );
}
