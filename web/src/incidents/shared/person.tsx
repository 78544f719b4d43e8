import type { PersonRef } from '@secura/domain/incidents/events';
import classes from './person.module.css';

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

/** A hue that is always the same for the same person. */
function hue(uid: string): number {
  let sum = 0;
  for (const char of uid) sum = (sum * 31 + char.charCodeAt(0)) % 100_003;
  // The golden angle keeps neighbours apart.
  return Math.round(sum * 137.508) % 360;
}

/** Initials in a circle; the name is for the text beside it, or for `label`. */
export function Avatar({ person, label = false, online }: { person: PersonRef; label?: boolean; online?: boolean }) {
  return (
    <span
      className={classes.avatar}
      style={{ '--hue': hue(person.uid) } as React.CSSProperties}
      title={person.name}
      {...(label ? { role: 'img', 'aria-label': person.name } : { 'aria-hidden': true })}
    >
      {initials(person.name)}
      {online !== undefined && <span className={classes.presence} data-online={online || undefined} />}
    </span>
  );
}

/** Who is assigned, as overlapping circles whose names are read out. */
export function AvatarGroup({ people, limit = 3 }: { people: readonly PersonRef[]; limit?: number }) {
  if (people.length === 0) return <span className={classes.nobody}>Unassigned</span>;
  const rest = people.length - limit;
  return (
    <span className={classes.group} role="img" aria-label={`Assigned to ${people.map((person) => person.name).join(', ')}`} title={people.map((person) => person.name).join(', ')}>
      {people.slice(0, limit).map((person) => (
        <Avatar key={person.uid} person={person} />
      ))}
      {rest > 0 && <span className={classes.more}>+{rest}</span>}
    </span>
  );
}
