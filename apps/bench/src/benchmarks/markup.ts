import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { languages } from '@lynkify/domain';
import type { Experiment, Figure } from '../experiment.js';
import { browser } from '../traffic/fans.js';
import { seedMarkup } from '../markup/documents.js';
import { markupVisits, type MarkupVisit } from '../markup/visits.js';
import { startSystem } from '../system/system.js';

const run = promisify(execFile);

/** The least Java that the checker runs on. */
const leastJava = 11;

interface Message {
  type: string;
  subType?: string;
  url?: string;
  message: string;
  extract?: string;
}

/** The Nu HTML checker, the one behind validator.w3.org, over everything that the public origin answers with. */
const markup: Experiment = {
  kind: 'bench',
  name: 'markup',
  description: 'the Nu HTML checker over every kind of public page, in all looks and languages: it finds nothing',
  async run(context) {
    await requireJava();
    const system = await startSystem(context);
    const pages = await seedMarkup(system);
    const folder = join(context.folder, 'pages');
    mkdirSync(folder);
    const visits = markupVisits(pages, languages);
    context.say(`fetching ${visits.length} pages`);
    const wrong: string[] = [];
    for (const visit of visits) {
      const { status, html } = await fetchPage(system.renderer.url, visit);
      if (status !== visit.status) wrong.push(`${visit.name} answers ${status} instead of ${visit.status}`);
      writeFileSync(join(folder, `${visit.name.replaceAll(/[^a-z0-9]+/giu, '-')}.html`), html);
    }
    context.say('looking them over');
    const messages = await check(folder);
    for (const [message, { of, extract, times }] of kinds(messages)) context.say(`${times} × ${message} First in ${of}${extract === '' ? '' : `: ${extract}`}`);
    for (const problem of wrong) context.say(problem);
    const count = (type: string) => messages.filter((message) => (message.subType ?? message.type) === type).length;
    return [
      { name: 'pages looked over', value: visits.length, unit: '', limit: { is: 'at least', value: 100 } },
      { name: 'answers of another kind than expected', value: wrong.length, unit: '', limit: { is: 'exactly', value: 0 } },
      { name: 'errors', value: messages.length - count('warning') - count('info'), unit: '', limit: { is: 'exactly', value: 0 } },
      { name: 'warnings', value: count('warning') + count('info'), unit: '', limit: { is: 'exactly', value: 0 } },
    ] satisfies Figure[];
  },
};
export default markup;

/** Each kind of message once, with where it is first and how often. */
function kinds(messages: readonly Message[]): Map<string, { of: string; extract: string; times: number }> {
  const found = new Map<string, { of: string; extract: string; times: number }>();
  for (const { url, message, extract = '' } of messages) {
    const known = found.get(message);
    if (known) known.times += 1;
    else found.set(message, { of: url?.split('/').at(-1) ?? '', extract: extract.replaceAll(/\s+/gu, ' ').slice(-200), times: 1 });
  }
  return found;
}

/** @throws Error saying what to install */
async function requireJava(): Promise<void> {
  const said = await run('java', ['-version']).then(({ stdout, stderr }) => `${stdout}${stderr}`, () => '');
  const [, major = '0', minor = '0'] = /version "(\d+)(?:\.(\d+))?/u.exec(said) ?? [];
  // Java 8 calls itself 1.8.
  const version = major === '1' ? Number(minor) : Number(major);
  if (version < leastJava) throw new Error(`The Nu HTML checker needs Java ${leastJava} or newer as “java”; ${version === 0 ? 'there is none' : `there is ${version}`}. On Debian: apt-get install default-jre-headless.`);
}

/** As a person's browser, who takes no redirect. */
async function fetchPage(url: string, { path, headers = {}, form }: MarkupVisit): Promise<{ status: number; html: string }> {
  const answer = await fetch(`${url}${path}`, {
    redirect: 'manual',
    headers: { ...browser, ...headers, ...(form && { origin: url }) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    signal: AbortSignal.timeout(15_000),
  });
  return { status: answer.status, html: await answer.text() };
}

/** What the checker says of the pages of a folder, each kind of message. @throws when it does not run */
async function check(folder: string): Promise<Message[]> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const { stdout } = await run('java', ['-Xss1m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder], { maxBuffer: 64 * 1_048_576 });
  return (JSON.parse(stdout) as { messages: Message[] }).messages;
}

