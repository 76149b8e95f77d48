import { describe, expect, it } from '@jest/globals';
import { readPastedLinks } from '@lynkify/platforms';
import sharp from 'sharp';
import { readDemoWorkspace } from './demo-workspace.js';
import { drawSleeve } from './sleeve.js';

describe('the demo workspace', () => {
  const releases = readDemoWorkspace().artists.flatMap((artist) => artist.releases);

  it('holds releases with at least five addresses each, all of them recognised', () => {
    expect(releases.length).toBeGreaterThanOrEqual(6);
    for (const { links } of releases) {
      const lines = readPastedLinks(links.join('\n'), []);
      expect(lines.filter(({ status }) => status !== 'recognised')).toEqual([]);
      expect(lines.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('draws a sleeve of its own for every release, the same each time', async () => {
    const drawn = await Promise.all(releases.map(({ sleeve }) => drawSleeve(sleeve)));
    expect(new Set(drawn.map((picture) => picture.toString('base64'))).size).toBe(releases.length);
    const again = await drawSleeve(releases[0]!.sleeve);
    expect(again.equals(drawn[0]!)).toBe(true);
    expect(await sharp(again).metadata()).toMatchObject({ width: 1600, height: 1600, format: 'png' });
  });
});
