import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { Guard } from './guard.js';

/** What the system does to the guard's input when the harness is killed. */
const harnessIsGone = ({ shell }: Guard) => shell.stdin.end();
const program = () => spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });

describe('the guard', () => {
  it('ends what runs, frozen or not, and removes the folder when the harness is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lynkify-guard-'));
    const guard = new Guard(folder);
    const [one, frozen, ended] = [program(), program(), program()];
    for (const { pid = 0 } of [one, frozen, ended]) guard.add(pid);
    frozen.kill('SIGSTOP');
    ended.kill('SIGKILL');
    await once(ended, 'exit');
    guard.remove(ended.pid ?? 0);
    const gone = Promise.all([once(one, 'exit'), once(frozen, 'exit')]);
    harnessIsGone(guard);
    expect(await gone).toEqual([[null, 'SIGKILL'], [null, 'SIGKILL']]);
    await until(() => !existsSync(folder), 5_000);
  });

  it('does nothing after everything has ended in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lynkify-guard-'));
    const guard = new Guard(folder);
    const one = program();
    guard.add(one.pid ?? 0);
    const over = once(guard.shell, 'exit');
    guard.release();
    await over;
    expect({ runs: one.exitCode === null && one.signalCode === null, folder: existsSync(folder) }).toEqual({ runs: true, folder: true });
    one.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
});
