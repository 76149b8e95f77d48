import { statfs } from 'node:fs/promises';
import { Problem } from './problem.js';

const least = 300;

/** Megabytes that this user may still write where the folder is. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/** @throws Problem when the database would soon have nowhere to write */
export async function requireDisk(folder: string): Promise<void> {
  const free = await freeMegabytes(folder);
  if (free < least) throw new Problem(`The disk is full: ${free} MB are free where ${folder} is, and Lynkify needs at least ${least} MB. Make room and start again.`);
}

/**
 * Says once when the disk is about to be full, and once more when there is room again.
 * @returns stops watching
 */
export function watchDisk(folder: string, say: (text: string) => void): () => void {
  let low = false;
  const look = async () => {
    const free = await freeMegabytes(folder);
    if (free < least && !low) say(`  The disk is nearly full: ${free} MB are free. Make room soon; without it nothing more can be kept.`);
    if (free >= least && low) say('  There is room on the disk again.');
    low = free < least;
  };
  const clock = setInterval(() => void look().catch((error: Error) => say(`  The disk could not be looked at: ${error.message}`)), 30_000);
  clock.unref();
  return () => clearInterval(clock);
}
