import { wholeTheme, type CaptureForm, type PageTheme, type Picture } from '@lynkify/domain';
import { lookWords } from './look-words.js';
import { same } from './same.js';

const longest = 60;

/** A text in a sentence, shortened. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return 'nothing';
  return `“${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}”`;
}

/** "Title: “A” becomes “B”", or nothing when they are the same. */
export function textChange(label: string, before: string | null, after: string | null): string[] {
  const [was, is] = [before ?? '', after ?? ''];
  if (was === is) return [];
  if (was === '') return [`${label}: ${quoted(is)} is new`];
  if (is === '') return [`${label} goes: ${quoted(was)}`];
  return [`${label}: ${quoted(was)} becomes ${quoted(is)}`];
}

/** A long text, of which only that it changed is said. */
export function proseChange(label: string, before: string | null, after: string | null): string[] {
  const [was, is] = [before ?? '', after ?? ''];
  if (was === is) return [];
  return [was === '' ? `${label} is new` : is === '' ? `${label} goes` : `${label} is rewritten`];
}

export function pictureChange(label: string, before: Picture | null, after: Picture | null): string[] {
  if (before?.id !== after?.id) return [before === null ? `${label} is new` : after === null ? `${label} goes` : `${label} is replaced`];
  return before?.alt !== after?.alt ? [`${label}: its description changes`] : [];
}

export function captureChange(before: CaptureForm | null, after: CaptureForm | null): string[] {
  if (before === null || after === null) return before === after ? [] : [after === null ? 'The signup form goes' : 'The signup form is new'];
  return [
    ...textChange('Signup heading', before.title, after.title),
    ...(before.consentText === after.consentText ? [] : ['Signup: new fans agree to new words']),
    ...(before.askName === after.askName ? [] : [after.askName ? 'Signup asks for a first name' : 'Signup no longer asks for a first name']),
  ];
}

export function lookChange(before: PageTheme, after: PageTheme): string[] {
  // What was published before there were looks says nothing of them.
  const { credit: hadCredit, ...was } = wholeTheme(before);
  const { credit, ...is } = wholeTheme(after);
  const change = was.look === is.look ? 'The look changes' : `The look “${lookWords.look[was.look]}” becomes “${lookWords.look[is.look]}”`;
  return [...(same(was, is) ? [] : [change]), ...(hadCredit === credit ? [] : [credit ? '“Made with Lynkify” is shown' : '“Made with Lynkify” goes'])];
}

/** What came, went, changed and moved in an ordered list of named things. */
export function listChange<Item>(before: readonly Item[], after: readonly Item[], { keyOf, nameOf, what, kept }: { keyOf(item: Item): string; nameOf(item: Item): string; what: string; kept(before: Item, after: Item): string[] }): string[] {
  const was = new Map(before.map((item) => [keyOf(item), item]));
  const is = new Map(after.map((item) => [keyOf(item), item]));
  const stayed = (items: readonly Item[], other: ReadonlyMap<string, Item>) => items.map(keyOf).filter((key) => other.has(key));
  return [
    ...after.filter((item) => !was.has(keyOf(item))).map((item) => `${nameOf(item)} is new`),
    ...before.filter((item) => !is.has(keyOf(item))).map((item) => `${nameOf(item)} goes`),
    ...after.flatMap((item) => {
      const former = was.get(keyOf(item));
      return former === undefined ? [] : kept(former, item);
    }),
    ...(same(stayed(before, is), stayed(after, was)) ? [] : [`${what} stand in another order`]),
  ];
}
