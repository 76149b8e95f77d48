import type { PublishedDocument } from '@lynkify/domain';
import type { Answer } from '../answers/answer.js';

/** What of a fan a page may look different for. */
export interface Fan {
  /** The platform that they chose last, by their cookie. */
  platform: string | null;
}

/** Which form of a page that leads to. Every field is one of few values that the page itself lists, or empty. */
export interface Choice {
  platform: string;
}

interface Dimension {
  name: keyof Choice;
  /** The values besides "none of them" that make a difference on this page. Finite, and by the page alone. */
  valuesOf: (document: PublishedDocument) => readonly string[];
  /** What a fan brings; it counts only if it is among those values. */
  of: (fan: Fan) => string | null;
}

/**
 * Everything that one page may be drawn differently for, besides time. A further one (a class of territories, a language)
 * is one more entry here and one more field of `Choice`. A theme is none: one style sheet serves light and dark.
 */
const dimensions: readonly Dimension[] = [
  { name: 'platform', valuesOf: (document) => (document.kind === 'smart-link' ? document.destinations.map(({ platform }) => platform) : []), of: ({ platform }) => platform },
];

/** However many a page's dimensions would make, no more of its forms are kept; the one drawn first goes. */
export const mostVariants = 64;

/** A dimension as far as this page has it. */
export interface PageDimension {
  name: keyof Choice;
  values: ReadonlySet<string>;
  of: Dimension['of'];
}

export function dimensionsOf(document: PublishedDocument): readonly PageDimension[] {
  return dimensions
    .map(({ name, valuesOf, of }) => ({ name, values: new Set(valuesOf(document)), of }))
    .filter(({ values }) => values.size > 0);
}

/** The name of the form that a fan gets. */
export function variantKey(page: readonly PageDimension[], fan: Fan): string {
  let key = '';
  for (const { values, of } of page) {
    const value = of(fan);
    key += value !== null && values.has(value) ? `${value}|` : '|';
  }
  return key;
}

export function choiceOf(page: readonly PageDimension[], fan: Fan): Choice {
  const choice: Choice = { platform: '' };
  for (const { name, values, of } of page) {
    const value = of(fan);
    if (value !== null && values.has(value)) choice[name] = value;
  }
  return choice;
}

/** Someone of whom nothing is known: most fans. */
export const anyone: Fan = { platform: null };

/** A compiled answer and when it is true (epoch milliseconds). */
export interface Variant {
  answer: Answer;
  validFrom: number;
  validUntil: number;
  /** What takes its place at `validUntil`, drawn shortly before. */
  next: Variant | null;
  /** That is being drawn. */
  drawingNext: boolean;
}
