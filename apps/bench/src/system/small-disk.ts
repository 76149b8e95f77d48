import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Context } from '../experiment.js';

const run = promisify(execFile);

/**
 * A folder on a file system in memory that is full after so many bytes, for the length of the experiment. Mounting takes
 * root, or a sudo that asks for no password; otherwise `--disk=FOLDER` names one that was mounted before.
 * @throws Error that says what is missing
 */
export async function smallDisk({ folder, options, after }: Context, bytes: number): Promise<string> {
  const given = options.get('disk');
  if (given !== undefined) return given;
  const path = join(folder, 'small-disk');
  mkdirSync(path, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const { uid, gid } = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const mount = [...asRoot, 'mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=700,uid=${uid},gid=${gid}`, 'tmpfs', path];
  const unmount = [...asRoot, 'umount', '--lazy', path];
  const call = async ([command = '', ...rest]: string[]) => run(command, rest);
  try {
    await call(mount);
  } catch (error) {
    throw new Error(`A small disk could not be mounted (${error instanceof Error ? error.message.trim() : String(error)}).\nRun this as root on Linux, or mount one yourself:\n  ${mount.join(' ')}\nand say where it is: --disk=${path}`);
  }
  after(async () => void (await call(unmount)));
  return path;
}
