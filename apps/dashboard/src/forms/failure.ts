import { GraphQLRequestError } from '@lynkify/contract';

/** An expected refusal of a mutation, as every payload carries them. */
export interface UserError {
  code: string;
  path: readonly string[];
  message: string;
}

/** Thrown for the refusals of a mutation that has no form to show them in. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly userErrors: readonly UserError[];

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.userErrors = userErrors;
  }
}

/** The payload itself, or its refusals thrown. */
export function accepted<Payload extends { userErrors: readonly UserError[] }>(payload: Payload): Payload {
  if (payload.userErrors.length > 0) throw new RefusedError(payload.userErrors);
  return payload;
}

/** One or two sentences for people about why something could not be done. */
export function failureOf(error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  if (!(error instanceof GraphQLRequestError)) return 'Something went wrong in your browser. Reload the page and try again.';
  if (error.code === 'TOO_MANY_REQUESTS') return `That was too often. Try again ${waitingTime(error.retryAfter)}.`;
  return error.requestId !== null && error.code === 'INTERNAL_SERVER_ERROR' ? `${error.message} Request ${error.requestId}.` : error.message;
}

function waitingTime(seconds: number | null): string {
  if (seconds === null) return 'in a moment';
  if (seconds < 90) return `in ${Math.max(1, Math.ceil(seconds))} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}
