import { errors } from 'undici';

export type OutboundErrorCode = 'BAD_URL' | 'FORBIDDEN_ADDRESS' | 'UNKNOWN_HOST' | 'UNREACHABLE' | 'TIMEOUT' | 'TOO_LARGE' | 'TOO_MANY_REDIRECTS' | 'BROKEN_ANSWER';

/** Why a request to the internet has no answer. Its message names no address of this machine's networks. */
export class OutboundError extends Error {
  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OutboundError';
  }
}

const unknownHost: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EAI_NONAME']);

/** What went wrong below, in our words. @param answering whether the answer had begun */
export function toOutboundError(error: unknown, answering: boolean): OutboundError {
  if (error instanceof OutboundError) return error;
  // Several addresses were tried, and none would.
  const [inner = error]: unknown[] = hasField(error, 'errors') && Array.isArray(error.errors) ? error.errors : [];
  const code = hasField(inner, 'code') ? String(inner.code) : '';
  if (unknownHost.has(code)) return new OutboundError('UNKNOWN_HOST', 'there is no host of this name', { cause: error });
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT' || code === 'ETIMEDOUT') return new OutboundError('TIMEOUT', 'the host did not answer in time', { cause: error });
  if (answering || inner instanceof errors.HTTPParserError || code === 'UND_ERR_HEADERS_OVERFLOW') return new OutboundError('BROKEN_ANSWER', 'the answer broke off or is no HTTP', { cause: error });
  return new OutboundError('UNREACHABLE', 'the host cannot be reached', { cause: error });
}

function hasField<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && name in value;
}
