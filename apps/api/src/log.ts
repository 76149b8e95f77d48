import type { LoggerService } from '@nestjs/common';
import { pino, type Logger, type LoggerOptions } from 'pino';

/** Injection token and type of the program's log. Lines carry no token, no address and no email. */
export abstract class Log {
  abstract info(facts: object, message: string): void;
  abstract warn(facts: object, message: string): void;
  abstract error(facts: object, message: string): void;
  abstract debug(facts: object, message: string): void;
}

// Not across a slash: the folder @scope of a package is no email, and a stack without its files is of no use.
const emailLike = /[^\s"'<>@/]+@[^\s"'<>@/]+\.[^\s"'<>@/]+/g;
const secretLike = /\b(?:lyk_live_[A-Za-z0-9]+|[A-Za-z0-9_-]{40,})\b/g;

/** Takes out what a log must not hold: email addresses and anything long enough to be a token. */
export function scrub(text: string): string {
  return text.replace(emailLike, '[email]').replace(secretLike, '[secret]');
}

export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, message: scrub(error.message), ...('code' in error ? { code: String(error.code) } : {}), stack: scrub(error.stack ?? '') }
          : { type: typeof error },
    },
  };
}

export function createLog(level: string): Logger {
  return pino(logOptions(level));
}

/** Nest's own lines through the same log. Its start-up chatter is debug. */
export function nestLogger(log: Log): LoggerService {
  const context = (parameters: unknown[]) => ({ context: parameters.filter((parameter) => typeof parameter === 'string').at(-1) });
  return {
    log: (message: unknown, ...more: unknown[]) => log.debug(context(more), scrub(String(message))),
    debug: (message: unknown, ...more: unknown[]) => log.debug(context(more), scrub(String(message))),
    verbose: (message: unknown, ...more: unknown[]) => log.debug(context(more), scrub(String(message))),
    warn: (message: unknown, ...more: unknown[]) => log.warn(context(more), scrub(String(message))),
    error: (message: unknown, ...more: unknown[]) => log.error({ ...context(more), ...(message instanceof Error ? { err: message } : {}) }, scrub(String(message))),
    fatal: (message: unknown, ...more: unknown[]) => log.error(context(more), scrub(String(message))),
  };
}
