import { writeFileSync } from 'node:fs';
import { permissions, type Action, type Condition } from '../domain/src/people/permissions.ts';
import { roleLabels, roles } from '../domain/src/people/vocabulary.ts';
import { sentences } from '../tests/rules/expectations.ts';

const meanings: Record<Action, string> = {
  'incident:report': 'Report an incident',
  'incident:read': 'Read an incident',
  'incident:list': 'List the incidents of the organisation',
  'incident:readCase': "Read the team's case file: triage in full, techniques, plan, tasks, root cause, all events",
  'incident:update': 'Correct title, description, place, affected people, department',
  'incident:assign': 'Assign people, and take them off again',
  'incident:classify': 'Change category or severity, with a reason',
  'incident:transition': 'Move an incident through its lifecycle',
  'incident:reopen': 'Reopen an incident, with a reason',
  'incident:pauseClock': 'Pause the clocks with a reason, and let them run on',
  'incident:triage': 'Run the triage again, accept its result',
  'task:write': 'Make tasks of the plan or of one’s own words, give them to people, finish them',
  'incident:verify': 'Have the history verified by the server',
  'incident:override': 'Go past a missing requirement of the lifecycle; the history records it',
  'incident:restrict': 'Make an incident restricted, or open it to the team again',
  'incident:readRestricted': 'Read restricted incidents without being a member of them',
  'incident:link': 'Link incidents, merge duplicates, and undo both',
  'campaign:read': 'See campaigns',
  'campaign:decide': 'Confirm, dismiss, change and close campaigns',
  'message:post': 'Write to reporter and team',
  'message:postToTeam': 'Write a note that only the team sees',
  'message:removeOthers': 'Remove what somebody else wrote; one takes back one’s own for 15 minutes. The history keeps that it was there',
  'question:ask': 'Ask the team without a report',
  'question:answer': 'Answer the questions of everybody, and turn one into an incident',
  'room:use': 'Use the rooms of the team, make rooms, and write to one person of the team',
  'evidence:add': 'Add a file',
  'evidence:open': 'Look at a file in which nothing was found, and have it; every time is recorded',
  'evidence:openFlagged': 'Have a file that may act by itself, locked in a ZIP file, and the original of a picture',
  'evidence:openInfected': 'Have a file with malware, locked in a ZIP file',
  'evidence:check': 'Have a file checked again, compared with its SHA-256, exported with its custody log',
  'workState:set': 'Say what one is doing now',
  'people:readDirectory': "Read other people's profiles",
  'observable:hunt': 'Hunt for an indicator across the incidents that one sees',
  'alert:publish': 'Publish and withdraw alerts, and see who has not acknowledged one',
  'threatLevel:set': 'Set the threat level of the organisation, with a reason',
  'emergency:declare': 'Declare an emergency and stand it down',
  'mail:retry': 'See mail that could not be delivered, and have it tried again',
  'ai:readLedger': 'List all that the AI ever said, and what people decided',
  'settings:write': 'Change settings',
  'rollups:read': 'Read the figures of dashboards',
};

const conditions: Record<Condition, string> = {
  always: 'yes',
  own: 'what he reported',
  'own-open': 'what he reported, while it is open',
  visible: 'what he sees',
  lead: 'as lead',
};

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** docs/permissions.md as it must read for the table as it is. */
export function permissionsPage(): string {
  const actions = Object.keys(permissions) as Action[];
  return `# Who may do what

This page is written by \`npx tsx scripts/write-permissions.ts\` from \`domain/src/people/permissions.ts\` and
\`tests/rules/expectations.ts\`; a test fails when it is stale. Operations, the buttons on screen and the tests of the
database rules read the same table.

## Actions

${row(['', ...roles.map((role) => roleLabels[role]), 'Action'])}
${row(['---', ...roles.map(() => '---'), '---'])}
${actions.map((action) => row([meanings[action], ...roles.map((role) => cell(action, role)), `\`${action}\``])).join('\n')}

- **what he sees**: incidents that are open to the team, and restricted ones that he is a member of (assigned to, or the
  reporter of). A lead sees all.
- Whoever of the team reports an incident keeps what every reporter may do with it.
- A lead is a member of the security team with the claim \`lead\`; the claim means nothing for other roles.

## What a browser may do by itself

Everything else is an operation on the server. The rules (\`firestore.rules\`, \`storage.rules\`) deny what these
sentences do not allow; \`tests/rules/matrix.test.ts\` tries every kind of person with every operation on every kind of
document, the allowed and the denied.

${sentences.map(({ says }) => `- ${says}`).join('\n')}
- Whoever sees an incident adds files of 1 byte to 10 MB to its quarantine. Nobody fetches, replaces, deletes or lists files there:
  they are read through the operation \`evidence.open\`, which records who read what, when and why.

A browser writes reports, messages, facts of evidence, read markers, acknowledgements of alerts, its own name, department, phone and
preferences, and its own presence: with exactly the fields that belong there, within their bounds, in nobody else's name, at the server's time.

## How fast it takes effect

The rules ask the ID token **and** the live profile with every request, and both must agree. A person who is suspended, or
whose role has changed, is refused from that moment on, although the token would be valid for up to an hour. What such a
person still listens to ends at the next change of it. Only the own profile stays readable: the app follows it, signs a
suspended person out and fetches a new token for a new role.
`;
}

function cell(action: Action, role: (typeof roles)[number]): string {
  const condition: Condition | null = permissions[action][role];
  return condition === null ? 'no' : conditions[condition];
}

if (process.argv[1]?.endsWith('write-permissions.ts')) writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage());
