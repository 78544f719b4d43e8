import classes from './kbd.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Record<string, string> = { mod: isApple ? '⌘' : 'Ctrl', shift: '⇧', escape: 'Esc', enter: 'Enter', arrowup: '↑', arrowdown: '↓' };

/** A shortcut such as `mod+k` or `g q`, as this keyboard labels it. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span>
      {keys.split(' ').map((stroke, index) => (
        <span key={index}>
          {index > 0 && ' then '}
          {stroke.split('+').map((key) => (
            <kbd key={key} className={classes.kbd}>
              {names[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
