import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { reportLimits } from '@secura/domain/incidents/report-limits';
import { discoveryLabels, discoveryMethods } from '@secura/domain/incidents/vocabulary';
import type { ReactNode } from 'react';
import { useNow } from '../../ui/relative-time.tsx';
import { localInput, type Draft } from './draft.ts';
import type { FieldErrors } from './report-field.ts';
import classes from './report.module.css';

interface Props {
  draft: Draft;
  errors: FieldErrors;
  /** A picture goes along, which may tell it all. */
  hasPicture: boolean;
  onChange(changes: Partial<Draft>): void;
  onFiles(files: File[]): void;
  /** Stands below the description, where there is no room beside it. */
  suggestion?: ReactNode;
}

const hint = 'What did you see, and what did you do? Did you click, open, answer or give anything away?';
const pictureHint = 'The text in your picture is read, so this may stay empty. If you clicked, opened, answered or gave anything away, tell us.';

/** Says how much room is left only when it gets scarce. */
function room(text: string, most: number): string | undefined {
  if (text.length <= most * 0.8) return undefined;
  return `${text.length.toLocaleString('en')} of ${most.toLocaleString('en')} characters`;
}

/** The questions of a report, each with its error beside it. */
export function ReportFields({ draft, errors, hasPicture, onChange, onFiles, suggestion }: Props) {
  const now = useNow();
  const tooLong = draft.description.length > reportLimits.description;

  function moveToFile(): void {
    onFiles([new File([draft.description], 'description.txt', { type: 'text/plain' })]);
    const note = '\n… (the whole text is in description.txt)';
    onChange({ description: draft.description.slice(0, reportLimits.description - note.length) + note });
  }

  return (
    <>
      <TextInput
        id="report-title"
        label="What happened?"
        placeholder="A mail asked for my password"
        size="md"
        required
        autoComplete="off"
        value={draft.title}
        error={errors.title}
        description={room(draft.title, reportLimits.title)}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div>
        <Textarea
          id="report-description"
          label="Tell us more"
          description={room(draft.description, reportLimits.description) ?? (hasPicture ? pictureHint : hint)}
          size="md"
          rows={7}
          required={!hasPicture}
          resize="vertical"
          value={draft.description}
          error={errors.description}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
        {tooLong && (
          <p className={classes.tooLong}>
            This is longer than a report can be.{' '}
            <Button variant="default" size="sm" onClick={moveToFile}>
              Attach the whole text as a file
            </Button>
          </p>
        )}
      </div>
      {suggestion}
      <div className={classes.pair}>
        <div>
          <TextInput
            id="report-when"
            type="datetime-local"
            label="When did it happen?"
            size="md"
            max={localInput(now)}
            disabled={draft.whenUnknown}
            value={draft.whenUnknown ? '' : draft.when}
            error={errors.when}
            onChange={(event) => onChange({ when: event.currentTarget.value })}
          />
          <Checkbox
            className={classes.check}
            label="I don’t know exactly"
            checked={draft.whenUnknown}
            onChange={(event) => onChange({ whenUnknown: event.currentTarget.checked })}
          />
        </div>
        <TextInput
          id="report-location"
          label="Where?"
          placeholder="Mailbox, laptop, office, floor …"
          size="md"
          autoComplete="off"
          value={draft.location}
          error={errors.location}
          description={room(draft.location, reportLimits.location)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ location: event.currentTarget.value })}
        />
      </div>
      <div className={classes.group} role="group" aria-labelledby="report-noticed-label" id="report-noticedHow" tabIndex={-1}>
        <h2 id="report-noticed-label" className={classes.label}>
          How did you notice it?
        </h2>
        <div className={classes.chips}>
          {discoveryMethods.map((method) => (
            <button
              key={method}
              type="button"
              className={classes.chip}
              aria-pressed={draft.noticedHow === method}
              onClick={() => onChange({ noticedHow: draft.noticedHow === method ? null : method })}
            >
              {discoveryLabels[method]}
            </button>
          ))}
        </div>
        {errors.noticedHow && <p className={classes.error}>{errors.noticedHow}</p>}
      </div>
      <TextInput
        id="report-affected"
        label="Who or what is affected?"
        placeholder="Only me, my team, a customer …"
        size="md"
        autoComplete="off"
        value={draft.affected}
        error={errors.affected}
        description={room(draft.affected, reportLimits.affected)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ affected: event.currentTarget.value })}
      />
    </>
  );
}
