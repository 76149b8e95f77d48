import { describe, expect, it } from '@jest/globals';
import { languages } from '@lynkify/domain';
import { inAppHelps } from '@lynkify/platforms';
import fc from 'fast-check';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { anyone, type Fan, leastWanted, PageForms, type Variant } from './variants.js';

const plain = smartLink('many');
// TIDAL, which does not operate everywhere, first.
const document = { ...plain, destinations: plain.destinations.toReversed() };
const platforms = document.destinations.map(({ platform }) => platform);
const odd = ['apple_music', '__proto__', 'constructor', '', '|', 'spotify|', 'SPOTIFY', 'spotify.always'];
const fans: fc.Arbitrary<Fan> = fc.record({
  platform: fc.option(fc.oneof(fc.constantFrom(...platforms, ...odd), fc.string())),
  always: fc.boolean(),
  country: fc.option(fc.constantFrom('DE', 'US', 'JP', 'IN', 'ZZ', 'AQ')),
  language: fc.constantFrom(...languages),
  help: fc.option(fc.constantFrom(...inAppHelps.map(({ id }) => id), ...odd)),
});

describe('the forms of a page', () => {
  it.each([['a smart link', document], ['an artist’s page', bioPage('one')]] as const)('of %s are never more than it can say, whatever anyone sends', (_, page) => {
    const forms = new PageForms(page);
    fc.assert(fc.property(fans, (fan) => {
      const key = forms.key(fan);

      expect(Number.isInteger(key) && key >= 0 && key < forms.count).toBe(true);
    }));
  });

  it('have the same number exactly when they are the same', () => {
    const forms = new PageForms(document);
    fc.assert(fc.property(fans, fans, (one, other) => {
      const same = JSON.stringify(forms.fan(one)) === JSON.stringify(forms.fan(other));

      expect(forms.key(one) === forms.key(other)).toBe(same);
      expect(forms.key(forms.fan(one))).toBe(forms.key(one));
    }));
  });

  it('are 0 for anyone, and for who brings nothing that matters here', () => {
    const forms = new PageForms(document);

    expect(forms.key(anyone)).toBe(0);
    expect(forms.key({ platform: 'bandcamp', always: true, country: 'US', language: 'en', help: null })).toBe(0);
    expect(forms.fan(anyone)).toEqual(anyone);
  });

  it('of an artist’s page know a platform only where it is opened straight away', () => {
    const forms = new PageForms(bioPage('one'));

    expect(forms.key({ ...anyone, platform: 'spotify' })).toBe(0);
    expect(forms.fan({ ...anyone, platform: 'spotify', always: true })).toMatchObject({ platform: 'spotify', always: true });
    expect(forms.key({ ...anyone, country: 'US', help: inAppHelps[0]?.id ?? null })).toBe(0);
  });

  it('say what of a request they depend on', () => {
    const everywhere = smartLink('everywhere', { destinations: document.destinations.filter(({ platform }) => platform !== 'tidal') });
    const shop = smartLink('shop', { destinations: [{ id: 'd', platform: 'bandcamp', url: 'https://ladygaga.bandcamp.com/album/x' }] });

    expect(new PageForms(document).dependsOn).toEqual({ cookie: true, country: true, agent: true, language: true });
    expect(new PageForms(everywhere).dependsOn).toMatchObject({ country: false, agent: true });
    expect(new PageForms(shop).dependsOn).toMatchObject({ agent: false });
    expect(new PageForms(bioPage('one')).dependsOn).toEqual({ cookie: true, country: false, agent: false, language: true });
  });

  it('are one where nothing is shown', () => {
    for (const plain of [{ kind: 'redirect', workspaceId, to: '/one' }, { kind: 'gone', workspaceId, artist: null }] as const) {
      expect(new PageForms(plain).dependsOn).toEqual({ cookie: false, country: false, agent: false, language: false });
    }
  });
});

describe('the countries of a page', () => {
  const link = (elsewhere: 'sink' | 'hide' | undefined, ...ids: string[]) => new PageForms(smartLink('there', { elsewhere, destinations: ids.map((platform) => ({ id: platform, platform, url: 'https://example.com/' })) }));
  const count = (forms: PageForms, countries: string[]) => new Set(countries.map((country) => forms.key({ ...anyone, country }))).size;
  const some = ['US', 'DE', 'FR', 'JP', 'IN', 'BR', 'NG', 'CN', 'AQ'];

  it('are alike where the same platforms operate', () => {
    // TIDAL: not in Japan, India, China; Pandora: in the United States.
    expect(count(link(undefined, 'pandora', 'spotify', 'tidal'), some)).toBe(3);
    expect(count(link(undefined, 'pandora', 'spotify'), some)).toBe(2);
    expect(count(link(undefined, 'spotify', 'deezer'), some)).toBe(1);
  });

  it('are alike where what sinks stands at the end already, and not where it would be left out', () => {
    expect(count(link('sink', 'spotify', 'pandora'), some)).toBe(1);
    expect(count(link('hide', 'spotify', 'pandora'), some)).toBe(2);
  });

  it('of a page with nothing else are alike: what would be left out stays', () => {
    expect(count(link('hide', 'pandora'), some)).toBe(1);
  });

  it('that nobody knows are where everything operates', () => {
    const forms = link('hide', 'pandora', 'spotify');
    expect(forms.key({ ...anyone, country: null })).toBe(forms.key({ ...anyone, country: 'US' }));
  });
});

describe('what is thrown away first', () => {
  const variant = (wanted: boolean) => ({ wanted }) as Variant;

  it('is the oldest that nobody asked for, never what many get', () => {
    const variants = new Map([[1, variant(true)], [2, variant(false)], [3, variant(true)], [4, variant(true)]]);

    const first = leastWanted(variants);
    variants.delete(first);

    expect(first).toBe(2);
    for (const each of variants.values()) each.wanted = true;
    // All were wanted since: the oldest goes, once round, and 1 has moved behind it.
    expect(leastWanted(variants)).toBe(3);
  });
});
