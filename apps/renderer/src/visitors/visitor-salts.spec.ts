import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLog } from '../log.js';
import { VisitorSalts } from './visitor-salts.js';

const day = 86_400_000;
/** 2024-10-04. */
const noon = 20_000 * day + day / 2;
const log = createLog('silent');
const folder = () => mkdtempSync(join(tmpdir(), 'lynkify-salt-'));
const saltsOf = (directory: string) => readdirSync(join(directory, 'visitor-salts')).filter((file) => file !== 'CACHEDIR.TAG');
const visitor = (salts: VisitorSalts, now: number, address = '192.0.2.1', agent = 'agent') => salts.visitorOf(address, agent, now);

describe('a visitor', () => {
  it('is the same all day, also after a restart, and another one the next day', () => {
    const directory = folder();
    const salts = new VisitorSalts(directory, log);

    const morning = visitor(salts, noon);
    const restarted = visitor(new VisitorSalts(directory, log), noon + 3_600_000);
    const tomorrow = visitor(salts, noon + day);

    expect(morning).toMatch(/^[\w-]{22}$/u);
    expect(restarted).toBe(morning);
    expect(tomorrow).not.toBe(morning);
  });

  it('is told apart by address and by agent', () => {
    const salts = new VisitorSalts(folder(), log);

    expect(new Set([visitor(salts, noon), visitor(salts, noon, '192.0.2.2'), visitor(salts, noon, '192.0.2.1', 'b')]).size).toBe(3);
  });

  it('is the same for processes that share a folder, whoever was first', () => {
    const directory = folder();
    const [one, other] = [new VisitorSalts(directory, log), new VisitorSalts(directory, log)];

    expect(other.proposals(noon)).toEqual(one.proposals(noon));
    expect(visitor(one, noon + day)).toBe(visitor(other, noon + day));
  });

  it('is counted under what was agreed, at once, and from midnight on under tomorrow\'s without another word', () => {
    const [one, other] = [new VisitorSalts(folder(), log), new VisitorSalts(folder(), log)];
    const apart = [visitor(one, noon), visitor(other, noon)];
    const turn = other.turn(noon);

    other.adopt(one.proposals(noon), noon);

    expect(apart[0]).not.toBe(apart[1]);
    expect(other.turn(noon)).not.toBe(turn);
    expect(visitor(other, noon)).toBe(apart[0]);
    expect(visitor(other, noon + day)).toBe(visitor(one, noon + day));
  });

  it('is the same after a restart without the API, under what was agreed', () => {
    const directory = folder();
    const salts = new VisitorSalts(directory, log);
    visitor(salts, noon);
    salts.adopt({ '2024-10-04': 'B'.repeat(43), '2024-10-05': 'C'.repeat(43) }, noon);

    expect(new VisitorSalts(directory, log).proposals(noon)).toEqual({ '2024-10-04': 'B'.repeat(43), '2024-10-05': 'C'.repeat(43) });
  });

  it('cannot be told any more after two days: the salt is gone, whether the program ran or not', () => {
    const directory = folder();
    const salts = new VisitorSalts(directory, log);
    salts.proposals(noon);
    visitor(salts, noon);
    expect(saltsOf(directory).sort()).toEqual(['2024-10-04', '2024-10-05']);

    visitor(salts, noon + day);
    expect(saltsOf(directory).sort()).toEqual(['2024-10-04', '2024-10-05']);
    visitor(salts, 20_002 * day);
    expect(saltsOf(directory).sort()).toEqual(['2024-10-05', '2024-10-06']);
    new VisitorSalts(directory, log).forgetOld(noon + 9 * day);
    expect(saltsOf(directory)).toEqual([]);
  });

  it('is counted as before when the clock is set back, and under no salt of a far day when it was far ahead', () => {
    const directory = folder();
    const salts = new VisitorSalts(directory, log);
    const today = visitor(salts, noon);

    visitor(salts, noon + day);
    expect(visitor(salts, noon)).toBe(today);
    visitor(salts, noon + 40 * day);
    visitor(salts, noon);
    expect(saltsOf(directory)).toEqual(['2024-10-04']);
  });

  it('is counted without a disk too', () => {
    const directory = join(folder(), 'file');
    writeFileSync(directory, 'no folder');
    const salts = new VisitorSalts(directory, log);

    expect(visitor(salts, noon)).toBe(visitor(salts, noon + 1_000));
    expect(visitor(salts, noon)).not.toBe(visitor(salts, noon + day));
  });
});

describe('the folder of salts', () => {
  it('is for nobody else to read and for no backup to take', () => {
    const directory = folder();
    new VisitorSalts(directory, log).proposals(noon);

    const path = join(directory, 'visitor-salts');
    expect(statSync(path).mode & 0o777).toBe(0o700);
    for (const file of saltsOf(directory)) expect(statSync(join(path, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(path, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/u);
  });

  it('loses what a killed process was writing, and mends a file that is no salt', () => {
    const directory = folder();
    const path = join(directory, 'visitor-salts');
    mkdirSync(path);
    writeFileSync(join(path, '2024-10-04'), 'torn');
    for (const file of ['1-old.new', '2-fresh.new']) writeFileSync(join(path, file), 'A'.repeat(43));
    utimesSync(join(path, '1-old.new'), 1, 1);
    const salts = new VisitorSalts(directory, log);

    const first = visitor(salts, noon);

    expect(saltsOf(directory).sort()).toEqual(['2-fresh.new', '2024-10-04']);
    expect(readFileSync(join(path, '2024-10-04'), 'utf8')).toMatch(/^[\w-]{43}$/u);
    expect(visitor(new VisitorSalts(directory, log), noon)).toBe(first);
  });

  it('takes nothing that is no salt of these days', () => {
    const directory = folder();
    const salts = new VisitorSalts(directory, log);

    salts.adopt({ '2024-10-01': 'A'.repeat(43), '2025-10-04': 'A'.repeat(43), '2024-10-04': 'short', '../../etc': 'A'.repeat(43) }, noon);

    expect(salts.holds(noon)).toBe(false);
    expect(readdirSync(directory)).toEqual([]);
  });
});
