import { describe, expect, it } from '@jest/globals';
import { dominantColours } from './dominant-colours.js';

const pixels = (...parts: [count: number, rgb: [number, number, number]][]) => Uint8Array.from(parts.flatMap(([count, rgb]) => Array.from({ length: count }, () => rgb).flat()));

describe('the two colours of a picture', () => {
  it('are the two that stand out, the stronger first', () => {
    expect(dominantColours(pixels([60, [200, 30, 30]], [40, [20, 30, 160]]))).toEqual(['#c81e1e', '#141ea0']);
  });

  it('prefer a colour to a grey that covers somewhat more', () => {
    expect(dominantColours(pixels([60, [128, 128, 128]], [40, [230, 60, 30]]))).toEqual(['#e63c1e', '#808080']);
  });

  it('differ, also when the picture has only one', () => {
    expect(dominantColours(pixels([100, [0, 0, 0]]))).toEqual(['#000000', '#595959']);
    expect(dominantColours(pixels([100, [255, 255, 255]]))).toEqual(['#ffffff', '#a6a6a6']);
  });
});
