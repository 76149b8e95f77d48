import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, toOklch } from './colour.js';
import { controlContrast, palettes, textContrast, type Palette } from './palette.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

function expectReadable(palette: Palette): void {
  for (const ground of [palette.ground, palette.panel, palette.surface]) {
    for (const text of [palette.text, palette.quiet, palette.error]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(textContrast);
    for (const control of [palette.control, palette.edge]) expect(contrast(control, ground)).toBeGreaterThanOrEqual(controlContrast);
  }
  expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(textContrast);
}

describe('palettes', () => {
  it('pass WCAG AA in light and dark for any two artwork colours and any accent', () => {
    fc.assert(
      fc.property(hex, hex, fc.option(hex), (first, second, accent) => {
        const { light, dark } = palettes([first, second], accent);
        expectReadable(light);
        expectReadable(dark);
      }),
      { numRuns: 400 },
    );
  });

  it('pass for colours at the ends: black, white, and full yellow, cyan and blue', () => {
    for (const colour of ['#000000', '#ffffff', '#ffff00', '#00ffff', '#0000ff', '#808080']) {
      const { light, dark } = palettes([colour, colour], null);
      expectReadable(light);
      expectReadable(dark);
    }
  });

  it('are light by day and dark by night, and never pure black', () => {
    fc.assert(fc.property(hex, hex, (first, second) => {
      const { light, dark } = palettes([first, second], null);
      expect(toOklch(light.ground).l).toBeGreaterThan(0.95);
      expect(toOklch(dark.ground).l).toBeLessThan(0.22);
      expect(dark.ground).not.toBe('#000000');
    }));
  });

  it('take the hue of the ground from the stronger colour of the artwork', () => {
    const { light } = palettes(['#2f6b4a', '#d9c98f'], null);
    expect(Math.abs(toOklch(light.panel).h - toOklch('#2f6b4a').h)).toBeLessThan(8);
  });

  it('fill the button with the artist’s accent where one is chosen', () => {
    expect(palettes(['#2f6b4a', '#d9c98f'], '#5b2a86').light.accent).toBe('#5b2a86');
  });

  it('keep yellow yellow and give it an edge instead', () => {
    const { light } = palettes(['#f6d21f', '#f6d21f'], null);
    expect(light.accent).toBe('#f6d21f');
    expect(contrast(light.accent, light.ground)).toBeLessThan(controlContrast);
    expect(contrast(light.edge, light.ground)).toBeGreaterThanOrEqual(controlContrast);
  });

  it('take colours that are none as not given', () => {
    expect(palettes(['red', 'blue'], 'url(x)')).toEqual(palettes(null, null));
  });
});
