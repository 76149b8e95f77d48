import { rename, rm } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';
import { type Logger, reasonOf } from '../log.js';

/** LevelDB: a sorted map in one folder, of one process. A batch is written whole or not at all, whenever it is killed. */
export type Level = ClassicLevel;

/**
 * What it may hold in memory, however much it stores: parsed blocks, the batch that is being written, and the files it
 * has open, which the system maps (2 MB each) and takes back when memory is short.
 */
const bounds = { cacheSize: 8 * 1_048_576, writeBufferSize: 4 * 1_048_576, maxOpenFiles: 40 };

/**
 * Opens the store in a folder. One that cannot be read is put aside and an empty one takes its place: everything in it is
 * the API's and can be fetched again.
 * @throws Error when another process has it open
 */
export async function openLevel(folder: string, log: Logger): Promise<Level> {
  const level = new ClassicLevel(folder, { ...bounds, keyEncoding: 'utf8', valueEncoding: 'utf8' });
  try {
    await level.open();
    return level;
  } catch (error) {
    if (causeOf(error) === 'LEVEL_LOCKED') throw new Error(`${folder} is in use by another renderer. Every renderer needs a CACHE_DIR of its own.`, { cause: error });
    log.error({ reason: reasonOf(error) }, 'the stored pages cannot be read: they are put aside and fetched again');
    await putAside(folder);
    const fresh = new ClassicLevel(folder, { ...bounds, keyEncoding: 'utf8', valueEncoding: 'utf8' });
    await fresh.open();
    return fresh;
  }
}

/** Kept once, for whoever wants to know what happened to it. */
export async function putAside(folder: string): Promise<void> {
  await rm(`${folder}.damaged`, { recursive: true, force: true });
  await rename(folder, `${folder}.damaged`);
}

/** Whether the store itself is broken, and not the disk full or the system short of something for a while. */
export function isDamage(error: unknown): boolean {
  const code = causeOf(error);
  return code === 'LEVEL_CORRUPTION' || (code === 'LEVEL_IO_ERROR' && /invalid argument|no such file|truncated/iu.test(String(error)));
}

/** An error of the store names its kind by a code; one about opening it has the kind as its cause. */
function causeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const cause = 'cause' in error ? causeOf(error.cause) : null;
  return cause ?? ('code' in error ? String(error.code) : null);
}
