import { existsSync, readdirSync } from 'node:fs';
import { missed, type Experiment } from './experiment.js';
import { keep } from './history.js';
import { table, verdict } from './report.js';
import { runExperiment } from './runner.js';

const folders = { bench: new URL('./benchmarks/', import.meta.url), soak: new URL('./soaks/', import.meta.url) };
type Kind = keyof typeof folders;

const print = (text: string) => process.stdout.write(`${text}\n`);

function namesOf(kind: Kind): string[] {
  if (!existsSync(folders[kind])) return [];
  return readdirSync(folders[kind]).flatMap((file) => (/^[a-z0-9-]+\.js$/u.test(file) ? [file.slice(0, -3)] : []));
}

async function find(kind: Kind, name: string): Promise<Experiment> {
  const { default: experiment } = (await import(new URL(`${name}.js`, folders[kind]).href)) as { default: Experiment };
  return experiment;
}

async function list(kind: Kind): Promise<void> {
  for (const name of namesOf(kind)) print(`  npm run ${kind} -- ${name.padEnd(16)} ${(await find(kind, name)).description}`);
}

/** Whether a run's figures go into the history. A soak whose length was chosen is another soak. */
function isKept(kind: Kind, options: ReadonlyMap<string, string>): boolean {
  if (options.has('short') || options.has('dry')) return false;
  return kind === 'bench' || [...options.keys()].every((key) => key === 'logs' || key === 'disk');
}

async function main([kind, ...rest]: string[]): Promise<number> {
  if (kind !== 'bench' && kind !== 'soak') throw new Error('Say which: bench or soak.');
  const [name] = rest.filter((word) => !word.startsWith('--'));
  if (name === undefined || !namesOf(kind).includes(name)) {
    print(name === undefined ? 'Which one?' : `There is no ${kind} "${name}". There are:`);
    await list(kind);
    return 1;
  }
  const experiment = await find(kind, name);
  const options = new Map(rest.flatMap((word) => { const [, key, value] = /^--([a-z-]+)(?:=(.*))?$/u.exec(word) ?? []; return key === undefined ? [] : [[key, value ?? ''] as const]; }));
  const short = options.has('short');
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());

  const began = performance.now();
  const say = (text: string) => print(`  ${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}`);
  print(`${name}: ${experiment.description}\n`);
  try {
    const figures = await runExperiment(experiment, { short, options, say, signal: stop.signal });
    print(`\n${table(figures)}\n`);
    if (isKept(kind, options)) await keep(experiment, figures);
    print(verdict(name, figures));
    return figures.length > 0 && missed(figures).length === 0 ? 0 : 1;
  } catch (error) {
    if (stop.signal.aborted) {
      print('\nStopped before the end; everything that it started is gone.');
      return 130;
    }
    print(`\n${error instanceof Error ? error.stack : String(error)}\n\nFAIL ${name}: it did not come to an end`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
// A request that was given up may hold a socket a little longer than anybody wants to wait.
process.exit();
