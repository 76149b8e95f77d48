/** What a figure has to be for the experiment to pass. */
export interface Limit {
  is: 'at least' | 'at most' | 'exactly';
  value: number;
}

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** None: it is told and judged by nobody. */
  limit?: Limit;
  /** What a reader should know beside the number. */
  note?: string;
}

/** A benchmark says how fast something is, a soak that it holds under a fault. Found by the name of its file. */
export interface Experiment {
  kind: 'bench' | 'soak';
  name: string;
  description: string;
  run(context: Context): Promise<Figure[]>;
}

export interface Context {
  /** The version that runs in `npm test`: seconds, not minutes. */
  short: boolean;
  /** `--key=value` of the command line. */
  options: ReadonlyMap<string, string>;
  /** Empty, for this run alone, removed afterwards. */
  folder: string;
  say(text: string): void;
  /** Runs at the end, after an error or Ctrl-C as well, the last that was added first. */
  after(cleanUp: () => Promise<void>): void;
}

/** Whether a figure is as it has to be. */
export function holds({ value, limit }: Figure): boolean {
  if (!limit) return true;
  if (limit.is === 'at least') return value >= limit.value;
  return limit.is === 'at most' ? value <= limit.value : value === limit.value;
}

/** The figures that are not as they have to be. */
export function missed(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => !holds(figure));
}
