import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { processIdentity } from './process-identity.mjs';

/**
 * Takes the data folder for this process, so that two never write into it. A lock whose process is gone, or whose
 * number belongs to another process by now, is taken over.
 * @param {string} dataDir made when it is missing
 * @param {string} addresses what to tell somebody who starts a second time
 * @returns {() => void} gives it back
 */
export function takeLock(dataDir, addresses) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'lock.json');
  const mine = join(dataDir, `lock.${process.pid}.json`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid), addresses }));
  try {
    return take(file, mine);
  } finally {
    rmSync(mine, { force: true });
  }
}

function take(file, mine) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      // A link appears whole or not at all: nobody reads half a lock.
      linkSync(mine, file);
      return () => {
        if (read(file)?.pid === process.pid) rmSync(file, { force: true });
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder && holder.identity !== null && processIdentity(holder.pid) === holder.identity) {
      throw new Problem(`Lynkify runs already (process ${holder.pid}).\n\n${holder.addresses}\n\nStop it with Ctrl-C in its terminal, or with: kill ${holder.pid}`);
    }
    rmSync(file, { force: true });
  }
  throw new Problem(`Another start is taking ${file} at this moment. Try again.`);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Gone, or not ours: nobody holds it.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
