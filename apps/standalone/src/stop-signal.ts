/**
 * Ctrl-C or SIGTERM. npm and the terminal both pass one Ctrl-C on, so a second one counts only when it comes later.
 */
export class StopSignal {
  readonly requested: Promise<void>;
  isRequested = false;
  private since = 0;
  private readonly cleanups: (() => void)[] = [];
  private resolve: () => void = () => undefined;

  /** @param force ends everything at once: somebody is tired of waiting */
  constructor(private readonly force: () => void) {
    this.requested = new Promise((resolve) => {
      this.resolve = resolve;
    });
    process.on('SIGINT', this.receive).on('SIGTERM', this.receive).on('SIGHUP', this.receive);
  }

  /** Runs when it is time to stop, or never. */
  onStop(cleanup: () => void): void {
    if (this.isRequested) cleanup();
    else this.cleanups.push(cleanup);
  }

  release(): void {
    process.off('SIGINT', this.receive).off('SIGTERM', this.receive).off('SIGHUP', this.receive);
  }

  private readonly receive = (): void => {
    if (this.isRequested) {
      if (Date.now() - this.since < 1_000) return;
      this.force();
      process.exit(1);
    }
    this.isRequested = true;
    this.since = Date.now();
    for (const cleanup of this.cleanups) cleanup();
    this.resolve();
  };
}
