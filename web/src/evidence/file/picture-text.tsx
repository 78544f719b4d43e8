import type { Reading } from '@secura/domain/evidence/reading';
import ui from '../../ui/card.module.css';
import classes from './file.module.css';

/** What a machine read in a picture. It is text here, never markup. */
export function PictureText({ reading }: { reading: Reading }) {
  if (reading.state === 'waiting') return <p className={ui.quiet} role="status">The text in it is being read.</p>;
  if (reading.state === 'failed') return <p className={ui.quiet}>The text in it could not be read.</p>;
  if (reading.text === '') return <p className={ui.quiet}>No text was found in it.</p>;
  const sure = reading.confidence === null ? '' : `, ${Math.round(reading.confidence * 100)} % sure of its letters`;
  return (
    <section className={classes.read} aria-label="Text in the picture">
      <h3>Text in the picture</h3>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.text} tabIndex={0}>
        {reading.text}
      </pre>
      <p className={ui.quiet}>
        Read by {reading.reader}
        {sure}. An O can be a 0: compare links and addresses with the picture.{reading.cut && ' There was more text than is kept.'}
      </p>
    </section>
  );
}
