/** Every way a request can fail, the same word at each door (callable, REST, web). */
export const errorCodes = [
  'invalid-argument',
  'unauthenticated',
  'permission-denied',
  'not-found',
  'failed-precondition',
  'conflict',
  'resource-exhausted',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** HTTP status of each code; the table of Google's API design guide, with 409 for `conflict`. */
export const httpStatus: Record<ErrorCode, number> = {
  'invalid-argument': 400,
  unauthenticated: 401,
  'permission-denied': 403,
  'not-found': 404,
  'failed-precondition': 412,
  conflict: 409,
  'resource-exhausted': 429,
  internal: 500,
};

/** The one error of the product: a code for the program, a sentence for the person, details for a form. */
export class SecuraError extends Error {
  override readonly name = 'SecuraError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
