import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured lines on standard output. Nothing here is ever handed an address, an email or a token. */
export function createLog(level: string): Logger {
  return pino({ level, base: { program: 'renderer' }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What may be said of an error in a log: its kind and words, and the system's code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message || error.cause.name})` : '';
  return `${error.message || error.name}${cause}`;
}
