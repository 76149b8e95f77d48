import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What V8 writes with `--cpu-prof`, as far as it is read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Node's words that have the renderer write a profile of its processor time when it ends. */
export function profileInto(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/** Where the time of the busiest process went: the functions that took most by themselves. */
export function hottest(folder: string, count: number): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile')).map((name) => join(folder, name));
  const [largest] = files.sort((one, other) => statSync(other).size - statSync(one).size);
  if (largest === undefined) return [];
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(largest, 'utf8')) as Profile;
  const names = new Map(nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(anonymous)'} ${basename(callFrame.url)}:${callFrame.lineNumber + 1}`]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    if (!name.startsWith('(idle)')) times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].sort(([, one], [, other]) => other - one).slice(0, count).map(([name, time]) => `${((time / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
}
