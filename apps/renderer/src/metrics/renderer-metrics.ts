import { join } from 'node:path';
import { counter, gauge, type Metric } from '@lynkify/workers';
import type { Environment } from '../environment.js';
import type { Site } from '../site.js';
import type { WorkerFolder } from '../slots/worker-folder.js';
import { spoolFolders } from '../slots/worker-folder.js';
import { type LossCounts, readCounts } from '../spool/losses.js';

const program = 'lynkify_renderer';

/** What this renderer counted and holds. Made when somebody asks; until then there are only numbers that grow. */
export function rendererMetrics(site: Site, { spoolDir }: Environment, own: WorkerFolder): Metric[] {
  return [...site.counts.metrics(program), ...spoolMetrics(site, spoolDir, own), ...shipperMetrics(site), ...pageMetrics(site)];
}

function spoolMetrics({ parts: { spool, shipping } }: Site, spoolDir: string, own: WorkerFolder): Metric[] {
  const pending = shipping.pending(spool.arrived);
  const oldest = shipping.state?.oldest ?? null;
  return [
    counter(`${program}_spool_events_total`, 'Events that were written to the spool.', spool.writtenEvents),
    counter(`${program}_spool_bytes_total`, 'Bytes that were written to the spool.', spool.writtenBytes),
    // Of all folders, so that it falls neither when a worker goes nor when a folder changes hands.
    { ...counter(`${program}_spool_lost_events_total`, 'Events that could not be written, ever, by kind.', Object.entries(lostOf(spoolDir, own, spool.lostByKind)).map(([kind, count]) => [{ kind }, count])), aggregator: 'max' },
    counter(`${program}_spool_taken_over_events_total`, 'Events of folders that nobody used, taken over.', spool.takenIn.events),
    gauge(`${program}_spool_pending_events`, 'Events that the API has not taken yet.', pending.events),
    gauge(`${program}_spool_pending_bytes`, 'Bytes of them.', pending.bytes),
    gauge(`${program}_spool_oldest_pending_seconds`, 'Age of the oldest event that is on its way to the API.', oldest === null ? 0 : Math.max(0, (Date.now() - oldest) / 1_000), 'max'),
    gauge(`${program}_spool_unsynced_events`, 'Written events that the disk has not confirmed.', spool.unsynced),
    gauge(`${program}_spool_broken`, 'Spools that cannot be written.', spool.broken ? 1 : 0),
  ];
}

function lostOf(spoolDir: string, own: WorkerFolder, mine: Readonly<LossCounts>): LossCounts {
  const lost = { ...mine };
  for (const { name, directory } of spoolFolders(spoolDir)) {
    if (name === own.name) continue;
    const theirs = readCounts(join(directory, 'lost.json'));
    for (const kind of Object.keys(lost) as (keyof LossCounts)[]) lost[kind] += theirs[kind];
  }
  return lost;
}

function shipperMetrics({ parts: { shipping } }: Site): Metric[] {
  const { state, pid, deaths } = shipping;
  return [
    gauge(`${program}_shipper_up`, 'Shippers that run.', pid === null ? 0 : 1),
    gauge(`${program}_shipper_waiting`, 'Shippers to whom the API does not answer.', state && state.failures > 0 ? 1 : 0),
    counter(`${program}_shipper_deaths_total`, 'Shippers that died and were started again.', deaths),
    counter(`${program}_shipper_batches_total`, 'Batches that the API took.', state?.batches ?? 0),
    counter(`${program}_shipper_retries_total`, 'Batches that had to be sent again.', state?.retries ?? 0),
    counter(`${program}_shipper_rejected_events_total`, 'Events that the API took and put aside.', state?.rejected ?? 0),
    counter(`${program}_shipper_refused_events_total`, 'Events that can never be shipped, put aside in the spool.', state?.refused ?? 0),
  ];
}

function pageMetrics({ parts: { store, feed, walk } }: Site): Metric[] {
  const { inMemory, onDisk, memoryBytes, diskBytes } = store.held;
  return [
    counter(`${program}_page_lookups_total`, 'Pages that were asked for, by where they were found.', Object.entries(store.lookups).map(([found, count]) => [{ found }, count])),
    gauge(`${program}_pages`, 'Pages that are held.', [[{ where: 'memory' }, inMemory], [{ where: 'disk' }, onDisk]]),
    gauge(`${program}_pages_bytes`, 'Bytes of pages that are held.', [[{ where: 'memory' }, memoryBytes], [{ where: 'disk' }, diskBytes]]),
    gauge(`${program}_pages_all_held`, 'Workers that went over all published pages.', walk.completed ? 1 : 0),
    gauge(`${program}_feed_connected`, 'Workers that hear of what is published.', feed.since === null ? 0 : 1),
    gauge(`${program}_feed_connected_seconds`, 'For how long the one that was connected last has been hearing.', feed.since === null ? 0 : (Date.now() - feed.since) / 1_000, 'min'),
  ];
}
