import sharp from 'sharp';

/** A square sleeve of two colours, as a file that an artist would choose. */
export async function artwork(name: string, [ground, mark]: readonly [string, string] = ['#243b35', '#e7b7a3']): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1600"><rect width="1600" height="1600" fill="${ground}"/><circle cx="800" cy="800" r="520" fill="${mark}"/><circle cx="800" cy="800" r="90" fill="${ground}"/></svg>`;
  return { name: `${name}.png`, mimeType: 'image/png', buffer: await sharp(Buffer.from(drawing)).png().toBuffer() };
}

/**
 * A square of 3000 pixels that is as hard to code as a photograph: noise at every scale, as natural pictures have it, with
 * grain and sharp edges. The same for the same seed.
 */
export async function photograph(seed: number, side = 3000): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawn = side / 2;
  const light = new Float32Array(drawn * drawn * 3);
  let state = seed;
  let strength = 80;
  for (let cells = 3; cells <= drawn; cells *= 2) {
    const noise = Buffer.alloc(cells * cells * 3);
    for (let at = 0; at < noise.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      // The three colours of a point are more alike than different.
      noise[at] = at % 3 === 0 ? state >>> 24 : ((noise[at - (at % 3)] ?? 0) * 3 + (state >>> 24)) / 4;
    }
    const octave = await sharp(noise, { raw: { width: cells, height: cells, channels: 3 } }).resize(drawn, drawn, { kernel: 'cubic' }).raw().toBuffer();
    for (let at = 0; at < light.length; at += 1) light[at] = (light[at] ?? 0) + (((octave[at] ?? 0) - 127) * strength) / 127;
    strength *= 0.72;
  }
  const pixels = Buffer.from(Uint8ClampedArray.from(light, (value) => 120 + value).buffer);
  const edges = Array.from({ length: 24 }, (_, index) => {
    const [x, y, size] = [(index * 379 + seed) % drawn, (index * 811 + seed) % drawn, 40 + ((index * 97) % 260)];
    return `<path d="M${x} ${y}l${size} ${size / 3}-${size / 2} ${size}z" fill="hsl(${(index * 47) % 360} 60% ${20 + ((index * 13) % 60)}%)"/>`;
  }).join('');
  const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${drawn}" height="${drawn}">${edges}</svg>`);
  const picture = await sharp(pixels, { raw: { width: drawn, height: drawn, channels: 3 } }).composite([{ input: drawing }]).png().toBuffer();
  return { name: `photograph-${seed}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(picture).resize(side, side).jpeg({ quality: 92 }).toBuffer() };
}
