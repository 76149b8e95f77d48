import type { Answer } from '../answers/answer.js';
import { type Way, waysOf } from './ways.js';
import type { PageRecord } from './page-record.js';

/** A compiled answer and until when it is true (epoch milliseconds). */
export interface Variant {
  answer: Answer;
  validUntil: number;
}

/** A page in memory, with everything that was made of it so far. Replaced as a whole by the next version. */
export interface HeldPage extends PageRecord {
  /** When the API last said that this version is the current one; 0: not since the last news of the page. */
  checkedAt: number;
  /** When the API was last asked because of a visit. */
  triedAt: number;
  /** Where its `/go/…` addresses lead. */
  ways: ReadonlyMap<string, Way>;
  variants: Map<string, Variant>;
  bytes: number;
}

export function holdPage(record: PageRecord, checkedAt: number): HeldPage {
  const ways = waysOf(record.document);
  // A parsed document takes about four times its text.
  const bytes = JSON.stringify(record.document).length * 4 + ways.size * 600 + 1_000;
  return { ...record, checkedAt, triedAt: 0, ways, variants: new Map(), bytes };
}
