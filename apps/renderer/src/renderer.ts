import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Life, Serving } from '@lynkify/workers';
import { baseHeaders } from './answers/headers.js';
import { MessageAnswers } from './answers/message-answers.js';
import { isShown, PageAnswers } from './answers/page-answers.js';
import { SharedCaching } from './answers/shared-caching.js';
import type { Environment } from './environment.js';
import type { Logger } from './log.js';
import { MediaCache } from './media/media-cache.js';
import { rendererMetrics } from './metrics/renderer-metrics.js';
import { ChangeFeed } from './pages/change-feed.js';
import type { HeldPage } from './pages/held-page.js';
import { PageDisk } from './pages/page-disk.js';
import { PageSource } from './pages/page-source.js';
import { PageStore } from './pages/page-store.js';
import { PageWalk } from './pages/page-walk.js';
import { anyone } from './pages/variants.js';
import { createServer } from './server.js';
import { keepHeapSmall } from './small-heap.js';
import { Shipping } from './shipper/shipping.js';
import { missingFrom } from './routes/health.js';
import { Site } from './site.js';
import { Adoption } from './slots/adoption.js';
import { takeFolder } from './slots/worker-folder.js';
import { Seal } from './spool/seal.js';
import { Spool } from './spool/spool.js';
import { Addresses } from './visitors/addresses.js';
import { FactsReader } from './visitors/facts.js';
import { FormGuard } from './visitors/form-guard.js';
import { PageLock } from './visitors/page-lock.js';
import { ServerNetworks } from './visitors/networks/server-networks.js';
import { Places } from './visitors/places.js';
import { SaltAgreement } from './visitors/salt-agreement.js';
import { VisitorSalts } from './visitors/visitor-salts.js';

/** How long a stop waits for the shipper's last batch. */
const patience = 2_000;
/** How long one that replaces another waits until it can answer. */
const readyPatience = 50_000;
/** How long the very first start waits to hear under which salt the other renderers count. */
const saltPatience = 1_000;

/**
 * Puts the renderer together and starts it. It comes up without the API too, with the pages on its disk.
 * @throws Error when the spool's folder is another renderer's, or the port is taken
 */
export async function startRenderer(environment: Environment, log: Logger, life: Life): Promise<Serving> {
  const { apiUrl, rendererKey, spoolKey, pagesUrl, workers } = environment;
  keepHeapSmall();
  const folder = takeFolder(environment, workers);
  const { spoolDir, cacheDir, lock } = folder;
  // One folder more than there are workers: while one is replaced, both are there.
  const diskBytes = workers === 0 ? environment.cacheDiskBytes : Math.floor(environment.cacheDiskBytes / (workers + 1));
  mkdirSync(cacheDir, { recursive: true, mode: 0o700 });

  const source = new PageSource(apiUrl, rendererKey);
  const disk = await PageDisk.open(cacheDir, diskBytes, log);
  const guard = new FormGuard(environment.formKey);
  const headers = baseHeaders(pagesUrl);
  const caching = new SharedCaching(environment.cdnHoldSeconds, environment.placeHeaders.country);
  const answers = new PageAnswers({ pagesUrl, headers, guard, caching, log, onGrowth: (page, bytes) => store.grew(page, bytes) });
  const prepare = (page: HeldPage) => (isShown(page) ? answers.prepare(page, anyone, Date.now()) : Promise.resolve(null));
  const store: PageStore = new PageStore({ source, disk, memoryBytes: environment.cacheBytes, log, prepare, onLost: () => walk.start() });
  const walk: PageWalk = new PageWalk(source, store, disk, log);
  disk.onReplaced = () => walk.start();
  const spool = new Spool({ directory: spoolDir, log, sync: environment.spoolSync });
  const shipping = new Shipping({ directory: spoolDir, apiUrl, rendererKey, spoolKey, firstSegment: spool.firstSegment }, log);
  const salts = new VisitorSalts(environment.cacheDir, log);
  const agreement = new SaltAgreement({ apiUrl, rendererKey, salts, log });
  const feed = new ChangeFeed({
    apiUrl,
    rendererKey,
    log,
    onConnected: () => {
      store.feedConnected(Date.now());
      walk.start();
      shipping.tryNow();
      void agreement.askNow();
    },
    onCut: () => {
      walk.stop();
      store.feedCut();
    },
    onChange: ({ host, path, version }) => { if (host === '') store.changed(path, version); },
  });
  const site = new Site({
    environment, life, log, source, disk, store, walk, feed, answers, caching, guard, spool, shipping,
    messages: new MessageAnswers(answers, caching),
    media: new MediaCache(join(cacheDir, 'media'), apiUrl, diskBytes, log),
    facts: new FactsReader(salts, new Addresses(await Places.open(log), ServerNetworks.read()), environment.placeHeaders, pagesUrl),
    lock: new PageLock(environment.formKey, pagesUrl.startsWith('https:')),
    seal: new Seal(spoolKey),
    baseHeaders: headers,
  });

  await agreement.start(saltPatience);
  const server = createServer(site);
  const adoption = new Adoption({ folders: environment, own: folder, workers, spool, log });
  try {
    // The one that it replaces goes on until this one listens.
    if (life.replacing) {
      feed.start();
      await untilReady(site);
    }
    await server.listen({ port: environment.port, host: environment.host });
  } catch (error) {
    agreement.stop();
    lock.release();
    throw error;
  }
  shipping.start();
  if (!life.replacing) feed.start();
  adoption.start();
  const { port } = server.server.address() as AddressInfo;
  log.info({ port, pages: disk.count, ...(folder.name === '' ? {} : { folder: folder.name }) }, 'listening');

  const stop = async () => {
    feed.stop();
    walk.stop();
    agreement.stop();
    await server.close();
    await adoption.stop();
    spool.close();
    await shipping.stop(patience);
    await disk.close();
    await site.parts.media.settled();
    lock.release();
    log.info('stopped');
  };
  return { server: server.server, stop, metrics: async () => rendererMetrics(site, environment, folder) };
}

async function untilReady(site: Site): Promise<void> {
  for (const until = Date.now() + readyPatience; missingFrom(site).length > 0; await delay(20)) {
    if (Date.now() > until) throw new Error(`What is missing does not come: ${missingFrom(site).join(', ')}.`);
  }
}
