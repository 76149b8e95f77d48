import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, toOklch } from './colour.js';
import { themeChoices } from '@lynkify/domain';
import { controlContrast, groundsOf, painted, palettes, textContrast, veil, type Palette } from './palette.js';

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

describe('palettes of looks', () => {
  it.each(themeChoices.background)('pass WCAG AA in light and dark for any artwork, any accent and any ground (%s)', (background) => {
    fc.assert(
      fc.property(hex, hex, fc.option(hex), fc.option(hex), hex, hex, (first, second, accent, ground, least, most) => {
        const behind = background === 'blur' ? ([least, most] as const) : null;
        const { light, dark } = palettes([first, second], accent, { background, ground, behind });
        for (const palette of [light, dark]) {
          expectReadable(palette);
          for (const place of groundsOf(palette, behind)) {
            for (const text of [palette.text, palette.quiet, palette.error]) expect(contrast(text, place)).toBeGreaterThanOrEqual(textContrast);
            for (const control of [palette.control, palette.edge]) expect(contrast(control, place)).toBeGreaterThanOrEqual(controlContrast);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep words readable wherever between its darkest and lightest a picture shines through', () => {
    const channels = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }));
    const toText = (rgb: number[]) => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    fc.assert(fc.property(hex, hex, channels, channels, channels, (first, second, one, other, at) => {
      const bound = (pick: (...values: number[]) => number) => one.map((value, index) => pick(value, other[index] ?? 0));
      const [least, most] = [bound(Math.min), bound(Math.max)];
      const pixel = at.map((share, index) => Math.round((least[index] ?? 0) + ((most[index] ?? 0) - (least[index] ?? 0)) * (share / 255)));
      const { light, dark } = palettes([first, second], null, { background: 'blur', behind: [toText(least), toText(most)] });
      for (const palette of [light, dark]) {
        const shone = painted(palette.ground, toText(pixel), veil);
        for (const text of [palette.text, palette.quiet, palette.error]) expect(contrast(text, shone)).toBeGreaterThanOrEqual(textContrast - 0.05);
      }
    }));
  });

  it('leave the first look’s colours as they were before there were others', () => {
    expect(palettes(['#2f6b4a', '#d9c98f'], null, {})).toEqual(palettes(['#2f6b4a', '#d9c98f'], null));
    expect(palettes(['#2f6b4a', '#d9c98f'], null).light).toMatchObject({ ground: '#eff9f3', panel: '#daebe0', accent: '#2f6b4a' });
  });

  it('take their ground from the colour that the artist chose', () => {
    const { light } = palettes(['#2f6b4a', '#d9c98f'], null, { background: 'colour', ground: '#e7a6c4' });
    expect(Math.abs(toOklch(light.ground).h - toOklch('#e7a6c4').h)).toBeLessThan(8);
  });
});
