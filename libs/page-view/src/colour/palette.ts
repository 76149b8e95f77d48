import { contrast, isHex, leastContrast, readable, toHex, toOklch } from './colour.js';

/** The colours of a page in one appearance, `#rrggbb` each. Every text has 4.5:1 on what it stands on, every control 3:1. */
export interface Palette {
  ground: string;
  /** The sleeve: behind artwork and name. */
  panel: string;
  /** Rows and cards. */
  surface: string;
  /** Hairlines, which say nothing by themselves. */
  line: string;
  /** Borders of fields. */
  control: string;
  text: string;
  /** Secondary text. */
  quiet: string;
  /** The filled button. */
  accent: string;
  onAccent: string;
  error: string;
}

export interface Palettes {
  light: Palette;
  dark: Palette;
}

/** Least contrast of text and of controls (WCAG 2.2, success criteria 1.4.3 and 1.4.11). */
export const textContrast = 4.5;
export const controlContrast = 3;

/** Paper, ink and vermilion: what a page has that has no picture. */
export const houseColours: [string, string] = ['#e5482d', '#8a8172'];

const ink = '#191714';
const paper = '#fbfaf7';

/** A colour that carries text and stands out from its grounds, with the better of ink and paper on it. */
function filled(wished: string, grounds: readonly string[]): { accent: string; onAccent: string } {
  const accent = readable(wished, grounds, controlContrast);
  const onAccent = contrast(paper, accent) >= textContrast ? paper : contrast(ink, accent) >= textContrast ? ink : null;
  if (onAccent) return { accent, onAccent };
  // Between the two lie a few mid tones that carry neither: the nearest tone that carries one of them wins.
  const paperSide = readable(accent, [paper], textContrast);
  const inkSide = readable(accent, [ink], textContrast);
  const shift = (colour: string) => Math.abs(toOklch(colour).l - toOklch(accent).l);
  const candidates = [{ accent: paperSide, onAccent: paper }, { accent: inkSide, onAccent: ink }]
    .filter((pair) => leastContrast(pair.accent, grounds) >= controlContrast)
    .sort((a, b) => shift(a.accent) - shift(b.accent));
  return candidates[0] ?? (contrast('#ffffff', accent) > contrast('#000000', accent) ? { accent, onAccent: '#ffffff' } : { accent, onAccent: '#000000' });
}

function paletteOf(first: string, wishedAccent: string, steps: { ground: number; panel: number; surface: number; line: number; control: number; text: number; quiet: number; accent: [number, number]; error: string }): Palette {
  const { c, h } = toOklch(first);
  const tint = (l: number, share: number, most: number) => toHex({ l, c: Math.min(c * share, most), h });
  const ground = tint(steps.ground, 0.2, 0.014);
  const panel = tint(steps.panel, 0.42, 0.042);
  const surface = tint(steps.surface, 0.1, 0.008);
  const grounds = [ground, panel, surface];
  const wish = toOklch(wishedAccent);
  const [least, most] = steps.accent;
  return {
    ground,
    panel,
    surface,
    line: tint(steps.line, 0.3, 0.022),
    control: readable(tint(steps.control, 0.3, 0.03), grounds, controlContrast),
    text: readable(tint(steps.text, 0.3, 0.018), grounds, textContrast),
    quiet: readable(tint(steps.quiet, 0.35, 0.03), grounds, textContrast),
    ...filled(toHex({ ...wish, l: Math.min(most, Math.max(least, wish.l)) }), grounds),
    error: readable(steps.error, grounds, textContrast),
  };
}

/**
 * The palettes of a page, light and dark, from the two colours of its artwork. The accent is the artist's own where one
 * was chosen, else the more colourful of the two. What is not a `#rrggbb` counts as not given.
 */
export function palettes(colours: readonly [string, string] | null, accent: string | null): Palettes {
  const [first, second] = colours && isHex(colours[0]) && isHex(colours[1]) ? colours : houseColours;
  const chosen = accent !== null && isHex(accent) ? accent : [first, second].sort((a, b) => toOklch(b).c - toOklch(a).c)[0] ?? first;
  return {
    light: paletteOf(first, chosen, { ground: 0.972, panel: 0.918, surface: 0.992, line: 0.885, control: 0.62, text: 0.2, quiet: 0.46, accent: [0.2, 0.62], error: '#a8200d' }),
    dark: paletteOf(first, chosen, { ground: 0.178, panel: 0.232, surface: 0.236, line: 0.315, control: 0.56, text: 0.955, quiet: 0.74, accent: [0.58, 0.88], error: '#ff9b85' }),
  };
}
