import { type Logger, reasonOf } from '../log.js';
import type { SaltsByDay, VisitorSalts } from './visitor-salts.js';

const day = 86_400_000;
const hour = 3_600_000;
const answerTime = 5_000;
const firstPause = 1_000;
const longestPause = 60_000;

export interface SaltAgreementOptions {
  apiUrl: string;
  rendererKey: string;
  salts: VisitorSalts;
  log: Logger;
}

/**
 * Sees to it that all renderers of an instance count under the same salt: each proposes what it holds for today and
 * tomorrow, the API says what holds. So tomorrow's is there a day ahead, and a salt that the API lost comes back. While
 * the API is away visitors are counted under what is held.
 */
export class SaltAgreement {
  private timer: NodeJS.Timeout | null = null;
  private asking: Promise<boolean> | null = null;
  private failures = 0;
  private stopped = false;

  constructor(private readonly options: SaltAgreementOptions) {}

  /**
   * Asks at once, and from then on every hour and at midnight.
   * @returns when there is a salt to begin with; on the very first start that takes an answer, or so many milliseconds
   */
  async start(patience: number): Promise<void> {
    const { salts } = this.options;
    salts.forgetOld(Date.now());
    const isFirst = !salts.holds(Date.now());
    const answered = this.askNow();
    if (isFirst) await Promise.race([answered, new Promise((enough) => setTimeout(enough, patience).unref())]);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** The API may have come back, or lost what it held. */
  askNow(): Promise<boolean> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
      if (!this.stopped) this.sleep();
    });
    return this.asking;
  }

  private async ask(): Promise<boolean> {
    const { salts, log } = this.options;
    try {
      const now = Date.now();
      salts.forgetOld(now);
      const agreed = await this.propose(salts.proposals(now));
      salts.adopt(agreed, Date.now());
      if (this.failures > 0) log.info('the salts of visitors are agreed on again');
      this.failures = 0;
      return true;
    } catch (error) {
      if (this.failures === 0) log.warn({ reason: reasonOf(error) }, 'the salts of visitors could not be agreed on, visitors are counted under what is held');
      this.failures += 1;
      return false;
    }
  }

  private async propose(proposals: SaltsByDay): Promise<SaltsByDay> {
    const response = await fetch(`${this.options.apiUrl}/internal/visitor-salts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.options.rendererKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ salts: proposals }),
      signal: AbortSignal.timeout(answerTime),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the API answered ${response.status}`);
    }
    return readSalts(await response.json());
  }

  private sleep(): void {
    const now = Date.now();
    const untilMidnight = day - (now % day);
    const pause = this.failures === 0 ? hour : Math.min(longestPause, firstPause * 2 ** Math.min(this.failures - 1, 10));
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.askNow(), Math.min(pause, untilMidnight) + Math.random() * 500).unref();
  }
}

function readSalts(answer: unknown): SaltsByDay {
  const salts = typeof answer === 'object' && answer !== null && 'salts' in answer ? answer.salts : null;
  if (typeof salts !== 'object' || salts === null) throw new Error('the API answered something else');
  return Object.fromEntries(Object.entries(salts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
