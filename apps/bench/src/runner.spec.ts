import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Context, Experiment, Figure } from './experiment.js';
import { withBlock } from './history.js';
import { table, verdict } from './report.js';
import { runExperiment } from './runner.js';

const experiment = (run: (context: Context) => Promise<Figure[]>): Experiment => ({ kind: 'soak', name: 'some', description: 'Something.', run });
const quietly = { short: true, say: () => undefined };

describe('a run', () => {
  it('clears away in the opposite order, and removes its folder, whether it went well or not', async () => {
    const done: string[] = [];
    const folders: string[] = [];
    const busy = (outcome: () => Promise<Figure[]>) => experiment((context) => {
      folders.push(context.folder);
      writeFileSync(join(context.folder, 'something'), 'left');
      context.after(async () => void done.push('first'));
      context.after(async () => void done.push('second'));
      return outcome();
    });
    await runExperiment(busy(() => Promise.resolve([])), quietly);
    await expect(runExperiment(busy(() => Promise.reject(new Error('It broke.'))), quietly)).rejects.toThrow('It broke.');
    const stop = new AbortController();
    const stopped = runExperiment(busy(() => { stop.abort(); return new Promise(() => undefined); }), { ...quietly, signal: stop.signal });
    await expect(stopped).rejects.toThrow('Stopped');
    expect(done).toEqual(['second', 'first', 'second', 'first', 'second', 'first']);
    expect(folders.filter(existsSync)).toEqual([]);
  });

  it('fails when a cleaning up fails, after all the others', async () => {
    const done: string[] = [];
    const failing = experiment(async (context) => {
      context.after(async () => void done.push('the other'));
      context.after(() => Promise.reject(new Error('It stays.')));
      return [];
    });
    await expect(runExperiment(failing, quietly)).rejects.toThrow('It stays.');
    expect(done).toEqual(['the other']);
  });
});

describe('the verdict', () => {
  const figure = (value: number, is: 'at least' | 'at most' | 'exactly', limit: number): Figure => ({ name: 'something', value, unit: 'ms', limit: { is, value: limit } });

  it('passes when every limit holds, and names those that do not', () => {
    expect(verdict('some', [figure(5, 'at least', 5), figure(5, 'at most', 5), figure(0, 'exactly', 0), { name: 'told', value: 9, unit: '' }])).toBe('PASS some');
    expect(verdict('some', [figure(4, 'at least', 5), figure(5, 'at most', 5)])).toBe('FAIL some: something is 4 ms, has to be ≥ 5');
    expect(verdict('some', [])).toBe('FAIL some: it measured nothing');
    expect(table([figure(4, 'at least', 5), figure(0, 'exactly', 0)])).toMatch(/≥ 5 {2}✗\n.*= 0 {2}✓/u);
  });

  it('fails a figure that is no number', () => {
    expect(verdict('some', [figure(Number.NaN, 'at most', 5)])).toMatch(/^FAIL/u);
    expect(verdict('some', [figure(Number.NaN, 'at least', 5)])).toMatch(/^FAIL/u);
  });
});

describe('the README', () => {
  it('shows the newest figures between the markers of their experiment, and nothing else is touched', () => {
    const text = 'before\n<!-- bench:one:begin -->\nold\n<!-- bench:one:end -->\nafter\n<!-- soak:one:begin -->\n<!-- soak:one:end -->\n';
    const written = withBlock(text, 'bench:one', { date: '2026-11-22T18:00:00.000Z', commit: 'abc1234', node: 'v20.19.0', cores: 2, figures: [{ name: 'pages', value: 12_345, unit: '/s', limit: { is: 'at least', value: 10_000 } }] });
    expect(written).toContain('2026-11-22, commit abc1234, Node 20.19.0, 2 cores');
    expect(written).toContain('| pages | 12,345 /s | ≥ 10,000 ✓ |  |');
    expect(written).not.toContain('old');
    expect(written.startsWith('before\n')).toBe(true);
    expect(written.endsWith('after\n<!-- soak:one:begin -->\n<!-- soak:one:end -->\n')).toBe(true);
    expect(withBlock(text, 'bench:three', { date: '', commit: null, node: '', cores: 1, figures: [] })).toBe(text);
  });
});
