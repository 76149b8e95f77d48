import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VisitorSalt } from './visitor-salt.js';

const day = 86_400_000;
const noon = 20_000 * day + day / 2;
const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-salt-'));
const kept = (directory: string) => Object.keys(JSON.parse(readFileSync(join(directory, 'visitor-salts.json'), 'utf8')) as object);

describe('a visitor', () => {
  it('is the same all day, also after a restart, and another one the next day', () => {
    const directory = folder();
    const salt = new VisitorSalt(directory);

    const morning = salt.visitorOf('192.0.2.1', 'agent', noon);
    const restarted = new VisitorSalt(directory).visitorOf('192.0.2.1', 'agent', noon + 3_600_000);
    const tomorrow = salt.visitorOf('192.0.2.1', 'agent', noon + day);

    expect(restarted).toBe(morning);
    expect(tomorrow).not.toBe(morning);
  });

  it('is told apart by address and by agent', () => {
    const salt = new VisitorSalt(folder());

    const visitors = [['192.0.2.1', 'a'], ['192.0.2.2', 'a'], ['192.0.2.1', 'b']].map(([address = '', agent = '']) => salt.visitorOf(address, agent, noon));

    expect(new Set(visitors).size).toBe(3);
  });

  it('cannot be told any more after two days: the salt is gone', () => {
    const directory = folder();
    const salt = new VisitorSalt(directory);

    for (const days of [0, 1, 2, 5]) salt.visitorOf('192.0.2.1', 'agent', noon + days * day);

    expect(kept(directory)).toEqual(['20005']);
    expect(statSync(join(directory, 'visitor-salts.json')).mode & 0o077).toBe(0);
  });
});
