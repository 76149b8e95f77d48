import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from './languages.js';
import { pickLanguage } from './pick-language.js';

const region = fc.constantFrom('', '-AT', '-Latn-DE', '-419', '-x-twain');
const wish = fc.record({ tag: fc.constantFrom(...languages, 'sv', 'zh', 'x', 'klingon'), region, weight: fc.integer({ min: 0, max: 1000 }) });
const written = (weight: number) => (weight === 1000 ? '1.000' : `0.${String(weight).padStart(3, '0')}`);

describe('the language of a page', () => {
  it('is what the browser prefers, whatever the region', () => {
    expect(pickLanguage('pt-BR,pt;q=0.9,en;q=0.8')).toBe('pt');
    expect(pickLanguage('de-AT')).toBe('de');
    expect(pickLanguage('AR-eg , en;q=0.5')).toBe('ar');
    expect(pickLanguage('en;q=0.2, fr ;q=0.3,\tja; q=0.1')).toBe('fr');
  });

  it('is the next wish where there are no words for the first', () => {
    expect(pickLanguage('sv-SE,sv;q=0.9,de;q=0.2')).toBe('de');
    expect(pickLanguage('zh-Hant-TW,zh;q=0.9')).toBe('en');
    expect(pickLanguage('*,ko;q=0.1')).toBe('ko');
    expect(pickLanguage('gsw,de-CH;q=0.9')).toBe('de');
  });

  it('is none that is refused', () => {
    expect(pickLanguage('de;q=0,fr;q=0.001')).toBe('fr');
    expect(pickLanguage('de;q=0')).toBe('en');
  });

  it('is English where nothing is said, and what is malformed says nothing', () => {
    for (const header of [undefined, null, '', '*', ',,;', 'de;q=2', 'de;q=-1', 'de;q=0.1234', 'de;q', 'de_AT', 'toolongforalanguage', 'constructor', '__proto__', 'dé', 'x-de']) expect(pickLanguage(header)).toBe('en');
    expect(pickLanguage('de;q=nonsense,pl;q=0.1')).toBe('pl');
    expect(pickLanguage(`${'sv,'.repeat(100_000)}de`)).toBe('en');
  });

  it('is the first of the heaviest wishes that can be met', () => {
    fc.assert(fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      const met = wishes.filter(({ tag, weight }) => weight > 0 && languages.some((language) => language === tag));
      const [best] = met.toSorted((one, other) => other.weight - one.weight);
      expect(pickLanguage(wishes.map(({ tag, region: where, weight }) => `${tag}${where};q=${written(weight)}`).join(', '))).toBe(best?.tag ?? 'en');
    }));
  });

  it('is one of ours for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(languages).toContain(pickLanguage(header));
    }));
  });
});
