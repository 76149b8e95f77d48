import { count, formatNumber } from '../../format.js';

export const outcomes = ['REFUSED', 'CREATED', 'COMPLETED', 'UNCHANGED', 'WAITING'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of a line, in a word. */
export const outcomeWords: Readonly<Record<Outcome, { label: string; color: string }>> = {
  CREATED: { label: 'New', color: 'green' },
  COMPLETED: { label: 'Completed', color: 'green' },
  UNCHANGED: { label: 'Unchanged', color: 'gray' },
  REFUSED: { label: 'Refused', color: 'red' },
  WAITING: { label: 'Waiting', color: 'gray' },
};

export type Status = 'READY' | 'READING' | 'RUNNING' | 'FINISHED' | 'CANCELLED' | 'FAILED';

export const statusWords: Readonly<Record<Status, { label: string; color: string }>> = {
  READY: { label: 'Waits for you', color: 'yellow' },
  READING: { label: 'Reading', color: 'gray' },
  RUNNING: { label: 'Running', color: 'gray' },
  FINISHED: { label: 'Finished', color: 'green' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  FAILED: { label: 'Failed', color: 'red' },
};

export const isGoing = (status: Status): boolean => status === 'READING' || status === 'RUNNING';

/** The filter of an import's lines, as the address has it. */
export function readOutcome(value: unknown): { outcome?: Outcome } {
  const outcome = outcomes.find((known) => known === value);
  return outcome ? { outcome } : {};
}

export interface Counts {
  total: number;
  waiting: number;
  created: number;
  completed: number;
  unchanged: number;
  refused: number;
}

/** What an import came to, in one sentence: "40 new, 2 completed, 3 refused". */
export function sumOf({ created, completed, unchanged, refused }: Counts): string {
  const parts = [
    created > 0 && `${formatNumber(created)} new`,
    completed > 0 && `${formatNumber(completed)} completed`,
    unchanged > 0 && `${formatNumber(unchanged)} unchanged`,
    refused > 0 && `${formatNumber(refused)} refused`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing yet' : parts.join(', ');
}

/** How many lines were done at a moment (epoch ms). */
export interface Sample {
  at: number;
  done: number;
}

/** Past so long the pace of before says nothing about now. */
const remembered = 15_000;

/** Adds a sample and forgets what is too old to tell the pace; begins anew when lines were put back. */
export function withSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && last.done > next.done) return [next];
  return [...samples.filter(({ at }) => next.at - at <= remembered), next];
}

/** How fast lines are taken and how long the rest takes: "12 lines a second, about 2 minutes left". Empty until it can be said. */
export function paceOf(samples: readonly Sample[], waiting: number): string {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 2_000 || last.done === first.done) return '';
  const perSecond = ((last.done - first.done) * 1000) / (last.at - first.at);
  const pace = perSecond >= 1 ? `${count(Math.round(perSecond), 'line', 'lines')} a second` : `${count(Math.max(1, Math.round(perSecond * 60)), 'line', 'lines')} a minute`;
  return waiting === 0 ? pace : `${pace}, about ${timeOf(waiting / perSecond)} left`;
}

/** A length of time as people say it. */
export function timeOf(seconds: number): string {
  if (seconds < 90) return count(Math.max(1, Math.round(seconds)), 'second', 'seconds');
  if (seconds < 90 * 60) return count(Math.round(seconds / 60), 'minute', 'minutes');
  return count(Math.round(seconds / 3600), 'hour', 'hours');
}
