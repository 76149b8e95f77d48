import { isHex, readable, toHex, toOklch } from './colour.js';

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
  /** The filled button, what is written on it, and its border. */
  accent: string;
  onAccent: string;
  edge: string;
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
export const houseColours: [string, string] = ['#8a8172', '#e5482d'];

const ink = '#191714';
const paper = '#fbfaf7';

/**
 * A filled button in a wished colour: ink or paper on it, whichever reads, and an edge that stands out from its grounds.
 * The fill itself may be close to the ground: yellow stays yellow instead of turning to mud.
 */
function filled(wished: string, grounds: readonly string[]): Pick<Palette, 'accent' | 'onAccent' | 'edge'> {
  const lightness = toOklch(wished).l;
  // Between what paper reads on and what ink reads on lie no colours, so one of the two is always near.
  const [nearest] = [paper, ink]
    .map((onAccent) => ({ onAccent, accent: readable(wished, [onAccent], textContrast) }))
    .sort((a, b) => Math.abs(toOklch(a.accent).l - lightness) - Math.abs(toOklch(b.accent).l - lightness));
  const { accent, onAccent } = nearest ?? { accent: ink, onAccent: paper };
  return { accent, onAccent, edge: readable(accent, grounds, controlContrast) };
}

function paletteOf(first: string, wishedAccent: string, steps: { strength: number; ground: number; panel: number; surface: number; line: number; control: number; text: number; quiet: number; accent: [number, number]; error: string }): Palette {
  const { c, h } = toOklch(first);
  const tint = (l: number, share: number, most: number) => toHex({ l, c: Math.min(c * share, most), h });
  const ground = tint(steps.ground, 0.2, 0.014);
  const panel = tint(steps.panel, 0.42, steps.strength);
  const surface = tint(steps.surface, 0.1, 0.008);
  const grounds = [ground, panel, surface];
  const wish = toOklch(wishedAccent);
  // A picture without colour has no colour to lift: its button is ink on paper, or paper on ink.
  const [least, most] = wish.c < 0.03 ? [steps.text + 0.04, steps.text - 0.02].sort((a, b) => a - b) as [number, number] : steps.accent;
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
    light: paletteOf(first, chosen, { strength: 0.024, ground: 0.974, panel: 0.924, surface: 0.992, line: 0.885, control: 0.62, text: 0.2, quiet: 0.46, accent: [0.2, 0.9], error: '#a8200d' }),
    dark: paletteOf(first, chosen, { strength: 0.03, ground: 0.178, panel: 0.228, surface: 0.236, line: 0.315, control: 0.56, text: 0.955, quiet: 0.74, accent: [0.5, 0.9], error: '#ff9b85' }),
  };
}
