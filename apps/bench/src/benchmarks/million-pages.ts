import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Experiment } from '../experiment.js';
import { percentile, startLoad } from '../system/load.js';
import { descendantsOf } from '../system/program.js';
import { startSystem, type System } from '../system/system.js';

/** Pages that are really compiled, of real releases; the others are copies of them with words of their own. */
const models = 12;
const perArtist = 100;
const rowsAtOnce = 50_000;
const rate = 25;
const megabyte = 1_048_576;

/** Page number n: which address it has and what has to be found there. */
const titleOf = (n: number) => `Song number ${n}`;
const pathOf = (n: number) => `/walk-${Math.floor(n / perArtist)}/song-${n}`;

interface Memory {
  /** Bytes of the largest process, and of all together, at their highest. */
  largest: number;
  together: number;
}

const millionPages: Experiment = {
  kind: 'bench',
  name: 'million-pages',
  description: 'a million published pages: one walk over all of them and random visits at the same time, within 512 MB',
  async run(context) {
    const count = Number(context.options.get('pages') ?? 1_000_000);
    const seconds = Number(context.options.get('seconds') ?? 180);
    const system = await startSystem(context, { rendererEnvironment: { CACHE_DISK_BYTES: String(16 * 1_024 * megabyte) } });
    const { renderer } = system;
    await system.seedPages(models);
    await publishBioPage(system);
    renderer.signal('SIGTERM');
    await renderer.exited();
    await copyPages(system, count, context);

    const memory = watchMemory(() => renderer.pid);
    context.after(async () => memory.stop());
    await renderer.start();
    const began = performance.now();
    const visits = visitAtRandom(renderer.url, count);
    const walked = await untilAllHeld(renderer.url, began, context);
    context.say(`walked over all in ${Math.round(walked / 1_000)} s, visits go on for ${seconds} s`);
    await delay(seconds * 1_000);
    const report = await visits.stop();

    const [disk, hit] = await timeVisits(renderer.url, count);
    const [missed] = await timeNew(system, count);
    const { pages: held } = await health(renderer.url);
    const lists = await checkLists(renderer.url, count);
    memory.stop();
    const peak = memory.peak();

    context.say('starting the renderer again on what it holds');
    renderer.signal('SIGTERM');
    await renderer.exited();
    const again = performance.now();
    await renderer.start();
    const ready = performance.now() - again;

    return [
      { name: 'published pages', value: count, unit: 'pages', note: `${models} smart links and a bio page compiled by the API, copied inside the database with their own titles and 600 bytes of random words` },
      { name: 'peak memory of the renderer', value: Math.round(peak.largest / megabyte), unit: 'MB', limit: { is: 'at most', value: 512 }, note: 'resident set of its largest process, files that it maps included' },
      { name: 'peak memory with its shipper', value: Math.round(peak.together / megabyte), unit: 'MB' },
      { name: 'pages in memory at the end', value: held.inMemory, unit: 'pages', note: `${Math.round(held.memoryBytes / megabyte)} MB by its own count` },
      { name: 'pages on disk', value: held.onDisk, unit: 'pages', limit: { is: 'at least', value: count }, note: `${Math.round(held.diskBytes / megabyte)} MB before compression` },
      { name: 'walk over all pages', value: Math.round(walked / 1_000), unit: 's', note: 'with the visits at the same time' },
      { name: 'random visits', value: report.answered, unit: 'visits', note: `${rate} a second, half uniform, half Zipf` },
      { name: 'visits that failed or found the wrong page', value: report.failed + visits.wrong(), unit: 'visits', limit: { is: 'exactly', value: 0 } },
      { name: 'visit of a page in memory, median', value: round(hit), unit: 'ms' },
      { name: 'visit of a page on disk, median', value: round(disk), unit: 'ms', note: 'read, drawn and compressed' },
      { name: 'visit of a page that only the API has, median', value: round(missed), unit: 'ms' },
      { name: 'random visits, 99th percentile', value: round(report.p99), unit: 'ms', note: 'during the walk and after it; nearly all of them are misses' },
      { name: 'sitemap', value: lists.parts, unit: 'parts', note: `all addresses gone over in ${Math.round(lists.took)} ms` },
      { name: 'ready after a restart', value: Math.round(ready), unit: 'ms' },
    ];
  },
};
export default millionPages;

async function publishBioPage(system: System): Promise<void> {
  const workspace = await system.workspace();
  await workspace.ask('mutation ($input: PublishBioPageInput!) { publishBioPage(input: $input) { userErrors { message } } }', { input: { artistId: workspace.artistId } });
}

/** The documents that the API compiled, each copy under an artist of its own with words of its own. Tells nobody: the renderer is away. */
async function copyPages(system: System, count: number, { say }: Context): Promise<void> {
  const { handle } = await system.workspace();
  await system.sql(
    `create table models as select row_number() over (order by path) - 1 as number, published_pages.* from published_pages where kind = 'smart-link' and starts_with(path, '/' || $1::text || '/')`,
    [handle],
  );
  for (let from = 0; from < count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce);
    await system.sql(
      `insert into published_pages (path, workspace_id, artist_id, release_id, kind, document)
       select '/walk-' || n / $3 || '/song-' || n, workspace_id, artist_id, id, kind,
         document || jsonb_build_object(
           'artist', document->'artist' || jsonb_build_object('handle', 'walk-' || n / $3),
           'release', document->'release' || jsonb_build_object('id', id, 'slug', 'song-' || n, 'title', 'Song number ' || n,
             'description', (select string_agg(md5(n || '.' || word), ' ') from generate_series(1, 18) word)))
       from generate_series($1::int, $2::int - 1) n, uuidv7() id, models where models.number = n % (select count(*) from models)`,
      [from, to, perArtist],
    );
    if (to % (rowsAtOnce * 4) === 0) say(`${to.toLocaleString('en-US')} pages are in the database`);
  }
  await system.sql(
    `insert into published_pages (path, workspace_id, artist_id, kind, document)
     select '/walk-' || n, workspace_id, artist_id, kind, document || jsonb_build_object('artist', document->'artist' || jsonb_build_object('handle', 'walk-' || n, 'name', 'Artist ' || n))
     from generate_series(0, ($1::int - 1) / $2::int) n, published_pages where kind = 'bio-page' and path = '/' || $3::text`,
    [count, perArtist, handle],
  );
  await system.sql('drop table models');
  await system.sql('vacuum analyze published_pages');
}

/** Half of them anywhere, half as fans go: few pages much, most pages hardly. */
function pick(count: number): number {
  if (Math.random() < 0.5) return Math.floor(Math.random() * count);
  const rank = Math.floor(count ** Math.random());
  return (rank * 7_919) % count;
}

function visitAtRandom(url: string, count: number): { stop: ReturnType<typeof startLoad>['stop']; wrong: () => number } {
  const asked = new Map<number, number>();
  let wrong = 0;
  const load = startLoad({
    perSecond: rate,
    connections: 64,
    keepBody: true,
    url: (n) => {
      const page = pick(count);
      asked.set(n, page);
      return `${url}${pathOf(page)}`;
    },
    onAnswer: (n, status, { body }) => {
      const page = asked.get(n) ?? -1;
      asked.delete(n);
      if (status !== 200 || !body.includes(titleOf(page))) wrong += 1;
    },
    onFailure: (n) => asked.delete(n),
  });
  return { stop: () => load.stop(), wrong: () => wrong };
}

async function health(url: string): Promise<{ pages: { inMemory: number; onDisk: number; memoryBytes: number; diskBytes: number; allHeld: boolean } }> {
  return (await (await fetch(`${url}/healthz`)).json()) as Awaited<ReturnType<typeof health>>;
}

async function untilAllHeld(url: string, began: number, { say }: Context): Promise<number> {
  for (let told = performance.now(); ; await delay(500)) {
    const { pages } = await health(url);
    if (pages.allHeld) return performance.now() - began;
    if (performance.now() - told < 20_000) continue;
    told = performance.now();
    say(`${pages.onDisk.toLocaleString('en-US')} pages are held`);
  }
}

/** Median milliseconds of visits of pages that are on disk, and of the same pages once they are in memory. */
async function timeVisits(url: string, count: number): Promise<[disk: number, memory: number]> {
  const times: [number[], number[]] = [[], []];
  for (let visit = 0; visit < 300; visit += 1) {
    const path = pathOf(Math.floor(Math.random() * count));
    for (const list of times) list.push(await timed(`${url}${path}`));
  }
  return [median(times[0]), median(times[1])];
}

/** The same of pages that came without being told of. */
async function timeNew(system: System, count: number): Promise<[number]> {
  await system.sql(
    `insert into published_pages (path, workspace_id, artist_id, release_id, kind, document)
     select '/untold/song-' || n, workspace_id, artist_id, release_id, kind, document from generate_series(1, 100) n, published_pages where path = $1`,
    [pathOf(count - 1)],
  );
  const times: number[] = [];
  for (let n = 1; n <= 100; n += 1) times.push(await timed(`${system.renderer.url}/untold/song-${n}`));
  return [median(times)];
}

async function timed(address: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return performance.now() - began;
}

/** The sitemap names all of them in parts, the start page only some. */
async function checkLists(url: string, count: number): Promise<{ parts: number; took: number }> {
  const began = performance.now();
  const index = await (await fetch(`${url}/sitemap.xml`)).text();
  const took = performance.now() - began;
  const parts = [...index.matchAll(/<sitemap>/gu)].length;
  const first = await (await fetch(`${url}/sitemaps/1.xml`)).text();
  const home = await (await fetch(`${url}/`)).text();
  const listed = [...first.matchAll(/<loc>/gu)].length;
  const artists = new Set([...home.matchAll(/href="\/(walk-\d+)"/gu)].map(([, handle]) => handle)).size;
  if (count > 5_000 && (listed < 4_900 || listed > 5_100)) throw new Error(`a part of the sitemap names ${listed} pages`);
  if (artists > 500) throw new Error(`the start page lists ${artists} artists`);
  return { parts, took };
}

/** Looks ten times a second at what the processes have in memory, as Linux counts it (proc(5), VmRSS). */
function watchMemory(pidOf: () => number): { stop: () => void; peak: () => Memory } {
  const peak: Memory = { largest: 0, together: 0 };
  const timer = setInterval(() => {
    const pid = pidOf();
    if (pid === 0) return;
    const sizes = [pid, ...descendantsOf(pid)].map(residentBytes);
    peak.largest = Math.max(peak.largest, ...sizes);
    peak.together = Math.max(peak.together, sizes.reduce((sum, size) => sum + size, 0));
  }, 100);
  return { stop: () => clearInterval(timer), peak: () => peak };
}

function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch (error) {
    // It ended meanwhile.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

const median = (times: number[]) => percentile([...times].sort((one, other) => one - other), 0.5);
const round = (value: number) => Math.round(value * 100) / 100;
