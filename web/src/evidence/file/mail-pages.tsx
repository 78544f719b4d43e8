import { defang, defangLinks, type MailView } from '@secura/domain/evidence/mail';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import classes from './mail.module.css';

/** A mail as an analyst reads it: every address defanged, every part of it text. */
export function MailPages({ blob }: { blob: Blob }) {
  const [mail, setMail] = useState<MailView | 'broken' | null>(null);
  useEffect(() => {
    let gone = false;
    void blob.text().then((text) => {
      if (!gone) setMail(parse(text));
    });
    return () => {
      gone = true;
    };
  }, [blob]);
  if (mail === null) return <SkeletonRows rows={4} height={64} />;
  if (mail === 'broken') return <ErrorNote error="The copy of this mail cannot be read." />;
  const misleading = mail.links.filter((link) => link.misleads).length;
  return (
    <div className={classes.mail}>
      <dl className={classes.fields}>
        <Field name="From" value={mail.from} />
        {mail.replyTo && mail.replyTo !== mail.from && <Field name="Reply to" value={mail.replyTo} />}
        {mail.returnPath && <Field name="Return path" value={mail.returnPath} />}
        <Field name="To" value={mail.to.join(', ')} />
        {mail.cc.length > 0 && <Field name="Copy" value={mail.cc.join(', ')} />}
        <dt>Subject</dt>
        <dd>{mail.subject || '(none)'}</dd>
        <dt>Date</dt>
        <dd>{mail.date ? inUtc(mail.date) : '(none)'}</dd>
      </dl>

      <section aria-labelledby="mail-checks">
        <h3 id="mail-checks">Is the sender who it says?</h3>
        {mail.authentication.length === 0 ? (
          <p className={ui.quiet}>No server recorded a check (SPF, DKIM, DMARC).</p>
        ) : (
          <ul className={classes.checks}>
            {mail.authentication.map(({ method, result, detail, by }, index) => (
              <li key={index} data-result={result === 'pass' ? 'pass' : result === 'none' || result === 'neutral' ? 'none' : 'fail'}>
                <strong>
                  {method.toUpperCase()}: {result}
                </strong>
                {detail && <span> {detail.replace(/=(\S+)/g, (_, value: string) => `=${defang(value)}`)}</span>}
                {by && <span className={ui.quiet}> as {defang(by)} says</span>}
              </li>
            ))}
          </ul>
        )}
      </section>

      {mail.links.length > 0 && (
        <section aria-labelledby="mail-links">
          <h3 id="mail-links">Links ({mail.links.length})</h3>
          {misleading > 0 && (
            <p className={classes.warning}>
              <IconAlertTriangle size={16} aria-hidden="true" />
              {misleading === 1 ? 'One link shows another address than it leads to.' : `${misleading} links show another address than they lead to.`}
            </p>
          )}
          <ul className={classes.links}>
            {mail.links.map(({ text, target, misleads }, index) => (
              <li key={index} data-misleads={misleads || undefined}>
                <span>{text ? defang(text) : '(no text)'}</span>
                <code>→ {defang(target)}</code>
              </li>
            ))}
          </ul>
        </section>
      )}

      {mail.attachments.length > 0 && (
        <section aria-labelledby="mail-files">
          <h3 id="mail-files">Attachments ({mail.attachments.length})</h3>
          <ul className={classes.files}>
            {mail.attachments.map(({ name, type }, index) => (
              <li key={index}>
                {name} <span className={ui.quiet}>sent as {type || 'unknown'}; listed among the files of the incident</span>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section aria-labelledby="mail-text">
        <h3 id="mail-text">Text</h3>
        {/* A scrolling region must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={classes.text} tabIndex={0} aria-label="Text of the mail">{defangLinks(mail.text) || '(none)'}</pre>
      </section>

      {mail.hops.length > 0 && (
        <section aria-labelledby="mail-hops">
          <h3 id="mail-hops">The way it went</h3>
          <ol className={classes.hops}>
            {mail.hops.map(({ from, by, at, delay }, index) => (
              <li key={index}>
                <code>{from ? defang(from) : '?'}</code> → <code>{by ? defang(by) : '?'}</code>
                <span className={ui.quiet}>
                  {at ? inUtc(at) : 'no time'}
                  {delay !== null && ` · ${delay < 0 ? `${-delay} s before` : `${delay} s after`} the one above`}
                </span>
              </li>
            ))}
          </ol>
          <p className={ui.quiet}>Oldest first. Lines below those of your own servers can be the sender’s invention.</p>
        </section>
      )}

      <details>
        <summary>All header fields</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={classes.text} tabIndex={0} aria-label="Header fields">{mail.headers}</pre>
      </details>
    </div>
  );
}

function Field({ name, value }: { name: string; value: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value ? defang(value) : '(none)'}</dd>
    </>
  );
}

/** Servers of many time zones wrote these times: one for all makes them comparable. */
const inUtc = (iso: string): string => `${iso.replace('T', ' ').slice(0, 19)} UTC`;

function parse(text: string): MailView | 'broken' {
  try {
    return JSON.parse(text) as MailView;
  } catch {
    return 'broken';
  }
}
