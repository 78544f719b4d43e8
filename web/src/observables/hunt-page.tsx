import { huntLimits } from '@secura/domain/observables/hunt-limits';
import type { HuntAnswer } from '@secura/domain/observables/operations';
import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCrosshair } from '@tabler/icons-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import { callOperation } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { EmptyState, ErrorNote, Note, Page, PageHeader } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { HuntedCard } from './hunted-card.tsx';
import classes from './observables.module.css';

/** Finds an observable in all incidents that the person may see. The address holds what is hunted for. */
export default function HuntPage() {
  const [params, setParams] = useSearchParams();
  const hunted = params.get('q') ?? '';
  const answer = useQuery({
    queryKey: ['hunt', hunted],
    queryFn: () => callOperation<unknown, HuntAnswer>('observables.hunt', { value: hunted }),
    enabled: hunted !== '',
    staleTime: 0,
  });

  function hunt(text: string): void {
    if (text === hunted) void answer.refetch();
    else setParams({ q: text });
  }

  return (
    <Page width={960}>
      <PageHeader title="Hunt" intro="Finds an observable in every incident that you may see, in whatever was written about it, in its files, and among their hashes. A domain also finds what lies below it." />
      {/* Another address, another text: by the back button, too. */}
      <HuntForm key={hunted} initial={hunted} busy={answer.isFetching} onHunt={hunt} />
      <div className={classes.answer} aria-live="polite" aria-busy={answer.isFetching}>
        {hunted !== '' && answer.isPending && <SkeletonRows rows={3} height={72} />}
        {answer.error && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
        {hunted === '' && <EmptyState icon={<IconCrosshair size={36} aria-hidden="true" />} title="Nothing hunted yet" text="Paste what you have, defanged or not." />}
        {answer.data && <Answer answer={answer.data} />}
      </div>
    </Page>
  );
}

function Answer({ answer: { hunted } }: { answer: HuntAnswer }) {
  if (hunted.length === 0) {
    return (
      <Note tone="warning">
        Nothing in this can be hunted for. It takes links, domains, IP addresses, e-mail addresses, file hashes (MD5, SHA-1, SHA-256), CVE numbers, IBANs and Bitcoin addresses; a mistyped account number
        or an unknown ending of a domain is not taken.
      </Note>
    );
  }
  return (
    <>
      {hunted.map((one) => (
        <HuntedCard key={`${one.kind}:${one.value}`} hunted={one} />
      ))}
      {hunted.length === huntLimits.observables && <p className={ui.quiet}>At most {huntLimits.observables} are hunted for at once.</p>}
    </>
  );
}

function HuntForm({ initial, busy, onHunt }: { initial: string; busy: boolean; onHunt(text: string): void }) {
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string | null>(null);

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    const wanted = text.trim();
    if (wanted.length < 3) return setError('Paste a link, a domain, an address or another indicator.');
    if (wanted.length > huntLimits.input) return setError(`That is too much at once: at most ${huntLimits.input} characters.`);
    setError(null);
    return onHunt(wanted);
  }

  // One line is what people mostly paste; a list still takes Shift and Enter.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  }

  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      <Textarea
        label="What to hunt for"
        description="Link, domain, IP or e-mail address, file hash, CVE, IBAN or Bitcoin address; several at once, in any text around them."
        autosize
        minRows={2}
        maxRows={8}
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" variant="gradient" loading={busy} leftSection={<IconCrosshair size={18} aria-hidden="true" />}>
        Hunt
      </Button>
    </form>
  );
}
