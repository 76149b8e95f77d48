import 'reflect-metadata';
import { readRebuildEnvironment } from './environment.js';
import { readRebuildOptions, rebuildCounts } from './events/rebuild-counts.js';

// node apps/api/dist/rebuild-counts.js --from 2026-01 --to 2026-03 [--workspace ID]
try {
  await rebuildCounts(readRebuildEnvironment(), readRebuildOptions(process.argv.slice(2)), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nnode apps/api/dist/rebuild-counts.js --from YYYY-MM --to YYYY-MM [--workspace ID]\n`);
  process.exitCode = 1;
}
