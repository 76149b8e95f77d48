/** Colours that are nearer than this (Euclidean, in OKLab) look like one. */
const apart = 0.12;

interface Bin {
  count: number;
  red: number;
  green: number;
  blue: number;
}

/**
 * Two colours of a picture, `#rrggbb`, the stronger first: the fullest bins of a coarse histogram, where a colourful bin
 * counts for more than a grey one, and the second must differ from the first. A picture of one colour gets a shade of it.
 * @param pixels RGB, three bytes a pixel
 */
export function dominantColours(pixels: Uint8Array): [string, string] {
  const bins = new Map<number, Bin>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    const bin = bins.get(key) ?? { count: 0, red: 0, green: 0, blue: 0 };
    bin.count += 1;
    bin.red += red;
    bin.green += green;
    bin.blue += blue;
    bins.set(key, bin);
  }
  const ranked = [...bins.values()]
    .map(({ count, red, green, blue }) => {
      const rgb: Rgb = [red / count, green / count, blue / count];
      const lab = oklab(rgb);
      return { rgb, lab, weight: count * (1 + 4 * Math.hypot(lab[1], lab[2])) };
    })
    .sort((a, b) => b.weight - a.weight);
  const first = ranked[0];
  if (!first) return ['#808080', '#404040'];
  const second = ranked.find(({ lab }) => distance(lab, first.lab) >= apart)?.rgb ?? shade(first.rgb, first.lab[0]);
  return [hex(first.rgb), hex(second)];
}

type Rgb = readonly [red: number, green: number, blue: number];
type Lab = readonly [lightness: number, a: number, b: number];

function distance(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** A light colour darker, a dark one lighter. */
function shade(rgb: Rgb, lightness: number): Rgb {
  const toward = lightness > 0.5 ? 0 : 255;
  const mix = (value: number) => value + (toward - value) * 0.35;
  return [mix(rgb[0]), mix(rgb[1]), mix(rgb[2])];
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** OKLab (https://bottosson.github.io/posts/oklab/): distances in it are distances to the eye. */
function oklab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
