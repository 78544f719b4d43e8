/** Why an operation did not happen; `message` is a sentence to show as it is. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: string, message: string, details?: Record<string, unknown>) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

const sentences = {
  offline: 'You are offline, so this was not done. Try again when the connection is back.',
  timeout: 'The server did not answer in time. Look whether the change is there before you try again.',
  unreachable: 'The server could not be reached, so this was not done. Check your connection and try again.',
  expired: 'Your session has ended. Sign in again; what you typed stays here.',
  tooMany: 'That was too many requests. Wait a minute and try again.',
  internal: 'Something went wrong on the server. Try again; if it stays, tell your security team.',
};

/** Turns what the SDK throws into one error with a sentence. */
export function toOperationError(error: unknown): OperationError {
  if (error instanceof OperationError) return error;
  const { code: fullCode = 'internal', message = '', details } = (error ?? {}) as { code?: string; message?: string; details?: unknown };
  const code = fullCode.replace(/^functions\//, '');
  const facts = details && typeof details === 'object' ? (details as Record<string, unknown>) : undefined;
  // The SDK appends the HTTP status to what the server said.
  const said = message.replace(/ \[\d+\]$/, '');
  const spoken = said && said.toLowerCase() !== code ? said : undefined;
  switch (code) {
    case 'aborted':
      return new OperationError('conflict', spoken ?? 'Somebody changed this at the same moment.', facts);
    case 'unauthenticated':
      return new OperationError(code, sentences.expired, facts);
    case 'deadline-exceeded':
      return new OperationError('timeout', sentences.timeout, facts);
    case 'resource-exhausted':
      return new OperationError(code, spoken ?? sentences.tooMany, facts);
    case 'unavailable':
      return new OperationError('unreachable', sentences.unreachable, facts);
    case 'internal':
      // Without an answer from the server the SDK says only "internal".
      if (spoken === undefined) return new OperationError(navigator.onLine ? 'unreachable' : 'offline', navigator.onLine ? sentences.unreachable : sentences.offline);
      return new OperationError(code, spoken, facts);
    default:
      return new OperationError(code, spoken ?? sentences.internal, facts);
  }
}

/**
 * Calls an operation of the server.
 * @param name as in the domain, such as `incidents.assign`
 * @throws OperationError with a sentence for the person
 */
export async function callOperation<Input, Output>(name: string, input: Input): Promise<Output> {
  if (!navigator.onLine) throw new OperationError('offline', sentences.offline);
  const { call } = await import('./functions.ts').catch(() => {
    throw new OperationError('unreachable', sentences.unreachable);
  });
  try {
    return await call<Input, Output>(name, input);
  } catch (error) {
    throw toOperationError(error);
  }
}
