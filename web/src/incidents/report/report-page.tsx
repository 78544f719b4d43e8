import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { addFiles, FileDrop, removeHeld, UploadList, useUploads } from '../../app/evidence.ts';
import { keepsOnDevice } from '../../firebase/device.ts';
import { useMe } from '../../firebase/session.ts';
import { announce } from '../../ui/announcer.tsx';
import ui from '../../ui/card.module.css';
import { notify } from '../../ui/notify.ts';
import { useOnline } from '../../firebase/online.ts';
import { ErrorNote, Note, Page, PageHeader } from '../../ui/page.tsx';
import { isEmpty } from './draft.ts';
import { ReportFields } from './report-fields.tsx';
import classes from './report.module.css';
import { theOutbox, useOutbox } from './sending.ts';
import { SuggestionPanel } from './suggestion-panel.tsx';
import { useSuggestion } from './suggestion.ts';
import { useDraft } from './use-draft.ts';
import { reportFields, type FieldErrors } from './report-field.ts';

// These load beside the page, not with it: they must be here before the network may be gone.
const loadReceipt = () => import('./sent-page.tsx');
const loadCheck = () => import('./validate.ts');

/** One calm page to say what happened. */
export default function ReportPage() {
  const me = useMe();
  const navigate = useNavigate();
  const online = useOnline();
  const { draft, keeping, change, replace, clear, idForSending } = useDraft(me.uid);
  const uploads = useUploads(draft.id);
  const refused = useOutbox().filter((entry) => entry.refusal !== null);
  const hasPicture = uploads.some(({ type, state }) => type.startsWith('image/') && state !== 'refused');
  const suggestion = useSuggestion(draft);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<string[]>([]);
  /** The draft that goes, or went, off: a click that comes before the page has a new one must not send it again. */
  const sent = useRef<string | null>(null);
  // On a phone the suggestion stands below the text that it speaks of.
  const narrow = useMediaQuery('(max-width: 860px)', undefined, { getInitialValueInEffect: false });

  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadCheck(), loadReceipt()]).catch(() => undefined), 300);
    return () => clearTimeout(timer);
  }, []);

  async function take(files: File[]): Promise<void> {
    if (keeping === 'nothing') replace(draft);
    const notTaken = await addFiles(draft.id, files, { held: true });
    setRefusals(notTaken);
    const taken = files.length - notTaken.length;
    if (taken > 0) setErrors(({ description: _mayBeEmptyNow, ...others }) => others);
    if (taken > 0) announce(taken === 1 ? 'One file added.' : `${taken} files added.`);
  }

  function update(changes: Partial<typeof draft>): void {
    change(changes);
    const touched = Object.keys(changes).map((key) => (key === 'whenUnknown' ? 'when' : key));
    if (touched.some((field) => field in errors)) setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !touched.includes(field))));
  }

  /** @returns whether it was sent */
  async function submit(): Promise<boolean> {
    setProblem(null);
    const checked = await loadCheck().then(
      ({ checkDraft }) => checkDraft(draft, new Date(), hasPicture),
      () => null,
    );
    if (!checked) {
      setProblem('A part of Secura could not be loaded. Check your connection and send again; your text stays here.');
      return false;
    }
    if (checked.errors) {
      setErrors(checked.errors);
      const first = reportFields.find((field) => checked.errors[field]);
      if (first) document.getElementById(`report-${first}`)?.focus();
      return false;
    }
    const id = idForSending();
    await theOutbox()?.send(id, checked.report);
    clear();
    void navigate(`/report/sent/${id}`);
    return true;
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (sent.current === draft.id) return;
    sent.current = draft.id;
    void submit().then(
      (done) => done || (sent.current = null),
      () => (sent.current = null),
    );
  }

  function discard(): void {
    const before = draft;
    clear();
    setErrors({});
    setRefusals([]);
    const timer = setTimeout(() => void removeHeld(before.id), 9000);
    notify({
      message: 'Draft discarded.',
      tone: 'info',
      undo() {
        clearTimeout(timer);
        replace(before);
      },
    });
  }

  const panel = <SuggestionPanel result={suggestion} />;
  const problems = Object.keys(errors).length;
  const empty = isEmpty(draft) && uploads.length === 0;
  return (
    <Page width={1080}>
      <PageHeader title="Report an incident" intro="Tell us what you saw. A minute is enough, and a false alarm is welcome: nobody is blamed for reporting." />
      {refused.map((entry) => (
        <div key={entry.id} className={classes.notice}>
          <ErrorNote error={`“${entry.report.title}” was not sent. ${entry.refusal}`} />
          <Link to={`/report/sent/${entry.id}`}>See it and take it back</Link>
        </div>
      ))}
      <div className={classes.columns}>
        <form noValidate onSubmit={onSubmit} className={classes.form} aria-label="Report">
          {problems > 0 && <Note tone="error">{problems === 1 ? 'One answer needs another look.' : `${problems} answers need another look.`} Everything you wrote is still here.</Note>}
          <ReportFields draft={draft} errors={errors} hasPicture={hasPicture} onChange={update} onFiles={(files) => void take(files)} suggestion={narrow && panel} />
          <section aria-labelledby="report-files" className={classes.group}>
            <h2 id="report-files" className={classes.label}>
              Screenshots and files
            </h2>
            <FileDrop onFiles={(files) => void take(files)} describedBy="report-refusals" />
            <div id="report-refusals" role="alert" className={classes.refusals}>
              {refusals.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
            <UploadList uploads={uploads} draft />
          </section>
          {problem && <ErrorNote error={problem} />}
          <div className={classes.actions}>
            <Button type="submit" size="lg" variant="gradient" leftSection={<IconSend size={20} aria-hidden="true" />}>
              Send report
            </Button>
            {!empty && (
              <Button variant="subtle" size="lg" onClick={discard}>
                Discard
              </Button>
            )}
            <span className={ui.quiet}>{keptText(keeping, online)}</span>
          </div>
          <p className={ui.quiet}>
            You report as {me.name}
            {me.department ? `, ${me.department}` : ''}. The security team sees your name; your colleagues do not see the report.
          </p>
        </form>
        {!narrow && <aside className={classes.aside}>{panel}</aside>}
      </div>
    </Page>
  );
}

function keptText(keeping: 'nothing' | 'kept' | 'failed', online: boolean): string {
  if (keeping === 'failed') return 'This draft is too long to be kept: do not close the page.';
  const kept = keeping === 'nothing' ? '' : keepsOnDevice() ? 'Draft kept on this device.' : 'Draft kept until this tab is closed.';
  return online ? kept : `${kept} You are offline: you can send now, it goes when the network is back.`.trim();
}
