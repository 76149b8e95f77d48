/** Codes under which a request as a whole can fail; they stand in `extensions.code` and in REST bodies. */
export type RequestErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'TOO_MANY_REQUESTS' | 'SERVICE_UNAVAILABLE' | (string & {});

/** A failure that the caller may read: its message is written for them and tells no secret. */
export class RequestError extends Error {
  constructor(
    readonly code: RequestErrorCode,
    readonly status: number,
    message: string,
    /** More for the caller: `fields` by path, `retryAfter` in seconds. */
    readonly details: { fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(message);
    this.name = 'RequestError';
  }
}

export const unauthenticated = (message = 'Sign in, or send a valid API key, to do this.') => new RequestError('UNAUTHENTICATED', 401, message);
export const forbidden = (message: string) => new RequestError('FORBIDDEN', 403, message);
/** What belongs to someone else and what does not exist look the same from outside. */
export const notFound = (what: string) => new RequestError('NOT_FOUND', 404, `There is no such ${what}.`);
export const badInput = (fields: Record<string, string>) =>
  new RequestError('BAD_USER_INPUT', 400, Object.values(fields).join(' '), { fields });
export const tooManyRequests = (retryAfter: number) =>
  new RequestError('TOO_MANY_REQUESTS', 429, `Too many tries. Try again in ${retryAfter < 90 ? `${retryAfter} seconds` : `${Math.ceil(retryAfter / 60)} minutes`}.`, { retryAfter });
export const unavailable = () => new RequestError('SERVICE_UNAVAILABLE', 503, 'The database cannot be reached right now. Try again in a moment.', { retryAfter: 5 });

/** What the caller reads of a failure that is ours. */
export const maskedMessage = 'Something went wrong on our side. Quote the request id when you write to us.';

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53300']);

/** Whether this error says that Postgres is away, rather than that a statement was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (connectionCodes.has(code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|Connection terminated|query read timeout|Client has encountered a connection error|Client was closed and is not queryable/i.test(error.message);
}

/** The caller's view of any thrown thing: as it is where it was written for them, masked where it was not. */
export function toRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  if (isDatabaseAway(error)) return unavailable();
  return new RequestError('INTERNAL_SERVER_ERROR', 500, maskedMessage);
}
