import { compileAnswer } from '../src/answers/answer.js';
import { PageAnswers, isShown } from '../src/answers/page-answers.js';
import { SharedCaching } from '../src/answers/shared-caching.js';
import { createLog } from '../src/log.js';
import { ByteLru } from '../src/pages/byte-lru.js';
import { type HeldPage, holdPage } from '../src/pages/held-page.js';
import { anyone } from '../src/pages/variants.js';
import { FormGuard } from '../src/visitors/form-guard.js';
import { bioPage, smartLink } from './documents.js';

// Says what pages really take in memory, beside what they are counted as. Needs --expose-gc.
const [kind = 'smart-link', amount = '400'] = process.argv.slice(2);
const pages = new ByteLru<HeldPage>(Number.POSITIVE_INFINITY);
const answers = new PageAnswers({
  pagesUrl: 'http://pages.test', headers: ['x-content-type-options', 'nosniff'], guard: new FormGuard('form-key-of-the-tests-0123456789abcdefg'), caching: new SharedCaching(0), log: createLog('silent'),
  onGrowth: (page, bytes) => {
    page.bytes += bytes;
    pages.set(page.path, page, page.bytes);
  },
});

async function hold(from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const path = `/artist-${number}/song-${number}`;
    // As they come: parsed from text of their own.
    const document = kind === 'bio-page' ? bioPage(`artist-${number}`, { headline: `Headline ${number} `.repeat(10) }) : smartLink(`song-${number}`);
    const page = holdPage(JSON.parse(JSON.stringify({ path, version: number, publishedAt: '2026-11-20T08:00:00.000Z', document })), 1);
    pages.set(path, page, page.bytes);
    if (kind !== 'undrawn' && isShown(page)) await answers.prepare(page, anyone, Date.now());
  }
}

async function taken(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((turn) => setImmediate(turn));
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// What is made once (templates, regular expressions, compiled code) is no page.
await hold(0, 50);
await compileAnswer({ status: 200, type: 'text/plain', body: '', cacheControl: '', headers: [] });
const [before, countedBefore] = [await taken(), pages.bytes];
await hold(50, 50 + Number(amount));
process.stdout.write(JSON.stringify({ real: (await taken()) - before, counted: pages.bytes - countedBefore }));
