/** A colour in OKLCH (https://www.w3.org/TR/css-color-4/#ok-lab): lightness 0–1, chroma from 0, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

type Triple = [number, number, number];

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const toLinear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const toGamma = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);

/** Whether a text is a colour as this library reads it: `#rrggbb`. */
export function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/iu.test(text);
}

function channels(hex: string): Triple {
  if (!isHex(hex)) throw new RangeError(`Not a colour of the form #rrggbb: ${hex}`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Triple;
}

/** Relative luminance, 0–1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). Throws RangeError for what is no `#rrggbb`. */
export function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(toLinear) as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1–21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The OKLCH of a `#rrggbb`. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(toLinear) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(B, A) * 180) / Math.PI;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(A, B), h: (hue + 360) % 360 };
}

function linearRgb({ l, c, h }: Oklch): Triple {
  const A = c * Math.cos((h * Math.PI) / 180);
  const B = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * A + 0.2158037573 * B) ** 3;
  const middle = (l - 0.1055613458 * A - 0.0638541728 * B) ** 3;
  const short = (l - 0.0894841775 * A - 1.291485548 * B) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const inGamut = (rgb: Triple) => rgb.every((channel) => channel >= -0.0001 && channel <= 1.0001);

/** The `#rrggbb` of an OKLCH colour; what sRGB cannot show loses chroma and keeps lightness and hue. */
export function toHex(colour: Oklch): string {
  const l = clamp(colour.l, 0, 1);
  let least = 0;
  let most = colour.c;
  if (!inGamut(linearRgb({ ...colour, l }))) {
    for (let step = 0; step < 16; step += 1) {
      const c = (least + most) / 2;
      if (inGamut(linearRgb({ l, c, h: colour.h }))) least = c;
      else most = c;
    }
    most = least;
  }
  const rgb = linearRgb({ l, c: most, h: colour.h });
  return `#${rgb.map((channel) => Math.round(clamp(toGamma(clamp(channel, 0, 1)), 0, 1) * 255).toString(16).padStart(2, '0')).join('')}`;
}

/** The least contrast of a colour with any of several grounds. */
export function leastContrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)));
}

const coarse = 0.04;
const fine = 0.005;

/**
 * The colour nearest to a wished one in lightness that has at least this contrast with every ground; hue and chroma stay
 * as far as sRGB allows. When none has it, the one of black and white that comes closest.
 */
export function readable(wished: string, grounds: readonly string[], least: number): string {
  const lights = grounds.map(luminance);
  const reads = (colour: string) => {
    const own = luminance(colour);
    return lights.every((light) => (Math.max(own, light) + 0.05) / (Math.min(own, light) + 0.05) >= least);
  };
  if (reads(wished)) return wished;
  const { l, c, h } = toOklch(wished);
  const at = (lightness: number) => toHex({ l: Math.min(1, Math.max(0, lightness)), c, h });
  // Outwards in large steps, darker and lighter in turn; then back in small ones to where it just begins to read.
  for (let distance = coarse; distance < 1 + coarse; distance += coarse) {
    for (const direction of [-1, 1]) {
      let found = at(l + direction * distance);
      if (!reads(found)) continue;
      for (let back = distance - fine; back > distance - coarse; back -= fine) {
        const nearer = at(l + direction * back);
        if (!reads(nearer)) break;
        found = nearer;
      }
      return found;
    }
  }
  return leastContrast('#000000', grounds) >= leastContrast('#ffffff', grounds) ? '#000000' : '#ffffff';
}
