import { spawn } from 'node:child_process';

/**
 * Reads the process numbers to end from its input, the newest line of them counts. When the harness is gone, however it
 * went, it ends them and everything in their groups, and removes the folder.
 */
const script = `
pids=
while read -r line; do pids=$line; done
[ -z "$pids" ] && exit 0
for pid in $pids; do kill -s KILL -- -$pid; done 2>/dev/null
sleep 1
rm -rf -- "$1"`;

/** Sees to it that a harness which is killed leaves neither a process nor its folder behind. */
export class Guard {
  private readonly pids = new Set<number>();
  /** Watches from a session of its own. Open, so that a test can do to its input what the system does when the harness is killed. */
  readonly shell;

  constructor(folder: string) {
    this.shell = spawn('/bin/sh', ['-c', script, 'guard', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    // A guard that somebody ended guards nothing; the run goes on.
    this.shell.stdin.on('error', () => undefined);
  }

  add(pid: number): void {
    this.pids.add(pid);
    this.tell();
  }

  remove(pid: number): void {
    this.pids.delete(pid);
    this.tell();
  }

  /** Everything has ended in order. */
  release(): void {
    this.shell.stdin.end('\n');
  }

  private tell(): void {
    this.shell.stdin.write(`${[...this.pids].join(' ')}\n`);
  }
}
