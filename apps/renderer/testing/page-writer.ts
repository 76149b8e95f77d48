import { createLog } from '../src/log.js';
import { PageDisk } from '../src/pages/page-disk.js';
import { smartLink } from './documents.js';

// Writes pages without end, and says after each how many are written: for a test that kills it.
const [folder = '', round = '0'] = process.argv.slice(2);
const disk = await PageDisk.open(folder, 1e9, createLog('silent'));
process.on('disconnect', () => process.exit(0));
for (let number = 0; ; number += 1) {
  const path = `/round-${round}/page-${number}`;
  const document = smartLink(`page-${number}`);
  document.release.description = path;
  await disk.put({ path, version: number + 1, publishedAt: '2026-11-20T08:00:00.000Z', document }, false);
  process.stdout.write(`${number + 1}\n`);
}
