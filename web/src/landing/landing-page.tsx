import { Button } from '@mantine/core';
import {
  IconBellRinging, IconCheck, IconDeviceMobile, IconMessages, IconSend, IconShieldCheck, IconSparkles, IconTimeline, IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { probablySignedIn } from '../firebase/device.ts';
import { PublicFrame } from '../ui/public-frame.tsx';
import classes from './landing.module.css';
import { Screenshot } from './screenshot.tsx';

const path = [
  { Icon: IconSend, title: 'You report it', text: 'A few sentences and a screenshot, from a phone or a desk. No network? It is sent when there is one.' },
  { Icon: IconSparkles, title: 'It is triaged at once', text: 'Category and severity with the words that led to them, and what you can safely do now.' },
  { Icon: IconUsersGroup, title: 'The security team works on it', text: 'The report stands in their queue the moment it arrives. They ask you when they need to know more.' },
  { Icon: IconShieldCheck, title: 'You see how it ends', text: 'Every step reaches you in plain words, up to what was done about it.' },
];

const audiences = [
  {
    Icon: IconDeviceMobile,
    title: 'For everybody at work',
    text: 'One calm page to report on. Drafts survive a closed tab. Your reports, their state and the answers of the team stand in one place.',
  },
  {
    Icon: IconBellRinging,
    title: 'For the security team',
    text: 'A live queue with filters in the address bar, and keys to move, search and assign. Every score comes with its reasons, and a case that two people can work on at once.',
  },
  {
    Icon: IconMessages,
    title: 'For those who answer for it',
    text: 'Counts, times to acknowledge and to resolve, and the work of each analyst: every figure is computed from what is stored, with its formula beside it.',
  },
];

const promises = [
  'Every change of an incident is one event in a chain of hashes. Anybody of the team can have the chain checked, and a history that was rewritten shows.',
  'People see only what is theirs. A restricted incident stays with the people assigned to it, the lead, the administrators and the person who reported it.',
  'What triage proposes is a proposal: it names its reasons, and the decision of a person always stands above it.',
  'On a shared computer nothing is kept once the tab is closed. On your own, signing out removes what was stored.',
];

/** The first page: what Secura does, for people who do not know it yet. */
export default function LandingPage() {
  const returning = probablySignedIn();
  return (
    <PublicFrame
      actions={
        <Button component={Link} to={returning ? '/home' : '/login'} variant="default">
          {returning ? 'Open Secura' : 'Sign in'}
        </Button>
      }
    >
      <section className={`${classes.section} ${classes.hero}`}>
        <div>
          <p className={classes.eyebrow}>Incident reporting and response</p>
          <h1>Something looks wrong? Say so in a minute.</h1>
          <p className={classes.lead}>
            Secura takes the report of a strange mail, a lost laptop or a door left open, sorts it at once, and brings it to the people who can do
            something about it. You see every step they take.
          </p>
          <div className={classes.actions}>
            <Button component={Link} to="/report" variant="gradient" size="md">
              Report an incident
            </Button>
            {!returning && (
              <Button component={Link} to="/register" variant="default" size="md">
                Create your account
              </Button>
            )}
          </div>
        </div>
        <ol className={classes.path} aria-label="What happens with a report">
          {path.map(({ Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden="true" />
              <strong>{title}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </section>

      <section className={`${classes.section} ${classes.pictures}`} aria-label="How it looks">
        <Screenshot
          name="queue"
          width={1280}
          height={800}
          alt="The queue of the security team: incidents with severity, state, confidence of triage, reporter, assignees and clocks, and the team's states beside it."
        />
        <Screenshot name="home" width={390} height={800} phone alt="The start page of an employee on a phone: the button to report, and the state of their own reports in plain words." />
        <p className={classes.caption}>The queue of the security team, and an employee’s start page on a phone. Demo data.</p>
      </section>

      <div className={classes.band}>
        <section className={classes.section}>
          <h2>One incident, three points of view</h2>
          <p className={classes.sub}>The same record serves the person who noticed something, the people who deal with it, and the people who answer for it.</p>
          <div className={classes.cards}>
            {audiences.map(({ Icon, title, text }) => (
              <div key={title} className={classes.card}>
                <Icon size={28} aria-hidden="true" />
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            ))}
          </div>
        </section>
      </div>

      <section className={classes.section}>
        <h2>
          <IconTimeline size={30} aria-hidden="true" style={{ verticalAlign: '-5px', marginRight: 10 }} />
          What you can hold it to
        </h2>
        <p className={classes.sub}>No figures here: these are properties of the software.</p>
        <ul className={classes.facts}>
          {promises.map((promise) => (
            <li key={promise}>
              <IconCheck size={20} aria-hidden="true" />
              <span>{promise}</span>
            </li>
          ))}
        </ul>
      </section>
      <footer className={classes.foot}>
        <span>Secura is free software under the MIT licence.</span>
      </footer>
    </PublicFrame>
  );
}
