import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FolderLock } from './lock.js';

const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-lock-'));
const leave = (directory: string, holder: object | string) => writeFileSync(join(directory, 'lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));

describe('the lock of a folder', () => {
  it('is refused while its process lives', () => {
    const directory = folder();
    leave(directory, { pid: process.ppid, started: '', host: hostname() });

    expect(() => new FolderLock(directory)).toThrow(`in use by another renderer (process ${process.ppid}`);
  });

  it.each([
    ['a process that is no more', { pid: 2 ** 22 + 1, started: '1', host: hostname() }],
    ['a process whose number another one has now', { pid: process.ppid, started: '1', host: hostname() }],
    ['a crash before it was written', ''],
  ])('is taken over from %s', (_, holder) => {
    const directory = folder();
    leave(directory, holder);

    new FolderLock(directory).release();

    new FolderLock(directory).release();
  });

  it('of another machine holds as long as it shows life', () => {
    const directory = folder();
    leave(directory, { pid: 1, started: '1', host: 'elsewhere' });

    expect(() => new FolderLock(directory)).toThrow('on elsewhere');
    utimesSync(join(directory, 'lock'), new Date(0), new Date(Date.now() - 60_000));
    new FolderLock(directory).release();
  });
});
