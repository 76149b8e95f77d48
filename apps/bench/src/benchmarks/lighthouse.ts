import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserPath, Installation, until } from '@lynkify/testing';
import { ofTheMachine } from '../environment.js';
import type { Context, Experiment, Figure } from '../experiment.js';
import { tool } from '../system/tool.js';

/** 13 wants Node 22. */
const version = '12.8.2';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string; numericValue?: number }>;
}

/** Lighthouse as it comes: its mobile preset, a phone of the middle class on slow 4G, one cold load a run. */
const lighthouse: Experiment = {
  kind: 'bench',
  name: 'lighthouse',
  description: 'Lighthouse (mobile) of a smart link and a bio page of the demo: 100 four times, median of five',
  async run(context) {
    const folder = await tool('lighthouse', version, context.say);
    const installation = await Installation.make();
    context.after(() => installation.remove());
    context.say('starting the product with its demo');
    await installation.start().served(240_000);

    const pages = await demoPages(`http://localhost:${installation.ports.pages}`);
    const figures: Figure[] = [];
    for (const [name, address] of Object.entries(pages)) figures.push(...(await measure(name, address, folder, context)));
    return figures;
  },
};
export default lighthouse;

/** The first bio page and the first smart link with pictures, as the sitemap has them. */
async function demoPages(origin: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await until(async () => {
    const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
    for (const [, address = ''] of sitemap.matchAll(/<loc>([^<]+)<\/loc>/gu)) {
      const kind = new URL(address).pathname.split('/').length === 2 ? 'bio page' : 'smart link';
      if (!(kind in found) && (await (await fetch(address)).text()).includes('<picture')) found[kind] = address;
    }
    return Object.keys(found).length === 2;
  }, 30_000);
  return found;
}

async function measure(name: string, address: string, folder: string, context: Context): Promise<Figure[]> {
  const reports: Report[] = [];
  for (let run = 1; run <= (context.short ? 1 : 5); run += 1) {
    const report = await look(address, folder, context);
    reports.push(report);
    context.say(`${name}, run ${run}: ${categories.map((category) => `${category} ${scoreOf(report, category)}`).join(', ')}`);
  }
  const last = reports.at(-1);
  const wrong = Object.values(last?.audits ?? {}).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary');
  return [
    ...categories.map((category): Figure => ({ name: `${name}: ${category}`, value: median(reports.map((report) => scoreOf(report, category))), unit: 'of 100', limit: { is: 'exactly', value: 100 }, note: category === 'performance' ? undefined : wrong.map(({ title }) => title).join('; ') || undefined })),
    ...([['first-contentful-paint', 'first contentful paint', 'ms'], ['largest-contentful-paint', 'largest contentful paint', 'ms'], ['total-blocking-time', 'total blocking time', 'ms'], ['cumulative-layout-shift', 'cumulative layout shift', ''], ['total-byte-weight', 'weight', 'bytes']] as const).map(
      ([audit, what, unit]): Figure => ({ name: `${name}: ${what}`, value: median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN)), unit, ...(audit === 'cumulative-layout-shift' && { limit: { is: 'exactly', value: 0 } }) }),
    ),
  ];
}

const scoreOf = ({ categories: scores }: Report, category: string) => Math.round((scores[category]?.score ?? 0) * 100);

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One run in a browser of its own, which the command line of Lighthouse starts and ends. */
async function look(address: string, folder: string, context: Context): Promise<Report> {
  const file = join(context.folder, 'report.json');
  const flags = ['--headless=new', '--disable-gpu', '--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const args = [join(folder, 'cli/index.js'), address, '--quiet', '--no-enable-error-reporting', '--output=json', `--output-path=${file}`, `--only-categories=${categories.join(',')}`, `--chrome-flags=${flags.join(' ')}`];
  const child = spawn(process.execPath, args, { env: { ...ofTheMachine, CHROME_PATH: browserPath() }, stdio: ['ignore', 'ignore', 'pipe'] });
  context.after(async () => void child.kill());
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((ended) => child.once('close', ended));
  if (code !== 0) throw new Error(`Lighthouse could not look at ${address}:\n${said.trim()}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}
