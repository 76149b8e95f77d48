#!/usr/bin/env node
// Installs the engine of ClickHouse as a library (half a gigabyte, so neither `npm ci` nor `npm test` does) into a folder
// of its own, once, and runs the tests of the event store against it.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chdbFolder, installChdb } from './chdb.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
installChdb();
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--config', 'apps/api/jest.clickhouse.config.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHDB_FOLDER: chdbFolder },
});
process.exitCode = status ?? 1;
