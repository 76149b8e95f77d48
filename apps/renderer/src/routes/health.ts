import type { Shipping } from '../shipper/shipping.js';
import type { Site } from '../site.js';
import type { Exchange } from './exchange.js';

const json = 'application/json; charset=utf-8';
const noStore = ['cache-control', 'no-store'];

/** 200 as long as the process lives, with what someone who runs it wants to know. */
export function healthz(site: Site, exchange: Exchange): void {
  const { spool, shipping, feed, store, walk } = site.parts;
  const pending = shipping.pending(spool.arrived);
  const body = {
    status: 'ok',
    spool: { pendingBytes: pending.bytes, pendingEvents: pending.events, lost: spool.lost, lostByKind: spool.lostByKind, unsynced: spool.unsynced },
    shipper: shipperOf(shipping, Date.now()),
    feed: { connected: feed.since !== null, since: feed.since === null ? null : new Date(feed.since).toISOString() },
    pages: { ...store.held, allHeld: walk.completed },
  };
  site.plain(exchange, 200, json, JSON.stringify(body), noStore);
}

/** Whether traffic should come here: it can answer from what it holds, or ask, and it is not about to end. */
export function readyz(site: Site, exchange: Exchange): void {
  const missing = [...missingFrom(site), ...(site.parts.life.leaving ? ['leaving'] : [])];
  site.plain(exchange, missing.length === 0 ? 200 : 503, json, JSON.stringify({ status: missing.length === 0 ? 'ready' : 'not ready', missing }), noStore);
}

/** What keeps it from answering well. */
export function missingFrom(site: Site): string[] {
  const { spool, feed, disk } = site.parts;
  return [...(feed.since === null && disk.count === 0 ? ['api'] : []), ...(spool.broken ? ['spool'] : [])];
}

function shipperOf({ pid, deaths, state }: Shipping, now: number) {
  if (pid === null || state === null) return { pid, state: pid === null ? 'down' : 'starting', deaths };
  const { failures, oldest, batches, retries, rejected, refused } = state;
  // What is on its way is behind by as much as its oldest event is old.
  return { pid, state: failures > 0 ? 'waiting' : 'working', deaths, secondsBehind: oldest === null ? 0 : Math.max(0, Math.round((now - oldest) / 1_000)), batches, retries, rejected, refused };
}
