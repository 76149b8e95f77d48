/**
 * Values by a word, asked with a piece of a longer text: no piece is cut out and no hash made of all its characters, which
 * is what a `Map` costs most for. Filled once, small, never emptied.
 */
export class TextTable<Value> {
  private readonly buckets: { word: string; value: Value }[][];
  private readonly mask: number;

  constructor(entries: readonly (readonly [word: string, value: Value])[]) {
    let size = 16;
    while (size < entries.length * 2) size *= 2;
    this.mask = size - 1;
    this.buckets = Array.from({ length: size }, () => []);
    for (const [word, value] of entries) this.buckets[this.slot(word, 0, word.length)]?.push({ word, value });
  }

  private slot(text: string, from: number, to: number): number {
    const length = to - from;
    const first = text.charCodeAt(from);
    const middle = text.charCodeAt(from + (length >> 1));
    const quarter = text.charCodeAt(from + (length >> 2));
    const last = text.charCodeAt(to - 1 - (length >> 3));
    return (Math.imul(Math.imul(Math.imul(Math.imul(length, 31) + first, 31) + middle, 31) + quarter, 31) + last) & this.mask;
  }

  /** The value of the word that stands in a text from one place to before another. */
  get(text: string, from: number, to: number): Value | undefined {
    if (to <= from) return undefined;
    const bucket = this.buckets[this.slot(text, from, to)];
    if (bucket === undefined) return undefined;
    for (let index = 0; index < bucket.length; index += 1) {
      const held = bucket[index];
      if (held !== undefined && held.word.length === to - from && text.startsWith(held.word, from)) return held.value;
    }
    return undefined;
  }
}
