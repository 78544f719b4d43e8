import type { ObservableSource } from '@secura/domain/observables/observable';

const names: Record<ObservableSource['kind'], (count: number) => string> = {
  report: () => 'the report',
  message: (count) => (count === 1 ? 'a message' : `${count} messages`),
  evidence: (count) => (count === 1 ? 'a file' : `${count} files`),
};

/** Where it was found, inside a sentence: "in the report and 2 messages". */
export function sourceText(sources: readonly Pick<ObservableSource, 'kind'>[]): string {
  const parts = (Object.keys(names) as ObservableSource['kind'][]).flatMap((kind) => {
    const count = sources.filter((source) => source.kind === kind).length;
    return count > 0 ? [names[kind](count)] : [];
  });
  return `in ${[parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')}`;
}
