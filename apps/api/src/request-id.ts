import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const requestIds = new AsyncLocalStorage<string>();

/** Runs everything of one request with its id at hand. */
export function withRequestId(id: string, next: () => void): void {
  requestIds.run(id, next);
}

/** Id of the request that is being served, for errors and logs. */
export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}

/** The caller's own id where it is a harmless one, else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : randomUUID();
}
