import { Button } from '@mantine/core';
import type { Incident } from '@secura/domain/incidents/incident';
import { categoryLabels } from '@secura/domain/incidents/vocabulary';
import { IconCircleCheck, IconCloudUp, IconCopy } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { UploadList, useUploads } from '../../app/evidence.ts';
import { deviceStorage, keepsOnDevice } from '../../firebase/device.ts';
import { useMe } from '../../firebase/session.ts';
import ui from '../../ui/card.module.css';
import { copyText } from '../../ui/copy.ts';
import { useOnline } from '../../firebase/online.ts';
import { EmptyState, ErrorNote, Note, Page, PageHeader } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { absoluteTime } from '../../ui/time.ts';
import { isEmpty, loadDraft, localInput, saveDraft } from './draft.ts';
import type { Outgoing } from './outbox.ts';
import classes from './report.module.css';
import { theOutbox, useOutbox } from './sending.ts';
import { Advice } from './suggestion-panel.tsx';
import { suggestedCertainty, useSuggestion } from './suggestion.ts';
import { AlikeCard } from './alike-card.tsx';
import { useOwnIncident } from './use-own-incident.ts';

/** What became of a report that was just sent: its number, what happens next, and what to do until then. */
export default function SentPage() {
  const { id = '' } = useParams();
  const entry = useOutbox().find((candidate) => candidate.id === id);
  const { incident, status, fromCache } = useOwnIncident(id);
  const uploads = useUploads(id);

  if (entry?.refusal) return <Refused entry={entry} refusal={entry.refusal} />;
  const text = incident ?? entry?.report ?? null;
  if (!text) {
    return (
      <Page width={760}>
        <PageHeader title="Your report" />
        {status === 'loading' || fromCache ? (
          <SkeletonRows rows={3} />
        ) : (
          <EmptyState title="There is no such report of yours" text="The address may have been cut off." action={<Button component={Link} to="/report">Write a report</Button>} />
        )}
      </Page>
    );
  }
  const waiting = entry !== undefined;
  return (
    <Page width={760}>
      <PageHeader title={waiting ? 'Your report is on its way' : 'Thank you, we have your report'} intro={`“${text.title}”`} />
      <div className={classes.receipt}>
        {waiting ? <OnItsWay /> : incident && <Received incident={incident} />}
        {!waiting && incident && <AlikeCard incidentId={id} />}
        <FirstAdvice text={text} incident={incident} />
        {uploads.length > 0 && (
          <section className={ui.card} aria-labelledby="sent-files">
            <h2 id="sent-files">Your files</h2>
            <UploadList uploads={uploads} />
          </section>
        )}
        <NextSteps incident={waiting ? null : incident} />
        <div className={classes.actions}>
          {!waiting && (
            <Button component={Link} to={`/incidents/${id}`} size="md" variant="gradient">
              Open the incident
            </Button>
          )}
          <Button component={Link} to="/home" size="md" variant="default">
            Go to the start page
          </Button>
          <Button component={Link} to="/report" size="md" variant="subtle">
            Report something else
          </Button>
        </div>
      </div>
    </Page>
  );
}

function OnItsWay() {
  const online = useOnline();
  return (
    <section className={ui.card} aria-live="polite">
      <h2 className={classes.asideTitle}>
        <IconCloudUp size={22} aria-hidden="true" />
        {online ? 'Sending your report …' : 'Waiting for the network'}
      </h2>
      <p className={ui.quiet}>
        {keepsOnDevice()
          ? 'It is kept on this device and will be sent by itself as soon as Secura is open and the network is there. You can close this page.'
          : 'It will be sent by itself as soon as the network is there. Keep this tab open until then: on this computer nothing is kept after it is closed.'}
      </p>
    </section>
  );
}

function Received({ incident }: { incident: Incident }) {
  const { number } = incident;
  return (
    <section className={ui.card} aria-live="polite">
      <h2 className={classes.asideTitle}>
        <IconCircleCheck size={22} aria-hidden="true" />
        Received {absoluteTime(incident.createdAt)}
      </h2>
      {number ? (
        <p className={classes.number}>
          {number}
          <button type="button" className={classes.copy} aria-label="Copy the number" title="Copy" onClick={() => void copyText(number, 'Number copied')}>
            <IconCopy size={18} aria-hidden="true" />
          </button>
        </p>
      ) : (
        <p className={ui.quiet}>It gets its number in a moment.</p>
      )}
    </section>
  );
}

function FirstAdvice({ text, incident }: { text: { title: string; description: string; affected: string | null }; incident: Incident | null }) {
  const local = useSuggestion(text);
  const lines = incident?.triage?.state === 'done' ? incident.triage.advice : local?.advice;
  if (!lines || lines.length === 0) return null;
  const { category = null, confidence = null } = incident?.triage ?? {};
  const certainty = category && confidence !== null ? suggestedCertainty({ category, confidence }) : 'unclear';
  return (
    <section className={ui.card} aria-label="Advice">
      {category && certainty !== 'unclear' && (
        <p className={ui.quiet}>
          At first sight: <strong>{categoryLabels[category]}</strong>, {certainty}. People decide.
        </p>
      )}
      <Advice lines={lines} title="Until somebody from the team answers" />
    </section>
  );
}

function NextSteps({ incident }: { incident: Incident | null }) {
  const acknowledge = incident?.clocks?.acknowledge;
  const assignee = incident?.assignees[0]?.name;
  return (
    <section className={ui.card} aria-labelledby="sent-next">
      <h2 id="sent-next">What happens next</h2>
      <ol className={classes.steps}>
        <li>
          {assignee ? `${assignee} of the security team has it on the desk.` : 'The security team sees it in its queue.'}
          {acknowledge && !acknowledge.doneAt && ` The aim is to look at it by ${absoluteTime(acknowledge.dueAt)}.`}
        </li>
        <li>If they have a question, they ask it in the incident’s thread. It shows on your start page.</li>
        <li>You see each step there, up to how it ended.</li>
      </ol>
    </section>
  );
}

function Refused({ entry, refusal }: { entry: Outgoing; refusal: string }) {
  const me = useMe();
  const navigate = useNavigate();
  const other = loadDraft(deviceStorage(), me.uid);
  const occupied = other !== null && !isEmpty(other);

  function takeBack(): void {
    const back = theOutbox()?.takeBack(entry.id);
    if (!back) return;
    const { title, description, location, occurredAt, noticedHow, affected } = back.report;
    saveDraft(deviceStorage(), me.uid, {
      id: entry.id, title, description, location: location ?? '', affected: affected ?? '', noticedHow,
      when: occurredAt ? localInput(new Date(occurredAt)) : '', whenUnknown: occurredAt === null, savedAt: Date.now(),
    });
    void navigate('/report');
  }

  return (
    <Page width={760}>
      <PageHeader title="Your report was not accepted" intro={`“${entry.report.title}”`} />
      <div className={classes.receipt}>
        <ErrorNote error={refusal} />
        <section className={ui.card}>
          <h2>Nothing is lost</h2>
          <p className={ui.quiet}>What you wrote and the files are still on this device. Take it back into the form, look it over and send it again. If that does not help, call your security team.</p>
          {occupied ? (
            <Note>
              There is another report in the form. <Link to="/report">Send or discard it first</Link>, then take this one back.
            </Note>
          ) : (
            <div className={classes.actions}>
              <Button size="md" variant="gradient" onClick={takeBack}>
                Back to the form
              </Button>
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}
