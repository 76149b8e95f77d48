import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lutimesSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { FolderLock } from './lock.js';

const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-lock-'));
const leave = (directory: string, holder: string) => symlinkSync(holder, join(directory, 'lock'));

describe('the lock of a folder', () => {
  it('is refused while its process lives', () => {
    const directory = folder();
    leave(directory, `${process.ppid}::${hostname()}`);

    expect(() => new FolderLock(directory)).toThrow(`in use by another renderer (process ${process.ppid}`);
  });

  it.each([
    ['a process that is no more', `${2 ** 22 + 1}:1:${hostname()}`],
    ['a process whose number another one has now', `${process.ppid}:1:${hostname()}`],
    ['nobody that can be told', 'nonsense'],
  ])('is taken over from %s', (_, holder) => {
    const directory = folder();
    leave(directory, holder);

    new FolderLock(directory).release();

    new FolderLock(directory).release();
  });

  it('is taken over from a process that ended and that nobody asked after', async () => {
    const directory = folder();
    // The shell becomes a program that asks after no child; the child ends once the shell is gone.
    const parent = spawn('sh', ['-c', '(while [ "$(cat /proc/$$/comm)" = sh ]; do :; done) & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const state = () => /\) (\w)/u.exec(readFileSync(`/proc/${line}/stat`, 'utf8'))?.[1];
    await until(() => state() === 'Z', 5_000);
    leave(directory, `${line}::${hostname()}`);

    new FolderLock(directory).release();

    parent.kill('SIGKILL');
  });

  it('of another machine holds as long as it shows life', () => {
    const directory = folder();
    leave(directory, '1:1:elsewhere');

    expect(() => new FolderLock(directory)).toThrow('on elsewhere');
    lutimesSync(join(directory, 'lock'), new Date(0), new Date(Date.now() - 60_000));
    new FolderLock(directory).release();
  });

  it.each([
    ['is held', process.ppid, 'throws'],
    ['is taken over', 2 ** 22 + 1, 'passes'],
  ])('that a release of before wrote %s as it was meant', (_, pid, outcome) => {
    const directory = folder();
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid, started: '', host: hostname() }));

    const lock = () => new FolderLock(directory).release();

    if (outcome === 'throws') expect(lock).toThrow('in use by another renderer');
    else lock();
  });

  it('leaves nothing behind', () => {
    const directory = folder();
    leave(directory, `${2 ** 22 + 1}:1:${hostname()}`);

    new FolderLock(directory).release();

    expect(readdirSync(directory)).toEqual([]);
  });
});
