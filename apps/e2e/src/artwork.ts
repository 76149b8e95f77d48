import sharp from 'sharp';

/** A square sleeve of two colours, as a file that an artist would choose. */
export async function artwork(name: string, [ground, mark]: readonly [string, string] = ['#243b35', '#e7b7a3']): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1600"><rect width="1600" height="1600" fill="${ground}"/><circle cx="800" cy="800" r="520" fill="${mark}"/><circle cx="800" cy="800" r="90" fill="${ground}"/></svg>`;
  return { name: `${name}.png`, mimeType: 'image/png', buffer: await sharp(Buffer.from(drawing)).png().toBuffer() };
}
