import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

type Shell = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * A shell in a mount namespace of its own: what is mounted there nobody else sees, and it is gone with the shell, however
 * that ends. Takes root, or a kernel that gives ordinary users namespaces (user_namespaces(7)).
 */
export class MountNamespace {
  private said = '';

  private constructor(
    private readonly shell: Shell,
    private readonly answers: Interface,
  ) {
    shell.stderr.setEncoding('utf8').on('data', (text: string) => { this.said += text; });
  }

  /** @throws Error that says why there can be none */
  static async open(): Promise<MountNamespace> {
    const privileges = process.getuid?.() === 0 ? [] : ['--map-root-user'];
    const shell = spawn('unshare', [...privileges, '--mount', 'sh', '-c', 'while read -r line; do if eval "$line" >&2; then echo done; else echo failed; fi; done'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const namespace = new MountNamespace(shell, createInterface(shell.stdout));
    await namespace.run('true');
    return namespace;
  }

  /** Where others find what lies at a path in there. */
  path(inside: string): string {
    return `/proc/${this.shell.pid}/root${inside}`;
  }

  /** @throws Error with what the command said when it fails */
  async run(command: string): Promise<void> {
    const answer = Promise.race([once(this.answers, 'line'), once(this.shell, 'close').then(() => ['ended']), once(this.shell, 'error').then(([error]) => [String(error)])]) as Promise<[string]>;
    this.shell.stdin.write(`${command}\n`);
    const [outcome] = await answer;
    if (outcome !== 'done') throw new Error(`“${command}” in a mount namespace: ${outcome}. ${this.said}\nThis takes root, or a kernel that gives ordinary users namespaces.`);
  }

  async close(): Promise<void> {
    const closed = once(this.shell, 'close');
    this.shell.stdin.end();
    await closed;
  }
}
