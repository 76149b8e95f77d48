import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bioPage, smartLink, workspaceId } from '../../testing/documents.js';
import { choiceOf, dimensionsOf, mostVariants, variantKey } from './variants.js';

const document = smartLink('many');
const platforms = document.destinations.map(({ platform }) => platform);

describe('the forms of a page', () => {
  it('are never more than the page itself lists, whatever anyone sends', () => {
    const dimensions = dimensionsOf(document);
    const anything = fc.oneof(fc.string(), fc.constantFrom(...platforms), fc.constantFrom('apple_music', '__proto__', 'constructor', '', '|', 'spotify|', 'SPOTIFY'));
    fc.assert(fc.property(fc.array(fc.option(anything), { minLength: 50, maxLength: 200 }), (sent) => {
      const keys = new Set(sent.map((platform) => variantKey(dimensions, { platform })));

      expect(keys.size).toBeLessThanOrEqual(platforms.length + 1);
      expect(keys.size).toBeLessThanOrEqual(mostVariants);
    }));
  });

  it('have the same name exactly when they are the same', () => {
    const dimensions = dimensionsOf(document);
    const fan = fc.record({ platform: fc.option(fc.oneof(fc.constantFrom(...platforms), fc.string())) });
    fc.assert(fc.property(fan, fan, (one, other) => {
      const same = JSON.stringify(choiceOf(dimensions, one)) === JSON.stringify(choiceOf(dimensions, other));

      expect(variantKey(dimensions, one) === variantKey(dimensions, other)).toBe(same);
    }));
  });

  it('are one where nothing can be chosen', () => {
    for (const plain of [bioPage('one'), { kind: 'redirect', workspaceId, to: '/one' }, { kind: 'gone', workspaceId, artist: null }] as const) {
      expect(dimensionsOf(plain)).toEqual([]);
    }
  });
});
