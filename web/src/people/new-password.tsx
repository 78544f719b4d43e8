import { rateStrength, passwordBounds } from './strength.ts';
import classes from './entry.module.css';
import { PasswordField } from './password-field.tsx';

const words = ['Too weak', 'Weak', 'Fair', 'Good', 'Strong'];

/** A new password with its strength in words and colour. */
export function NewPassword(props: { value: string; personal: string[]; error?: string | undefined; onChange(value: string): void }) {
  const { value, personal } = props;
  const strength = rateStrength(value, personal);
  return (
    <div>
      <PasswordField
        label="Password"
        description={`At least ${passwordBounds.min} characters. A few unrelated words make a good one.`}
        autoComplete="new-password"
        maxLength={passwordBounds.max}
        value={value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        error={props.error}
      />
      {value && (
        <>
          <div className={classes.meter} data-score={strength.score} aria-hidden="true">
            <span />
            <span />
            <span />
            <span />
          </div>
          <p className={classes.strength} role="status">
            {`${words[strength.score]}. ${strength.advice}`.trim()}
          </p>
        </>
      )}
    </div>
  );
}

/** Why a password is not accepted, or nothing. */
export function checkPassword(value: string, personal: string[]): string | undefined {
  if (!value) return 'Choose a password.';
  const { score, advice } = rateStrength(value, personal);
  if (value.length < passwordBounds.min) return `The password needs at least ${passwordBounds.min} characters.`;
  return score < 2 ? `This password is too easy to guess. ${advice}` : undefined;
}
