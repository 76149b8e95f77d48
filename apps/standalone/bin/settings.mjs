#!/usr/bin/env node
// Writes the tables of settings into the README, from the lists that the programs read them by. With --check it only
// says whether they are up to date. The programs have to be built.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settings as ofStart } from './bootstrap/settings.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const built = (path) => import(pathToFileURL(join(root, path)).href);
const { settings: ofApi, migrateSettings: ofMigrate } = await built('apps/api/dist/environment.js');
const { settings: ofRenderer } = await built('apps/renderer/dist/environment.js');

const tables = [
  ['`npm start`', ofStart],
  ['`apps/api`', ofApi],
  ['`apps/api`, the command that migrates', ofMigrate],
  ['`apps/renderer`', ofRenderer],
];

const readme = join(root, 'README.md');
const before = readFileSync(readme, 'utf8');
const after = before.replace(/(<!-- settings:begin -->\n)[\s\S]*(<!-- settings:end -->)/, (_all, begin, end) => `${begin}${tables.map(table).join('\n')}${end}`);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('The tables of settings in README.md are not up to date. Write them again: npm run settings');
    process.exitCode = 1;
  }
} else {
  writeFileSync(readme, after);
}

function table([title, settings]) {
  const rows = settings.map(({ name, kind, default: value, optional, description }) => `| \`${name}\` | ${kind} | ${value !== undefined ? `\`${value}\`` : optional ? '–' : '**required**'} | ${description.replaceAll('|', '\\|')} |`);
  return `**${title}**\n\n| name | kind | default | what it is |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}
