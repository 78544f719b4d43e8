import type { Browser, Page } from 'playwright-core';
import { signIn } from '../sign-in.ts';

/** The people of the story, each with a browser window of their own. */
export interface Stage {
  reporter: Page;
  analyst: Page;
  admin: Page;
  /** What the steps learn on the way. */
  known: { title: string; number: string; before: Counts };
}

/** What the administrator's overview shows, as numbers. */
export interface Counts {
  newToday: number;
  everReported: number;
  resolvedIn30Days: number;
  openNow: number;
}

export interface Step {
  /** What is true once the step is done. */
  name: string;
  play(stage: Stage): Promise<void>;
}

const description = 'I got an email that says it is from our IT support. It asks me to verify my account on a login page behind a link. I did not click it.';
const headers = 'Received: from mail.login-support.example (203.0.113.7) by mx.secura.example';

/** Opens three windows on the app; the story's own browser context each, so that nobody shares a session. */
export async function openStage(browser: Browser, origin: string): Promise<Stage> {
  const [reporter, analyst, admin] = await Promise.all(
    [0, 1, 2].map(async () => (await browser.newContext({ baseURL: origin, serviceWorkers: 'block' })).newPage()),
  );
  const title = `Suspicious phishing email received (${crypto.randomUUID().slice(0, 6)})`;
  return { reporter: reporter!, analyst: analyst!, admin: admin!, known: { title, number: '', before: { newToday: 0, everReported: 0, resolvedIn30Days: 0, openNow: 0 } } };
}

/** @throws when the text of a figure holds no number */
async function readCounts(page: Page): Promise<Counts> {
  const figure = (label: string) => page.getByRole('region', { name: label, exact: true });
  const numberIn = async (label: string, paragraph: number): Promise<number> => {
    const text = await figure(label).getByRole('paragraph').nth(paragraph).innerText();
    const digits = /\d+/.exec(text)?.[0];
    if (digits === undefined) throw new Error(`“${label}” shows no number but “${text}”.`);
    return Number(digits);
  };
  return {
    newToday: await numberIn('New today', 0),
    openNow: await numberIn('Open now', 0),
    everReported: await numberIn('Open now', 1),
    resolvedIn30Days: await numberIn('Mean time to resolve', 1),
  };
}

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean, seconds: number): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Counters may still be settling from what happened before the story: they count once they have stood still. */
async function settledCounts(page: Page): Promise<Counts> {
  let last = '';
  return until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return readCounts(page);
    },
    (counts) => {
      const now = JSON.stringify(counts);
      const still = now === last;
      last = now;
      return still;
    },
    30,
  );
}

/** The phishing story, from a new employee to the board's figures. Each step fails when its sentence is not true. */
export const phishingStory: readonly Step[] = [
  {
    name: 'the administrator has the overview open, and the figures stand still',
    async play({ admin, known }) {
      await signIn(admin, 'demo-admin', '/admin');
      await admin.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      known.before = await settledCounts(admin);
    },
  },
  {
    name: 'the analyst has the queue open',
    async play({ analyst }) {
      await signIn(analyst, 'demo-analyst1', '/queue');
      await analyst.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
      await analyst.getByText(/^INC-/).first().waitFor();
    },
  },
  {
    name: 'an employee registers',
    async play({ reporter }) {
      await reporter.goto('/register?next=/home');
      await reporter.getByLabel('Your name').fill('Nadia Story');
      await reporter.getByLabel('Department').selectOption('Finance');
      await reporter.getByLabel('E-mail address').fill(`nadia-${crypto.randomUUID().slice(0, 8)}@example.com`);
      await reporter.getByLabel('Password', { exact: true }).fill('violin rust umbrella kettle');
      await reporter.getByRole('button', { name: 'Create the account' }).click();
      await reporter.getByRole('heading', { name: /Welcome, Nadia/ }).waitFor();
    },
  },
  {
    name: 'she reports a suspicious e-mail with a screenshot, and gets the number',
    async play({ reporter, known }) {
      await reporter.getByRole('link', { name: 'Report an incident' }).first().click();
      await reporter.getByLabel('What happened?').fill(known.title);
      await reporter.getByLabel('Tell us more').fill(description);
      const screenshot = await reporter.screenshot();
      await reporter.setInputFiles('input[type=file] >> nth=0', { name: 'the-mail.png', mimeType: 'image/png', buffer: screenshot });
      await reporter.getByText('the-mail.png', { exact: true }).waitFor();
      await reporter.getByRole('button', { name: 'Send report' }).click();
      known.number = await reporter.getByText(/^INC-\d{4}-\d{4,}$/).innerText();
    },
  },
  {
    name: 'the open queue of the analyst shows it without a reload, as phishing, and why',
    async play({ analyst, known }) {
      await analyst.getByText(known.title).first().waitFor();
      await analyst.getByText(known.title).first().click();
      await analyst.getByRole('heading', { level: 1, name: known.title }).waitFor();
      await analyst.getByText(known.number).first().waitFor();
      await analyst.getByText(/^Phishing, because of “/).first().waitFor();
      await analyst.getByRole('heading', { name: 'Words that spoke for the category, or against it' }).waitFor();
      await analyst.getByText('the-mail.png').first().waitFor();
    },
  },
  {
    name: 'the analyst is assigned',
    async play({ analyst }) {
      // The rule may have given it to her already, when it was her turn.
      const assigned = analyst.getByRole('listitem').filter({ hasText: /Ines Carvalho assigned|assigned Ines Carvalho/ }).first();
      if (!(await assigned.isVisible())) {
        await analyst.getByRole('button', { name: 'Assign…' }).click();
        await analyst.getByRole('dialog').getByRole('button', { name: 'Assign to me' }).click();
      }
      await assigned.waitFor();
    },
  },
  {
    name: 'she asks for the original headers, and the reporter sees the question live',
    async play({ analyst, reporter }) {
      await reporter.getByRole('link', { name: 'Open the incident' }).click();
      await reporter.getByLabel('Message', { exact: true }).waitFor();
      await analyst.getByLabel('Message', { exact: true }).fill('Could you send us the original headers of the mail?');
      await analyst.keyboard.press('Enter');
      await reporter.getByRole('log').getByText('the original headers of the mail?').waitFor();
    },
  },
  {
    name: 'the reporter answers, and the analyst sees it live',
    async play({ analyst, reporter }) {
      await reporter.getByLabel('Message', { exact: true }).fill(headers);
      await reporter.getByRole('button', { name: 'Send', exact: true }).click();
      await analyst.getByRole('log').getByText('mail.login-support.example').waitFor();
    },
  },
  {
    name: 'the severity is raised to high, with a reason',
    async play({ analyst }) {
      await analyst.keyboard.press('Escape');
      await analyst.getByRole('button', { name: 'Another severity…' }).click();
      await analyst.getByLabel('Severity', { exact: true }).selectOption('high');
      await analyst.getByLabel('Reason').fill('The same mail reached the whole finance department.');
      await analyst.getByRole('dialog').getByRole('button', { name: 'Change the severity' }).click();
      await analyst.getByText(/(set|raised) the severity/).first().waitFor();
      await analyst.getByText('The same mail reached the whole finance department.').first().waitFor();
    },
  },
  {
    name: 'it is under investigation, and the reporter is told',
    async play({ analyst, reporter }) {
      await analyst.getByRole('button', { name: 'Start investigating' }).click();
      await reporter.getByText('The security team is looking into it.').waitFor();
    },
  },
  {
    name: 'it is contained, and the reporter is told',
    async play({ analyst, reporter }) {
      await analyst.getByRole('button', { name: 'Mark as contained' }).click();
      await reporter.getByText('The danger is stopped.').waitFor();
    },
  },
  {
    name: 'it is resolved with its root cause',
    async play({ analyst }) {
      await analyst.getByRole('button', { name: 'Resolve…' }).click();
      const dialog = analyst.getByRole('dialog');
      await dialog.getByRole('radio', { name: /Mitigated/ }).check();
      await dialog.getByLabel('Summary').fill('The sender is blocked and the mail was pulled back from all mailboxes.');
      await dialog.getByLabel('Root cause').fill('The gateway let a look-alike domain through.');
      await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
      await analyst.getByRole('heading', { name: 'Resolved: mitigated' }).waitFor();
    },
  },
  {
    name: 'the reporter sees “Resolved” live',
    async play({ reporter }) {
      await reporter.getByText('Resolved. Thank you for telling us.').waitFor();
    },
  },
  {
    name: 'the figures of the administrator moved by exactly one',
    async play({ admin, known: { before } }) {
      const expected: Counts = { newToday: before.newToday + 1, openNow: before.openNow, everReported: before.everReported + 1, resolvedIn30Days: before.resolvedIn30Days + 1 };
      await until(() => readCounts(admin), (counts) => JSON.stringify(counts) === JSON.stringify(expected), 20);
      // Not just on the way past it.
      const after = await settledCounts(admin);
      if (JSON.stringify(after) !== JSON.stringify(expected)) throw new Error(`Expected ${JSON.stringify(expected)}, saw ${JSON.stringify(after)}.`);
    },
  },
  {
    name: 'the timeline verifies',
    async play({ analyst }) {
      await analyst.getByText(/^Verified, \d+ events$/).waitFor();
    },
  },
];
