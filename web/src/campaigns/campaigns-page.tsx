import { campaignStates, type Campaign, type CampaignState } from '@secura/domain/similar/campaign';
import { IconTopologyStar3 } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { SegmentedControl } from '@mantine/core';
import { liveBridge, useLiveQuery } from '../firebase/live.ts';
import { EmptyState, ErrorNote, Page, PageHeader } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import rows from '../ui/rows.module.css';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './campaigns.module.css';
import { stateLabels } from './campaign-text.ts';

const shown = 40;

/** Reports that may be one attack: suggested ones first to decide on, by state. */
export default function CampaignsPage() {
  const [params, setParams] = useSearchParams();
  const state = campaignStates.find((known) => known === params.get('state')) ?? 'suggested';
  const { data, status, error } = useLiveQuery<Campaign>({ collection: 'campaigns', where: [['state', '==', state]], orderBy: [['updatedAt', 'desc']], limit: shown });
  return (
    <Page width={1000}>
      <PageHeader title="Campaigns" intro="Reports that came close together and look alike. A rule suggests them; people decide." />
      <SegmentedControl
        aria-label="State"
        className={classes.states}
        value={state}
        onChange={(value) => setParams(value === 'suggested' ? {} : { state: value }, { replace: true })}
        data={campaignStates.map((value) => ({ value, label: stateLabels[value] }))}
      />
      {error && <ErrorNote error={error} onRetry={() => liveBridge.retryFailed()} />}
      {status === 'loading' && <SkeletonRows rows={3} height={72} />}
      {data?.length === 0 && <EmptyState icon={<IconTopologyStar3 size={32} aria-hidden="true" />} title={`No campaign is ${stateLabels[state].toLowerCase()}`} text={hints[state]} action={<Link to="/queue">To the queue</Link>} />}
      <ul className={rows.list}>
        {data?.map((campaign) => (
          <li key={campaign.id}>
            <Link className={rows.row} to={`/campaigns/${campaign.id}`}>
              <strong>{campaign.name}</strong>
              <span>
                {campaign.memberIds.length} {campaign.memberIds.length === 1 ? 'report' : 'reports'}, {departmentsOf(campaign)}
              </span>
              <span className={rows.small}>
                last report <RelativeTime date={campaign.lastSeenAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const hints: Record<CampaignState, string> = {
  suggested: 'When at least three people report alike within three days, it shows here by itself.',
  confirmed: 'Confirm a suggestion, and it is worked on here.',
  dismissed: 'Suggestions that people found to be no campaign are kept here.',
  closed: 'Campaigns that are over are kept here.',
};

function departmentsOf({ members }: Campaign): string {
  const count = new Set(members.filter(({ state }) => state !== 'removed').map(({ department }) => department)).size;
  return count === 1 ? 'one department' : `${count} departments`;
}
