import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, leastContrast, luminance, readable, toHex, toOklch } from './colour.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    // The grey that WCAG's own explanations name as just enough on white.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(luminance('#ff0000')).toBeCloseTo(0.2126, 4);
  });

  it('refuses what is no #rrggbb', () => {
    expect(() => luminance('red')).toThrow(RangeError);
    expect(() => contrast('#fff', '#000000')).toThrow(RangeError);
  });

  it('knows the OKLCH of sRGB red as CSS Color 4 has it', () => {
    const { l, c, h } = toOklch('#ff0000');
    expect(l).toBeCloseTo(0.628, 3);
    expect(c).toBeCloseTo(0.2577, 3);
    expect(h).toBeCloseTo(29.23, 1);
  });

  it('comes back from OKLCH to the same colour', () => {
    fc.assert(fc.property(hex, (colour) => expect(toHex(toOklch(colour))).toBe(colour)));
  });

  it('makes a colour that sRGB can show of any lightness, chroma and hue', () => {
    fc.assert(fc.property(fc.double({ min: -0.2, max: 1.2, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (l, c, h) => {
      expect(toHex({ l, c, h })).toMatch(/^#[0-9a-f]{6}$/u);
    }));
  });

  it('finds a readable colour on any ground and leaves alone what reads already', () => {
    fc.assert(fc.property(hex, hex, (wished, ground) => {
      const found = readable(wished, [ground], 4.5);
      expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
      if (contrast(wished, ground) >= 4.5) expect(found).toBe(wished);
    }));
  });

  it('keeps the hue of what it corrects', () => {
    const found = readable('#f6d21f', ['#ffffff'], 4.5);
    expect(found).not.toBe('#000000');
    expect(Math.abs(toOklch(found).h - toOklch('#f6d21f').h)).toBeLessThan(6);
  });

  it('takes the better of black and white where no colour reads on all grounds', () => {
    const grounds = ['#303030', '#e0e0e0'];
    expect(readable('#808080', grounds, 4.5)).toBe('#000000');
    expect(leastContrast('#000000', grounds)).toBeGreaterThan(leastContrast('#ffffff', grounds));
  });
});
