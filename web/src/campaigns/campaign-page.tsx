import type { Incident } from '@secura/domain/incidents/incident';
import { categoryLabels } from '@secura/domain/incidents/vocabulary';
import { campaignActs, type Campaign, type CampaignMember } from '@secura/domain/similar/campaign';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCan } from '../app/access.tsx';
import { liveBridge, readOnce, useLiveDoc } from '../firebase/live.ts';
import type { Live } from '../firebase/query-spec.ts';
import { BackLink } from '../ui/back-link.tsx';
import { SeverityBadge, StatusBadge } from '../ui/badges.tsx';
import { EmptyState, ErrorNote, Note, Page, PageHeader } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import rows from '../ui/rows.module.css';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { absoluteTime } from '../ui/time.ts';
import { byDepartment, bySeverity, stateLabels, tellNote, type Share } from './campaign-text.ts';
import classes from './campaigns.module.css';
import { useCampaignActs, type CampaignActs } from './use-campaign-acts.ts';

/** Members that are read live; more of them show as they were when they came in. */
const liveMembers = 30;

/** One campaign, live: who is hit, how it went on, and what people decided. */
export default function CampaignPage() {
  const { id = '' } = useParams();
  const valid = /^[A-Za-z0-9_-]{8,64}$/.test(id);
  const { data, status, error } = useLiveDoc<Campaign>(valid ? `campaigns/${id}` : null);
  if (valid && status === 'loading') return <Page width={1200}><SkeletonRows rows={4} height={80} /></Page>;
  if (error) return <Page><ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} /></Page>;
  if (!data) return <Page><EmptyState title="There is no such campaign" text="The link may be mistyped." action={<Link to="/campaigns">All campaigns</Link>} /></Page>;
  return <Shown campaign={data} />;
}

function Shown({ campaign }: { campaign: Live<Campaign> }) {
  const acts = useCampaignActs(campaign);
  const may = useCan('campaign:decide');
  const [whole, setWhole] = useState(false);
  const inside = campaign.members.filter(({ state }) => state !== 'removed').sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime());
  const changeable = may && campaignActs[campaign.state].includes('change');
  return (
    <Page width={1200}>
      <BackLink to="/campaigns">Campaigns</BackLink>
      <PageHeader title={campaign.name} intro={`${stateLabels[campaign.state]}${campaign.category ? `, ${categoryLabels[campaign.category].toLowerCase()}` : ''}`} actions={may && <Decisions campaign={campaign} acts={acts} />} />
      {acts.problem && <ErrorNote error={acts.problem} />}
      {campaign.state === 'suggested' && <Note>A rule found these reports alike and close in time. It may be wrong: look at them, take out what does not belong, then confirm or dismiss.</Note>}
      <dl className={classes.facts}>
        <Fact label="Reports">{inside.length}</Fact>
        <Fact label="First seen">{inside.length > 0 ? absoluteTime(campaign.firstSeenAt) : '–'}</Fact>
        <Fact label="Last seen">{inside.length > 0 ? absoluteTime(campaign.lastSeenAt) : '–'}</Fact>
        <Fact label="Departments hit"><Shares shares={byDepartment(inside)} /></Fact>
        <Fact label="Severity when it came in"><Shares shares={bySeverity(inside)} /></Fact>
        {campaign.observables.length > 0 && <Fact label="Shared indicators">{campaign.observables.join(', ')}</Fact>}
      </dl>
      <div className={classes.columns}>
        <section className={classes.panel} aria-labelledby="members-heading">
          <h2 id="members-heading">Reports</h2>
          {inside.length === 0 && <p className={rows.small}>Every report was taken out.</p>}
          <ul className={rows.list}>
            {inside.slice(0, whole ? undefined : liveMembers).map((member, index) => (
              <MemberRow key={member.id} member={member} live={index < liveMembers} changeable={changeable} acts={acts} confirmed={campaign.state === 'confirmed'} />
            ))}
          </ul>
          {!whole && inside.length > liveMembers && (
            <Button mt="sm" variant="subtle" onClick={() => setWhole(true)}>
              Show all {inside.length}
            </Button>
          )}
          {changeable && <AddByNumber acts={acts} />}
        </section>
        <section className={classes.panel} aria-labelledby="course-heading">
          <h2 id="course-heading">How it went on</h2>
          <ol className={classes.course}>
            {courseOf(campaign, inside).slice(0, whole ? undefined : liveMembers).map(({ at, text }) => (
              <li key={`${at.getTime()}-${text}`}>
                {text}
                <span className={rows.small}>{absoluteTime(at)}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Page>
  );
}

function Decisions({ campaign, acts }: { campaign: Campaign; acts: CampaignActs }) {
  const may = campaignActs[campaign.state];
  return (
    <Group gap="xs">
      {may.includes('confirm') && <Button variant="gradient" disabled={acts.busy} onClick={() => acts.decide('confirm')}>{campaign.state === 'suggested' ? 'Confirm' : 'Take up again'}</Button>}
      {may.includes('dismiss') && <Button variant="default" disabled={acts.busy} onClick={() => acts.decide('dismiss')}>Dismiss</Button>}
      {may.includes('close') && <Button variant="default" disabled={acts.busy} onClick={() => acts.decide('close')}>Close</Button>}
    </Group>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Shares({ shares }: { shares: readonly Share[] }) {
  return <>{shares.map(({ label, count }) => `${label}\u00a0${count}`).join(', ') || '–'}</>;
}

function MemberRow({ member, live, changeable, confirmed, acts }: { member: CampaignMember; live: boolean; changeable: boolean; confirmed: boolean; acts: CampaignActs }) {
  const { data, error } = useLiveDoc<Incident>(live ? `incidents/${member.id}` : null);
  return (
    <li className={rows.item}>
      <div className={rows.text}>
        <div className={rows.line}>
          <Link className="unbroken" to={`/incidents/${member.id}`}>{member.number}</Link>
          <SeverityBadge severity={data?.severity ?? member.severity} />
          {data && <StatusBadge status={data.status} />}
          {member.state === 'suggested' && confirmed && <span className={rows.small}>suggested, not yet in it</span>}
        </div>
        {data && <div className={rows.title}>{data.title}</div>}
        {error?.code === 'permission-denied' && <div className={rows.small}>Restricted meanwhile.</div>}
        <span className={rows.small}>
          {member.department}, <RelativeTime date={member.reportedAt} />
        </span>
      </div>
      {changeable && (
        <Group gap="xs">
          {member.state === 'suggested' && confirmed && <Button size="xs" variant="light" disabled={acts.busy} onClick={() => acts.add(member)}>Add</Button>}
          <Button size="xs" variant="default" disabled={acts.busy} aria-label={`Take out ${member.number}`} onClick={() => acts.remove(member)}>Take out</Button>
        </Group>
      )}
    </li>
  );
}

function AddByNumber({ acts }: { acts: CampaignActs }) {
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function add(): Promise<void> {
    const token = number.trim().toLowerCase();
    if (!token) return setProblem('Give the number, such as INC-2026-0047.');
    const found = await readOnce<Incident>({ collection: 'incidents', where: [['visibility', '==', 'team'], ['tokens', 'array-contains', token]], orderBy: [['createdAt', 'desc']], limit: 1 }).catch(() => null);
    if (!found) return setProblem('The incidents could not be searched. Check your connection and try again.');
    if (!found[0]) return setProblem('There is no incident with this number that the team may see.');
    setProblem(null);
    setNumber('');
    acts.add({ id: found[0].id, number: found[0].number ?? '' });
  }
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput label="Add a report by its number" placeholder="INC-2026-0047" value={number} error={problem} maxLength={20} onChange={(event) => setNumber(event.currentTarget.value)} />
      <Button type="submit" variant="default" disabled={acts.busy}>Add</Button>
    </form>
  );
}

/** Reports and decisions in one order, newest first. */
function courseOf(campaign: Campaign, inside: readonly CampaignMember[]): { at: Date; text: string }[] {
  return [
    ...inside.map(({ reportedAt, number, department }) => ({ at: reportedAt, text: `${number} was reported in ${department}` })),
    // That the rule added a report shows in the report's own line.
    ...campaign.notes.filter(({ did }) => did !== 'joined').map((note) => ({ at: note.at, text: `${note.by.name} ${tellNote(note)}` })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}
