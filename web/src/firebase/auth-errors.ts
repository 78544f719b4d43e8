/** What went wrong at the door, as a sentence that says what to do. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: string;
  /** The field that the sentence belongs to, if there is one. */
  readonly field: 'email' | 'password' | undefined;

  constructor(code: string, message: string, field?: 'email' | 'password') {
    super(message);
    this.code = code;
    this.field = field;
  }
}

const wrong = 'The e-mail address and the password do not belong together. Check both, or choose a new password.';

const sentences: Record<string, [message: string, field?: 'email' | 'password']> = {
  // One sentence for both, so that nobody can find out here who has an account.
  'invalid-credential': [wrong],
  'user-not-found': [wrong],
  'wrong-password': [wrong],
  'invalid-email': ['This is not a complete e-mail address.', 'email'],
  'missing-email': ['Enter your e-mail address.', 'email'],
  'missing-password': ['Enter your password.', 'password'],
  'user-disabled': ['This account is suspended. Ask your administrator.'],
  'email-already-in-use': ['There is an account with this e-mail address already. Sign in, or choose a new password.', 'email'],
  'weak-password': ['This password is too easy to guess. Choose a longer one.', 'password'],
  'password-does-not-meet-requirements': ['This password does not meet the rules of your organisation. Choose a longer one.', 'password'],
  'too-many-requests': ['Too many attempts. Wait a few minutes, or choose a new password.'],
  'network-request-failed': ['The sign-in service could not be reached. Check your connection and try again.'],
  'operation-not-allowed': ['Signing in by password is switched off for this organisation.'],
  'admin-restricted-operation': ['New accounts are made by an administrator here. Ask yours for one.'],
};

/** Turns what the SDK throws into a sentence. */
export function toSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  const code = String((error as { code?: unknown }).code ?? 'internal').replace(/^auth\//, '');
  const [message, field] = sentences[code] ?? ['Signing in did not work. Try again in a minute.'];
  return new SignInError(code, message, field);
}
