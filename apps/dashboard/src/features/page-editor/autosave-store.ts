import { begin, edit, fail, keepMine, moveOn, notice, send, sendable, settle, takeTheirs, unsaved, type Messages, type SaveOutcome, type SaveState, type Snapshot } from './autosave.js';

interface AutosaveOptions<Draft extends object> {
  /** Saves some fields on top of a version. Throws when it could not be asked. */
  save(part: Partial<Draft>, draft: Draft, version: number): Promise<SaveOutcome<Draft>>;
  /** What is wrong with a draft before anybody is asked. */
  problems(draft: Draft): Messages;
  /** Words for what `save` threw. */
  failureOf(error: unknown): string;
  /** Milliseconds without typing before a save. */
  delay?: number;
}

/** A form that saves itself: one save at a time, nothing typed is lost, failures stay until they are over. */
export class AutosaveStore<Draft extends object> {
  private state: SaveState<Draft>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private line: Promise<unknown> = Promise.resolve();

  constructor(first: Snapshot<Draft>, private readonly options: AutosaveOptions<Draft>) {
    this.state = begin(first);
  }

  readonly getState = (): SaveState<Draft> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly edit = (patch: Partial<Draft>): void => {
    this.become(edit(this.state, patch));
    this.soon();
  };

  /** Saves now what can be saved. True: nothing is left unsaved. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    await this.inLine(() => this.saveAll());
    return unsaved(this.state).length === 0 && this.state.phase === 'resting';
  };

  /**
   * Does another save of the same thing in its turn, so that the two do not count as strangers.
   * @param heldIn what the server holds afterwards, where such a save may fill in fields of the form
   */
  readonly run = <Result extends { version: number }>(save: () => Promise<Result>, heldIn?: (result: Result) => Draft): Promise<Result> =>
    this.inLine(async () => {
      const result = await save();
      this.become(moveOn(this.state, result.version, heldIn?.(result)));
      return result;
    });

  /** Takes notice of what the server holds now. */
  readonly notice = (snapshot: Snapshot<Draft>): void => this.become(notice(this.state, snapshot));

  readonly takeTheirs = (): void => this.become(takeTheirs(this.state));

  readonly keepMine = (): void => {
    this.become(keepMine(this.state));
    void this.flush();
  };

  dispose(): void {
    clearTimeout(this.timer);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.options.delay ?? 800);
  }

  private inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    // Whoever stands behind a failed one is served all the same.
    const turn = this.line.then(work, work);
    this.line = turn.then(nothing, nothing);
    return turn;
  }

  private async saveAll(): Promise<void> {
    for (;;) {
      if (this.state.phase === 'stale') return;
      const part = sendable(this.state, this.options.problems(this.state.draft));
      if (Object.keys(part).length === 0) return;
      this.become(send(this.state, part));
      try {
        const outcome = await this.options.save(part, this.state.draft, this.state.version);
        this.become(settle(this.state, outcome, Date.now()));
      } catch (error) {
        this.become(fail(this.state, this.options.failureOf(error)));
      }
      if (this.state.phase === 'failed') return;
    }
  }

  private become(state: SaveState<Draft>): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function nothing(): void {}
