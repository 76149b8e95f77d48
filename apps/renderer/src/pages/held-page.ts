import { PageForms, type Variant } from './variants.js';
import type { PageRecord } from './page-record.js';
import { type Way, waysOf } from './ways.js';

/** A page in memory, with everything that was made of it so far. Replaced as a whole by the next version. */
export interface HeldPage extends PageRecord {
  /** When the API last said that this version is the current one; 0: not since the last news of the page. */
  checkedAt: number;
  /** When the API was last asked because of a visit. */
  triedAt: number;
  /** Where its `/go/…` addresses lead. */
  ways: ReadonlyMap<string, Way>;
  /** Whether it may have ended or asks for a password. Few do: nothing else of a visit looks at that. */
  guarded: boolean;
  /** What it looks different for. */
  forms: PageForms;
  /** By their numbers. */
  variants: Map<number, Variant>;
  bytes: number;
}

export function holdPage(record: PageRecord, checkedAt: number): HeldPage {
  const ways = waysOf(record.document);
  const forms = new PageForms(record.document);
  const bytes = entryBytes(record.path) + documentBytes(JSON.stringify(record.document)) + 600 + ways.size * 200 + forms.bytes;
  const guarded = record.document.kind === 'smart-link' && record.document.access !== undefined;
  return { ...record, checkedAt, triedAt: 0, ways, guarded, forms, variants: new Map(), bytes };
}

/** What a parsed document takes: its text, and as much again for the objects and the heads of its strings. */
function documentBytes(text: string): number {
  return text.length * 2;
}

/** What a place in a map costs besides its value. */
export function entryBytes(key: string): number {
  return key.length + 150;
}
