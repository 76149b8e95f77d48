import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startLoad, type LoadAnswer, type LoadReport } from '../system/load.js';
import type { SeededPage } from '../system/seed.js';

export const kinds = ['visit', 'click', 'capture'] as const;
export type EventKind = (typeof kinds)[number];

/** A browser that people have; with it an event counts as a person's. */
export const browser = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-GB,en;q=0.9',
  'accept-encoding': 'gzip, deflate, br',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
};

/** A program that says so: what it fetches is no person's visit. */
export const program = { 'user-agent': 'curl/8.14.1' };

/** What a page and its first redirect answer when all is well. */
interface Expected {
  title: string;
  destinations: number;
  location: string;
}

export interface FanTrafficOptions {
  /** Origin of the pages. */
  url: string;
  pages: readonly SeededPage[];
  perSecond: number;
  connections?: number;
  /** Whether a request that fails or answers 503 at this moment says nothing: the renderer itself is dead. */
  isExcused?: () => boolean;
}

/** Of ten requests of one fan after the other: five visits, four clicks, one email given. */
function kindOf(n: number): EventKind {
  if (n % 10 === 9) return 'capture';
  return n % 2 === 0 ? 'visit' : 'click';
}

/** Milliseconds in which a page is there while all is well. */
const learnt = 15_000;

/** So many requests pass before a fan gives their email: in the first moments after their visit they would pass for a program. */
const readingTime = 2_000;

/**
 * Fans who visit, click and give their email, each request with a number of its own as `utm_content`, and a book of what
 * was acknowledged. Each fan has an address of their own behind the one proxy that the renderer trusts (TRUST_PROXY=1).
 */
export class FanTraffic {
  readonly acknowledged: Readonly<Record<EventKind, Set<number>>> = { visit: new Set(), click: new Set(), capture: new Set() };
  /** When each number was acknowledged, in epoch milliseconds of this process's clock. */
  readonly answeredAt = new Map<number, number>();
  readonly sent: Record<EventKind, number> = { visit: 0, click: 0, capture: 0 };
  /** Answers that are not what they have to be, and requests that failed, while the renderer lived. */
  readonly wrong: string[] = [];
  /** Requests that met a renderer that was dead. */
  excused = 0;
  private from = 0;
  private load: ReturnType<typeof startLoad> | null = null;
  private stamp = '';
  private expected: readonly Expected[] = [];

  constructor(private readonly options: FanTrafficOptions) {}

  /** Number of the first request of the next stretch. */
  get next(): number {
    return this.from;
  }

  /** Begins to send; the numbers go on where an earlier stretch ended. */
  async start(): Promise<void> {
    const { url, pages, perSecond, connections = 64 } = this.options;
    await this.learn();
    const { from } = this;
    this.load = startLoad({
      perSecond,
      connections,
      keepBody: true,
      url: (n) => `${url}${this.addressOf(from + n)}?utm_source=bench&utm_content=${from + n}`,
      headers: (n) => ({ ...browser, 'x-forwarded-for': addressOfFan(fanOf(from + n)), ...this.cameFrom(from + n) }),
      form: (n) => {
        this.sent[kindOf(from + n)] += 1;
        return kindOf(from + n) === 'capture' ? { email: emailOf(from + n), consent: 'yes', website: '', t: this.stamp } : null;
      },
      onAnswer: (n, status, answer) => this.note(from + n, pages.length, status, answer),
      onFailure: (n, error) => this.complain(`${kindOf(from + n)} ${from + n}: ${(error as NodeJS.ErrnoException).code ?? error.message}`),
    });
  }

  async stop(): Promise<LoadReport> {
    if (!this.load) throw new Error('No fans are under way.');
    const report = await this.load.stop();
    this.load = null;
    this.from += report.sent;
    return report;
  }

  /** Sends for so many milliseconds. */
  async during(milliseconds: number): Promise<LoadReport> {
    await this.start();
    await delay(milliseconds);
    return this.stop();
  }

  /** Looks at each page while all is well, and takes a form of now: the same has to come whatever happens afterwards. */
  private async learn(): Promise<void> {
    const { url, pages } = this.options;
    this.expected = await Promise.all(pages.map(async ({ path, goPath }) => {
      const html = await (await fetch(`${url}${path}`, { headers: program, signal: AbortSignal.timeout(learnt) })).text();
      const stamp = /name="t" value="([^"]+)"/u.exec(html)?.[1];
      const title = /<title>[^<]+<\/title>/u.exec(html)?.[0];
      const location = (await fetch(`${url}${goPath}`, { headers: program, redirect: 'manual', signal: AbortSignal.timeout(learnt) })).headers.get('location');
      if (stamp === undefined || title === undefined || location === null) throw new Error(`The page at ${path} is not as expected:\n${html.slice(0, 500)}`);
      this.stamp = stamp;
      return { title, destinations: countDestinations(html), location };
    }));
  }

  private addressOf(n: number): string {
    const { pages } = this.options;
    const { path = '', goPath = '' } = pages[pageOf(n, pages.length)] ?? {};
    const kind = kindOf(n);
    return kind === 'click' ? goPath : kind === 'capture' ? `${path}/join` : path;
  }

  private cameFrom(n: number): Record<string, string> {
    const { url, pages } = this.options;
    if (kindOf(n) === 'visit') return {};
    return { referer: `${url}${pages[pageOf(n, pages.length)]?.path ?? ''}`, 'sec-fetch-site': 'same-origin', ...(kindOf(n) === 'capture' ? { origin: url } : {}) };
  }

  private note(n: number, pages: number, status: number, { headers, body }: LoadAnswer): void {
    const kind = kindOf(n);
    const expected = this.expected[pageOf(n, pages)];
    const problem = kind === 'visit' ? wrongPage(expected, status, headers['content-encoding'], body)
      : kind === 'click' ? (status === 302 && headers.location === expected?.location ? null : `${status} to ${headers.location}`)
      : (status === 303 && headers.location?.endsWith('/joined') ? null : `${status}`);
    if (problem === null) {
      this.acknowledged[kind].add(n);
      this.answeredAt.set(n, Date.now());
    } else this.complain(`${kind} ${n}: ${problem}`);
  }

  private complain(what: string): void {
    if (this.options.isExcused?.()) this.excused += 1;
    else this.wrong.push(what);
  }
}

/** A click is the click of whoever visited just before; an email comes from somebody who visited a while ago, or elsewhere. */
function fanOf(n: number): number {
  if (kindOf(n) === 'visit') return n;
  if (kindOf(n) === 'click') return n - 1;
  return n < readingTime ? n : n - 1 - readingTime;
}

const pageOf = (n: number, pages: number) => fanOf(n) % pages;
const addressOfFan = (fan: number) => `10.${(fan >> 16) & 255}.${(fan >> 8) & 255}.${fan & 255}`;
export const emailOf = (n: number) => `fan-${n}@example.com`;
const countDestinations = (html: string) => html.split('/go/').length - 1;

function wrongPage(expected: Expected | undefined, status: number, encoding: string | undefined, body: Buffer): string | null {
  if (status !== 200) return `${status}`;
  const html = (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString();
  if (!expected || !html.includes(expected.title) || !html.includes('</html>')) return 'another page than its own';
  return countDestinations(html) === expected.destinations ? null : `${countDestinations(html)} destinations instead of ${expected.destinations}`;
}
