import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../problem.js';

/** A user of the system that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root it runs as the system's `postgres` user, which is made when missing; for
 * anybody else as themselves.
 * @returns null: as whoever runs this
 */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp('postgres');
  if (known) return known;
  makeUser('postgres');
  const made = lookUp('postgres');
  if (!made) throw new Problem('PostgreSQL does not run as root, and the user "postgres" could not be made. Start Lynkify as an ordinary user.');
  return made;
}

function lookUp(name: string): Account | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch (error) {
    // id answers 1 for "no such user".
    if ((error as { status?: number }).status === 1) return null;
    throw error;
  }
}

function makeUser(name: string): void {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    // Alpine and other BusyBox systems.
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return;
    } catch (error) {
      // Not there: the next way. There but failed: the look-up afterwards tells.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Whether an account may enter every folder on the way to a path, by the mode bits. */
export function canReach({ uid, gid }: Account, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const enter = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
