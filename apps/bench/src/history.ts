import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { holds, type Experiment, type Figure } from './experiment.js';
import { inWords, limitInWords } from './report.js';

const project = new URL('../', import.meta.url);

/** One run of an experiment, one line of its file. */
export interface HistoryLine {
  date: string;
  /** Null outside of a clone. */
  commit: string | null;
  node: string;
  cores: number;
  figures: Figure[];
}

/** Adds a run to the experiment's history and shows it in the README. */
export async function keep({ kind, name }: Pick<Experiment, 'kind' | 'name'>, figures: Figure[]): Promise<void> {
  const line: HistoryLine = { date: new Date().toISOString(), commit: await commit(), node: process.version, cores: availableParallelism(), figures };
  const folder = fileURLToPath(new URL('history/', project));
  mkdirSync(folder, { recursive: true });
  appendFileSync(`${folder}${name}.ndjson`, `${JSON.stringify(line)}\n`);
  const readme = fileURLToPath(new URL('README.md', project));
  writeFileSync(readme, withBlock(readFileSync(readme, 'utf8'), `${kind}:${name}`, line));
}

/** The text of a README with the newest figures between the markers of `kind:name`, when it has any. */
export function withBlock(text: string, what: string, line: HistoryLine): string {
  const begin = `<!-- ${what}:begin -->\n`;
  const end = `<!-- ${what}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) return text;
  return text.slice(0, from + begin.length) + block(line) + text.slice(to);
}

function block({ date, commit: hash, node, cores, figures }: HistoryLine): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = figures.map((figure) => `| ${cell(figure.name)} | ${inWords(figure.value)} ${cell(figure.unit)} | ${limitInWords(figure)}${figure.limit ? (holds(figure) ? ' ✓' : ' ✗') : ''} | ${cell(figure.note ?? '')} |`);
  return `${date.slice(0, 10)}, commit ${hash ?? 'unknown'}, Node ${node.slice(1)}, ${cores} cores\n\n| figure | measured | limit | |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

async function commit(): Promise<string | null> {
  try {
    return (await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: fileURLToPath(project) })).stdout.trim();
  } catch (error) {
    // No git, or no clone: a number is the code that git's own failure has.
    if (['ENOENT', 128].includes((error as { code?: string | number }).code ?? '')) return null;
    throw error;
  }
}
