import { describe, expect, it } from '@jest/globals';
import { languages } from '@lynkify/domain';
import { inAppHelps } from '@lynkify/platforms';
import { bioPage, smartLink } from '../../testing/documents.js';
import { createLog } from '../log.js';
import { holdPage } from '../pages/held-page.js';
import { anyone, type Fan, mostVariants } from '../pages/variants.js';
import { FormGuard } from '../visitors/form-guard.js';
import { isShown, PageAnswers, type ShownPage } from './page-answers.js';
import { SharedCaching } from './shared-caching.js';

const day = 86_400_000;
const moment = Date.parse('2026-12-04T00:00:00.000Z');

function make(holdSeconds = 0) {
  const sizes: number[] = [];
  const answers = new PageAnswers({
    pagesUrl: 'http://pages.test', headers: [], guard: new FormGuard('form-key-of-the-tests-0123456789abcdefg'), caching: new SharedCaching(holdSeconds), log: createLog('silent'),
    onGrowth: (page, bytes) => {
      page.bytes += bytes;
      sizes.push(page.bytes);
    },
  });
  return { answers, sizes };
}

function held(document: Parameters<typeof holdPage>[0]['document']): ShownPage {
  const page = holdPage({ path: '/lady-gaga/tonight', version: 1, publishedAt: '2026-11-20T08:00:00.000Z', document }, 1);
  if (!isShown(page)) throw new Error('not a page');
  return page;
}

function tonight(): ShownPage {
  const document = smartLink('tonight');
  document.release.releasedAt = new Date(moment).toISOString();
  document.release.releaseDate = '2026-12-04';
  return held(document);
}

const textOf = (answer: Awaited<ReturnType<PageAnswers['prepare']>> | undefined) => String(answer?.representations.identity.bytes);
const settled = () => new Promise((turn) => setTimeout(turn, 0));

/** Until what is drawn ahead is there. */
async function drawnAhead(page: ShownPage): Promise<void> {
  while (![...page.variants.values()].every(({ next }) => next !== null)) await settled();
}

describe('a page that changes by itself', () => {
  it('is drawn ahead when someone comes shortly before, and answered at the moment without waiting', async () => {
    const { answers } = make();
    const page = tonight();
    await answers.prepare(page, anyone, moment - 60_000);

    const before = answers.ready(page, anyone, moment - 2_000);
    await drawnAhead(page);
    const after = answers.ready(page, anyone, moment);

    expect(textOf(before)).toContain('Out on');
    expect(after).toBeDefined();
    expect(textOf(after)).not.toContain('Out on');
    expect(answers.ready(page, anyone, moment - 1)).toBeDefined();
  });

  it('is never answered as it was, not even for the moment that a drawing takes', async () => {
    const { answers } = make();
    const page = tonight();
    await answers.prepare(page, anyone, moment - 20_000);

    expect(answers.ready(page, anyone, moment - 1)).toBeDefined();
    expect(answers.ready(page, anyone, moment)).toBeUndefined();
    expect(textOf(await answers.prepare(page, anyone, moment))).not.toContain('Out on');
  });

  it('counts the days as they pass', async () => {
    const { answers } = make();
    const page = tonight();

    for (const days of [10, 9, 3]) expect(textOf(await answers.prepare(page, anyone, moment - days * day + 1_000))).toContain(`in ${days} days`);
  });

  it('follows a clock that is set back', async () => {
    const { answers } = make();
    const page = tonight();
    await answers.prepare(page, anyone, moment + day);

    expect(answers.ready(page, anyone, moment - day)).toBeUndefined();
    expect(textOf(await answers.prepare(page, anyone, moment - day))).toContain('Out on');
  });

  it('of an artist shows the release that is out from its moment on', async () => {
    const { answers } = make();
    const { release, artwork } = smartLink('tonight');
    const card = { id: release.id, slug: 'tonight', title: 'Tonight', artistCredit: 'Lady Gaga', type: 'single' as const, artwork, releasedAt: new Date(moment).toISOString() };
    const page = held(bioPage('lady-gaga', { releases: [card, { ...card, id: 'r0', slug: 'before', title: 'Before', releasedAt: '2024-01-01T00:00:00.000Z' }], sections: [{ id: 's', type: 'featured-release', releaseId: null }] }));

    const before = textOf(await answers.prepare(page, anyone, moment - 1));
    const after = textOf(await answers.prepare(page, anyone, moment));

    expect(after).not.toBe(before);
  });
});

describe('what is kept of a page', () => {
  it('is drawn once for however many come at once', async () => {
    const { answers } = make();
    const page = tonight();

    const all = await Promise.all(Array.from({ length: 1_000 }, () => answers.prepare(page, anyone, moment)));

    expect(new Set(all).size).toBe(1);
  });

  it('is counted to the byte through drawing, drawing ahead and taking over', async () => {
    const { answers } = make();
    const page = tonight();
    const empty = page.bytes;
    const counted = () => [...page.variants.values()].reduce((sum, { answer, next }) => sum + answer.bytes + (next?.answer.bytes ?? 0), empty);
    await answers.prepare(page, anyone, moment - 20_000);
    await answers.prepare(page, { ...anyone, platform: 'deezer' }, moment - 20_000);
    expect(page.bytes).toBe(counted());

    answers.ready(page, anyone, moment - 1_000);
    answers.ready(page, { ...anyone, platform: 'deezer' }, moment - 1_000);
    await drawnAhead(page);
    expect(page.bytes).toBe(counted());

    answers.ready(page, anyone, moment);
    await answers.prepare(page, anyone, moment + 30 * day);
    expect(page.bytes).toBe(counted());
  });

  it('is never more than so many forms', async () => {
    const { answers } = make();
    const page = held(smartLink('tonight'));
    const fans = languages.flatMap((language) => inAppHelps.flatMap(({ id }) => ['spotify', 'deezer'].map((platform): Fan => ({ ...anyone, platform, language, help: id }))));
    const empty = page.bytes;
    for (const fan of fans.slice(0, mostVariants + 20)) await answers.prepare(page, fan, moment);

    expect(page.variants.size).toBe(mostVariants);
    expect(page.bytes).toBe([...page.variants.values()].reduce((sum, { answer }) => sum + answer.bytes, empty));
  });
});

describe('what a shared cache is told', () => {
  const directives = (headers: readonly string[]) => headers[headers.indexOf('cdn-cache-control') + 1];

  it('never lets it hold a page past the moment at which it changes', async () => {
    const { answers } = make(600);
    const page = tonight();
    const told: (string | undefined)[] = [];
    for (const left of [90_000, 31_000, 5_500, 400]) {
      await answers.prepare(page, anyone, moment - left);
      told.push(directives(answers.holding(page, anyone, moment - left)));
    }

    expect(told).toEqual([
      'max-age=30, stale-while-revalidate=0, stale-if-error=86400',
      'max-age=31, stale-while-revalidate=0, stale-if-error=86400',
      'max-age=5, stale-while-revalidate=0, stale-if-error=86400',
      'max-age=0, stale-while-revalidate=0, stale-if-error=86400',
    ]);
  });

  it('lets it hold what stands for as long as was said, and nothing that is one fan’s own', async () => {
    const { answers } = make(600);
    const page = held(smartLink('out'));
    await answers.prepare(page, anyone, moment);
    await answers.prepare(page, { ...anyone, platform: 'tidal' }, moment);

    expect(directives(answers.holding(page, anyone, moment))).toBe('max-age=600, stale-while-revalidate=30, stale-if-error=86400');
    expect(directives(answers.holding(page, { ...anyone, platform: 'tidal' }, moment))).toBe('no-store');
  });
});
