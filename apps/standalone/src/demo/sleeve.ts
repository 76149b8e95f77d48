import sharp from 'sharp';

/** How the generated artwork of a demo release looks: one motif in two colours. */
export interface Sleeve {
  motif: Motif;
  /** Ground and figure, `#rrggbb`. */
  colours: readonly [string, string];
}

export type Motif = 'arcs' | 'bars' | 'discs' | 'horizon' | 'moon' | 'rings' | 'stairs' | 'waves';

const side = 1600;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Every motif fills a square of 1600, with `currentColor` as its figure. No text: fonts differ between machines. */
const motifs: Readonly<Record<Motif, () => string>> = {
  arcs: () => range(7).map((n) => `<path d="M ${160 + n * 90} 1440 A ${640 - n * 90} ${640 - n * 90} 0 0 1 ${1440 - n * 90} 1440" fill="none" stroke="currentColor" stroke-width="44"/>`).join(''),
  bars: () => range(11).map((n) => `<rect x="${160 + n * 120}" y="${800 - barHeight(n)}" width="80" height="${barHeight(n) * 2}" fill="currentColor"/>`).join(''),
  discs: () => range(25).map((n) => `<circle cx="${320 + (n % 5) * 240}" cy="${320 + Math.floor(n / 5) * 240}" r="${34 + ((n * 7) % 9) * 9}" fill="currentColor"/>`).join(''),
  horizon: () => `<circle cx="800" cy="800" r="430" fill="currentColor"/>${range(8).map((n) => `<rect x="0" y="${820 + n * 92}" width="1600" height="${18 + n * 9}" fill="var(--ground)"/>`).join('')}`,
  moon: () => `<circle cx="800" cy="800" r="520" fill="currentColor"/><circle cx="985" cy="680" r="470" fill="var(--ground)"/><circle cx="1090" cy="560" r="46" fill="currentColor"/>`,
  rings: () => range(9).map((n) => `<circle cx="${745 + n * 14}" cy="${890 - n * 22}" r="${90 + n * 66}" fill="none" stroke="currentColor" stroke-width="${30 - n * 2.4}"/>`).join(''),
  stairs: () => range(8).map((n) => `<rect x="${160 + n * 160}" y="${1280 - n * 150}" width="160" height="${160 + n * 150}" fill="currentColor" fill-opacity="${(0.3 + n * 0.1).toFixed(1)}"/>`).join(''),
  waves: () => range(10).map((n) => `<path d="${wave(260 + n * 120, 24 + n * 7)}" fill="none" stroke="currentColor" stroke-width="${14 + n * 4}"/>`).join(''),
};

const barHeight = (n: number) => 120 + Math.round(Math.abs(Math.sin(n * 1.3 + 0.6)) * 480);

function wave(y: number, height: number): string {
  const bends = range(8).map((n) => `q 100 ${n % 2 === 0 ? -height * 2 : height * 2} 200 0`);
  return `M 0 ${y} ${bends.join(' ')}`;
}

/** The picture of a sleeve as PNG, the same at every call. */
export function drawSleeve({ motif, colours: [ground, figure] }: Sleeve): Promise<Buffer> {
  const drawn = motifs[motif]().replaceAll('currentColor', figure).replaceAll('var(--ground)', ground);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="${ground}"/>${drawn}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}
