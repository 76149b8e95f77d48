/** The line is too long to wait in. */
export class TooMany extends Error {}

/** Lets so many pass at once and so many wait; whoever comes after that is refused at once. */
export class Gate {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  async pass<T>(act: () => Promise<T>): Promise<T> {
    if (this.inside >= this.most) {
      if (this.queue.length >= this.mostWaiting) throw new TooMany('too many wait already');
      await new Promise<void>((turn) => this.queue.push(turn));
    } else {
      this.inside += 1;
    }
    try {
      return await act();
    } finally {
      const next = this.queue.shift();
      // The place is handed on, so the count stays.
      if (next) next();
      else this.inside -= 1;
    }
  }
}
