import { tooManyRequests } from '../request-error.js';

/** Lets a few at a time work and a bounded number wait, in order. */
export class Slots {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws RequestError TOO_MANY_REQUESTS when too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else if (this.waiting.length >= this.mostWaiting) throw tooManyRequests(5);
    // Whoever leaves hands the place over, so the count stays.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }
}
