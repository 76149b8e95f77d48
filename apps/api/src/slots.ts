import { tooManyRequests } from './request-error.js';

/** Lets a few at a time work and a bounded number wait, in order. */
export class Slots {
  private working = 0;
  private readonly waiting: { enter: () => void; leave: (error: Error) => void }[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws RequestError TOO_MANY_REQUESTS when too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else if (this.waiting.length >= this.mostWaiting) throw tooManyRequests(5);
    // Whoever leaves hands the place over, so the count stays.
    else await new Promise<void>((enter, leave) => this.waiting.push({ enter, leave }));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.enter();
      else this.working -= 1;
    }
  }

  /** Sends away whoever waits, for this reason: what they wait for is not to be had. */
  turnAway(reason: Error): void {
    for (const { leave } of this.waiting.splice(0)) leave(reason);
  }
}
