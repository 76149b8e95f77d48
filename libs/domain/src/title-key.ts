/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

const romanNumbers: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10' };

/** Longest part of a text that is compared. Titles are at most 200 characters; a service may send anything. */
const mostCompared = 400;

/**
 * A text for comparing, in words: without case, without the accents of Latin letters (other scripts' marks make other
 * letters), width and ligatures folded, `&` and `+` read as "and", `$` and `!` inside a word as the letters they stand for.
 */
export function foldWords(text: string): string {
  return text
    .slice(0, mostCompared)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/(?<=\p{L})\$|\$(?=\p{L})/gu, 's')
    .replace(/(?<=\p{L})!(?=\p{L})/gu, 'i')
    .replace(/\s*[&+＋]\s*/gu, ' and ')
    .replace(/(?<=\p{L})['’‘`´](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The form in which two titles or names are compared: the folded words without spaces, parts and volumes numbered in
 * one way (`Pt. II` is `Part 2`). A text of signs alone (`!!!`, `÷`) is compared as it is.
 */
export function compareKey(text: string): string {
  const words = foldWords(text);
  if (words === '') return text.slice(0, mostCompared).normalize('NFKC').replace(/\s+/gu, '');
  return words
    .replace(/\b(?:part|pt) ([ivx]+|[0-9]+)\b/gu, (_all, number: string) => `part${romanNumbers[number] ?? number}`)
    .replace(/\b(?:volume|vol) ([ivx]+|[0-9]+)\b/gu, (_all, number: string) => `volume${romanNumbers[number] ?? number}`)
    .replaceAll(' ', '');
}

/** How alike two keys are, from 0 to 1: twice the pairs of neighbouring characters that they share, by all pairs (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (key: string) => Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) shared += 1;
    counts.set(pair, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}
