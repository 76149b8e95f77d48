import { describe, expect, it } from '@jest/globals';
import { platforms } from '@lynkify/platforms';
import fc from 'fast-check';
import { contrast } from './colour/colour.js';
import { destinations, facts, picture, smartLink } from './testdata/documents.js';
import { toPageView } from './to-page-view.js';

const announced = { releasedAt: '2026-11-26T23:00:00.000Z', releaseDate: '2026-11-27' };

describe('a smart link', () => {
  it('shows the rows in the artist’s order, each leading to its click address', () => {
    const view = toPageView(smartLink(), facts);
    expect(view.lead).toBeNull();
    expect(view.rows.map((row) => [row.name, row.action, row.href])).toEqual([
      ['Spotify', 'Play', '/lady-gaga/die-with-a-smile/go/spotify'],
      ['Deezer', 'Play', '/lady-gaga/die-with-a-smile/go/deezer'],
      ['TIDAL', 'Play', '/lady-gaga/die-with-a-smile/go/tidal'],
      ['Bandcamp', expect.any(String), '/lady-gaga/die-with-a-smile/go/bandcamp'],
      ['YouTube', 'Watch', '/lady-gaga/die-with-a-smile/go/youtube'],
    ]);
  });

  it('puts the fan’s own platform first and leaves it out below', () => {
    const view = toPageView(smartLink(), { ...facts, platform: 'tidal' });
    expect(view.lead?.platform).toBe('tidal');
    expect(view.rows.map((row) => row.platform)).toEqual(['spotify', 'deezer', 'bandcamp', 'youtube']);
  });

  it('leaves the order alone when the fan’s platform does not have the release', () => {
    const view = toPageView(smartLink(), { ...facts, platform: 'qobuz' });
    expect(view.lead).toBeNull();
    expect(view.rows).toHaveLength(5);
  });

  it('fills the only row there is', () => {
    const view = toPageView(smartLink({ destinations: destinations('bandcamp') }), facts);
    expect(view.lead?.platform).toBe('bandcamp');
    expect(view.rows).toEqual([]);
  });

  it('puts platforms that do not operate where the fan is after the others', () => {
    const regional = platforms.find((platform) => platform.countries && !platform.countries.includes('DE'));
    if (!regional) throw new Error('The catalogue has no platform of a region');
    const document = smartLink({ destinations: destinations(regional.id, 'spotify') });
    expect(toPageView(document, { ...facts, country: 'DE' }).rows.map((row) => row.platform)).toEqual(['spotify', regional.id]);
    expect(toPageView(document, { ...facts, country: regional.countries?.[0] ?? null }).rows[0]?.platform).toBe(regional.id);
    expect(toPageView(document, { ...facts, country: null }).rows[0]?.platform).toBe(regional.id);
  });

  it('keeps a row for a platform that the catalogue no longer has', () => {
    const view = toPageView(smartLink({ destinations: destinations('spotify', 'lost_platform') }), facts);
    expect(view.rows[1]).toMatchObject({ name: 'Lost Platform', action: 'Play', mark: { letters: 'LP' } });
  });

  it('says when it is out, and offers to pre-save and pre-order until then', () => {
    const view = toPageView(smartLink({}, announced), facts);
    expect(view.phase).toBe('announced');
    expect(view.out).toEqual({ date: 'Out on 27 November 2026', when: 'in 5 days' });
    expect(view.rows.map((row) => row.action)).toEqual(expect.arrayContaining(['Pre-save', 'Watch']));
    expect(view.changesAt).toBe('2026-11-22T23:00:00.000Z');
    expect(view.head.description).toBe('Die With A Smile by Lady Gaga & Bruno Mars is out on 27 November 2026.');
  });

  it('is out at the very moment of its release, and says nothing of it any more', () => {
    const before = toPageView(smartLink({}, announced), { ...facts, now: new Date('2026-11-26T22:59:59.999Z') });
    const at = toPageView(smartLink({}, announced), { ...facts, now: new Date('2026-11-26T23:00:00.000Z') });
    expect([before.phase, at.phase]).toEqual(['announced', 'released']);
    expect(before.changesAt).toBe('2026-11-26T23:00:00.000Z');
    expect(at).toMatchObject({ out: null, changesAt: null });
    expect(at.rows[0]?.action).toBe('Play');
  });

  it('offers each platform only when it shall, and says when that changes', () => {
    const of = (platform: string) => ({ id: platform, platform, url: `https://${platform}.example/album/1` });
    const [spotify, deezer, tidal] = [of('spotify'), of('deezer'), of('tidal')] as const;
    const document = smartLink({
      destinations: [{ ...spotify, before: false }, { ...deezer, window: { from: null, until: '2026-11-20T00:00:00.000Z' } }, tidal],
      access: { expiresAt: '2026-12-01T00:00:00.000Z', afterwards: 'artist', password: null },
    }, announced);
    const seen = (now: string) => {
      const { lead, rows, changesAt } = toPageView(document, { ...facts, now: new Date(now), platform: 'spotify' });
      return { lead: lead?.platform ?? null, rows: rows.map(({ platform }) => platform), changesAt };
    };
    expect(seen('2026-11-19T23:30:00.000Z')).toEqual({ lead: null, rows: ['deezer', 'tidal'], changesAt: '2026-11-20T00:00:00.000Z' });
    expect(seen('2026-11-20T00:00:00.000Z')).toMatchObject({ lead: 'tidal', rows: [] });
    expect(seen('2026-11-26T23:00:00.000Z')).toEqual({ lead: 'spotify', rows: ['tidal'], changesAt: '2026-12-01T00:00:00.000Z' });
  });

  it('gives machines nothing of a page that has a password', () => {
    const { head } = toPageView(smartLink({ access: { expiresAt: null, afterwards: 'artist', password: '$scrypt$' } }), facts);
    expect(head).toMatchObject({ canonical: null, image: null, index: false, jsonLd: null });
  });

  it('counts a release without a date as out', () => {
    expect(toPageView(smartLink({}, { releasedAt: null, releaseDate: null }), facts)).toMatchObject({ phase: 'released', facts: 'Single', changesAt: null });
  });

  it('makes every mark stand out from its row, whatever the artwork', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, (first, second) => {
        const view = toPageView(smartLink({ artwork: picture({ colours: [first, second] }), destinations: destinations(...platforms.map((platform) => platform.id)) }), facts);
        for (const row of view.rows) {
          const least = 'letters' in row.mark ? 4.5 : 3;
          expect(contrast(row.colours.light, view.palettes.light.surface)).toBeGreaterThanOrEqual(least);
          expect(contrast(row.colours.dark, view.palettes.dark.surface)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('hands the form what was typed and the words for what is wrong', () => {
    const view = toPageView(smartLink(), { ...facts, form: { startedToken: 't1', values: { email: 'ada@' }, errors: { email: 'email-invalid' } } });
    expect(view.signup).toMatchObject({
      action: '/lady-gaga/die-with-a-smile/join', startedToken: 't1', values: { email: 'ada@', name: '', consent: false },
      errors: { email: 'Check the address: it looks like name@example.com.', consent: null },
    });
    expect(toPageView(smartLink({ capture: null }), facts).signup).toBeNull();
  });

  it('is the same view for the same facts', () => {
    expect(toPageView(smartLink(), facts)).toEqual(toPageView(smartLink(), facts));
  });
});
