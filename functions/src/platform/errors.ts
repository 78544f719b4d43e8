import { SecuraError, type ErrorCode } from '@secura/domain/platform/errors';
import { HttpsError, type FunctionsErrorCode } from 'firebase-functions/v2/https';
import { ZodError } from 'zod';

/** Brings whatever was thrown into the one shape; what we did not foresee tells the caller nothing but the request id. */
export function toSecuraError(error: unknown, requestId: string): SecuraError {
  if (error instanceof SecuraError) return error;
  if (error instanceof ZodError) {
    const fields: Record<string, string> = {};
    for (const issue of error.issues) {
      fields[issue.path.join('.') || '_'] ??= issue.code === 'unrecognized_keys' ? `There is no field ${issue.keys.join(', ').slice(0, 100)}.` : issue.message;
    }
    return new SecuraError('invalid-argument', Object.values(fields)[0] ?? 'The input is not valid.', { fields });
  }
  return new SecuraError('internal', `Something went wrong on our side. Please try again; if it stays, give the team this number: ${requestId}.`, { requestId }, { cause: error });
}

const callableCode: Partial<Record<ErrorCode, FunctionsErrorCode>> = { conflict: 'aborted' };

/** The same error as a callable function throws it; `details.code` keeps our own word. */
export function toHttpsError(error: SecuraError): HttpsError {
  const code = callableCode[error.code] ?? (error.code as FunctionsErrorCode);
  return new HttpsError(code, error.message, { ...error.details, code: error.code });
}

/** The same error as REST answers it. */
export function toErrorBody(error: SecuraError): { error: { code: ErrorCode; message: string; details?: unknown } } {
  return { error: { code: error.code, message: error.message, ...(error.details && { details: error.details }) } };
}
