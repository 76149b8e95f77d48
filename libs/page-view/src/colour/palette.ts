import type { WholeTheme } from '@lynkify/domain';
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

/** Of a palette's parts: lightness, share of the colour's chroma, and the most of it. */
type Tint = [l: number, share: number, most: number];

interface Steps {
  ground: Tint;
  panel: Tint;
  surface: Tint;
  line: number;
  control: number;
  text: number;
  quiet: number;
  accent: [number, number];
  error: string;
}

const day: Omit<Steps, 'ground' | 'panel' | 'surface'> = { line: 0.885, control: 0.62, text: 0.2, quiet: 0.46, accent: [0.2, 0.9], error: '#a8200d' };
const night: Omit<Steps, 'ground' | 'panel' | 'surface'> = { line: 0.315, control: 0.56, text: 0.955, quiet: 0.74, accent: [0.5, 0.9], error: '#ff9b85' };

/** How strongly the grounds take on the artwork's colour. */
type Tone = 'tint' | 'even' | 'plain' | 'colour';

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** `l`: lightness of the colour that grounds are made of. */
const tones: Readonly<Record<Tone, (l: number) => { light: Steps; dark: Steps }>> = {
  tint: () => ({
    light: { ...day, ground: [0.974, 0.2, 0.014], panel: [0.924, 0.42, 0.024], surface: [0.992, 0.1, 0.008] },
    dark: { ...night, ground: [0.178, 0.2, 0.014], panel: [0.228, 0.42, 0.03], surface: [0.236, 0.1, 0.008] },
  }),
  /** The same without a sleeve that stands out. */
  even: () => ({
    light: { ...day, ground: [0.972, 0.3, 0.016], panel: [0.972, 0.3, 0.016], surface: [0.992, 0.1, 0.008] },
    dark: { ...night, ground: [0.182, 0.3, 0.018], panel: [0.182, 0.3, 0.018], surface: [0.232, 0.2, 0.014] },
  }),
  plain: () => ({
    light: { ...day, ground: [0.99, 0, 0], panel: [0.99, 0, 0], surface: [1, 0, 0] },
    dark: { ...night, ground: [0.165, 0, 0], panel: [0.165, 0, 0], surface: [0.21, 0, 0] },
  }),
  colour: (l) => {
    const bright = within(l, 0.76, 0.9);
    const deep = within(l, 0.24, 0.33);
    return {
      light: { ...day, line: bright - 0.1, control: 0.45, quiet: 0.36, ground: [bright, 0.9, 0.13], panel: [bright, 0.9, 0.13], surface: [0.95, 0.4, 0.04] },
      dark: { ...night, line: deep + 0.12, quiet: 0.84, ground: [deep, 0.9, 0.11], panel: [deep, 0.9, 0.11], surface: [deep - 0.07, 0.6, 0.06] },
    };
  },
};

/** What a look asks of the colours besides the artwork's own. */
export interface PaletteWishes {
  background?: WholeTheme['background'];
  /** The colour that grounds are made of instead of the artwork's first. */
  ground?: string | null;
  /** Of a picture that lies behind everything: the least and the most of each channel. */
  behind?: readonly [string, string] | null;
}

/** The share of a picture behind the page: so faint that words read on any. */
export const veil = 0.3;

const toneOf: Readonly<Record<WholeTheme['background'], Tone>> = { tint: 'tint', plain: 'plain', colour: 'colour', blur: 'even', frame: 'even', bleed: 'even' };

/** What an opaque colour becomes with another painted over it at an opacity, as browsers mix them. */
export function painted(ground: string, over: string, opacity: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(channel(ground, at) * (1 - opacity) + channel(over, at) * opacity).toString(16).padStart(2, '0')).join('')}`;
}

function paletteOf(first: string, wishedAccent: string, steps: Steps, behind: readonly string[]): Palette {
  const { c, h } = toOklch(first);
  const tint = (l: number, share: number, most: number) => toHex({ l, c: Math.min(c * share, most), h });
  const ground = tint(...steps.ground);
  const panel = tint(...steps.panel);
  const surface = tint(...steps.surface);
  const grounds = [ground, panel, surface, ...behind.map((colour) => painted(ground, colour, veil))];
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
export function palettes(colours: readonly [string, string] | null, accent: string | null, { background = 'tint', ground = null, behind = null }: PaletteWishes = {}): Palettes {
  const [one, second] = colours && isHex(colours[0]) && isHex(colours[1]) ? colours : houseColours;
  const first = ground !== null && isHex(ground) ? ground : one;
  const chosen = accent !== null && isHex(accent) ? accent : [one, second].sort((a, b) => toOklch(b).c - toOklch(a).c)[0] ?? one;
  const { light, dark } = tones[toneOf[background]](toOklch(first).l);
  return { light: paletteOf(first, chosen, light, behind ?? []), dark: paletteOf(first, chosen, dark, behind ?? []) };
}

/** The grounds that words and marks of a page may stand on. */
export function groundsOf({ ground, panel, surface }: Palette, behind: readonly string[] | null): string[] {
  return [ground, panel, surface, ...(behind ?? []).map((colour) => painted(ground, colour, veil))];
}
