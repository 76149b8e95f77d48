import { readFileSync } from 'node:fs';
import { recogniseAny } from '@lynkify/platforms';
import { mixOfLife, worstTexts } from '../catalogue/texts.js';
import type { Context, Experiment, Figure } from '../experiment.js';

interface Round {
  ours: number;
  parser: number;
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
const inOrder = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

function time(work: () => number): number {
  const start = performance.now();
  // Looked at, so that no answer can be thought away.
  if (work() < 0) throw new Error('A length is never less than nothing.');
  return performance.now() - start;
}

function recogniseAll(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) length += recogniseAny(text).status.length;
  return length;
}

function parseAll(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) {
    // What is no address throws, and the parser alone has to bear that as we do.
    try {
      length += new URL(text).href.length;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      length += 1;
    }
  }
  return length;
}

/** Rounds short enough to fall between two interruptions, each of both in turn: what disturbs one disturbs the other. */
function race(texts: readonly string[], size: number): Round[] {
  const rounds: Round[] = [];
  for (let from = 0; from + size <= texts.length; from += size) {
    const some = texts.slice(from, from + size);
    const first = rounds.length % 2 === 0;
    const before = first ? time(() => recogniseAll(some)) : 0;
    const parser = time(() => parseAll(some));
    rounds.push({ ours: first ? before : time(() => recogniseAll(some)), parser });
  }
  return rounds;
}

function speed(texts: readonly string[], name: string, note: string, limit?: Figure['limit']): Figure[] {
  const rounds = race(texts, 500);
  const ratios = inOrder(rounds.map(({ ours, parser }) => parser / ours));
  const perSecond = 500 / (middle(inOrder(rounds.map(({ ours }) => ours))) / 1000);
  return [
    { name: `${name}: ratio to new URL() alone`, value: middle(ratios), unit: '×', limit, note },
    { name: `${name}: recognised in a second`, value: Math.round(perSecond), unit: '/s' },
  ];
}

function worst(short: boolean): Figure[] {
  const medians: { name: string; ms: number; longest: number }[] = [];
  for (const { name, text } of worstTexts()) {
    const times = inOrder(Array.from({ length: short ? 11 : 101 }, () => time(() => recogniseAny(text).status.length)));
    medians.push({ name, ms: middle(times), longest: times.at(-1) ?? Number.NaN });
  }
  const [slowest] = medians.toSorted((one, other) => other.ms - one.ms);
  const [longest] = medians.toSorted((one, other) => other.longest - one.longest);
  return [
    { name: 'slowest text of up to 64 KB, median', value: slowest?.ms ?? Number.NaN, unit: 'ms', limit: { is: 'at most', value: 1 }, note: `${medians.length} hostile texts; this one: ${slowest?.name ?? ''}` },
    { name: 'slowest text of up to 64 KB, longest of all repeats', value: longest?.longest ?? Number.NaN, unit: 'ms', note: `interruptions and collections included; this one: ${longest?.name ?? ''}` },
  ];
}

async function run({ short, options, say }: Context): Promise<Figure[]> {
  const count = Number(options.get('texts') ?? (short ? 50_000 : 1_000_000));
  const { releases } = JSON.parse(readFileSync(new URL('../../../../libs/platforms/src/testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: { url: string }[] };
  const texts = mixOfLife(releases.map(({ url }) => url), count);
  const understood = texts.filter((text) => recogniseAny(text).status === 'recognised').length;
  // Both compilers have seen their work before it counts.
  race(texts.slice(0, Math.min(count, 50_000)), 500);
  say(`${count.toLocaleString('en-US')} texts`);
  const addresses = texts.filter((text) => URL.canParse(text));
  return [
    ...speed(texts, 'mixed texts', 'known and unknown hosts, share texts, garbage; median of interleaved rounds of 500', { is: 'at least', value: 0.3 }),
    ...speed(addresses, 'addresses alone', 'the same without what new URL() throws at', { is: 'at least', value: 0.3 }),
    { name: 'texts that are a link of the catalogue', value: (100 * understood) / texts.length, unit: '%' },
    ...worst(short),
  ];
}

export default { kind: 'bench', name: 'catalogue', description: 'reads a million pasted texts: how fast beside new URL(), and how long the worst one takes', run } satisfies Experiment;
