import { accept, refuse, type Result } from './result.js';

export type TextRefusal = 'TEXT_EMPTY' | 'TEXT_TOO_LONG';

/** Least and most code points of a title or a name. */
export const titleLength = { min: 1, max: 200 } as const;

/**
 * Characters that are not there to be read: controls, lone surrogates, zero-width spaces, and the embeddings, overrides
 * and isolates that turn the text around them (Unicode TR36, section 3). The joiners stay: emoji and Persian need them.
 */
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** One line of text as it is stored: NFC, nothing unreadable, single spaces, trimmed. */
export function cleanText(text: string): string {
  return text.replace(unreadable, '').normalize('NFC').replace(/[\s\u0085]+/gu, ' ').trim();
}

/** Several lines of text as they are stored: each line clean, at most one empty line between paragraphs. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/u)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** How many code points a text has, which is what its limits count. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A clean one-line text within limits in code points. `what` names it in messages, e.g. "title". */
export function parseText(text: string, what: string, limits: { min: number; max: number } = titleLength): Result<string, TextRefusal> {
  const cleaned = cleanText(text);
  const length = codePoints(cleaned);
  if (length < limits.min) return refuse('TEXT_EMPTY', [what], `Enter a ${what}.`);
  if (length > limits.max) return refuse('TEXT_TOO_LONG', [what], `The ${what} has ${length} characters; at most ${limits.max} fit.`);
  return accept(cleaned);
}

/** The title of a release or a track. */
export function parseTitle(text: string): Result<string, TextRefusal> {
  return parseText(text, 'title');
}

/** The name of an artist, a workspace or a person. */
export function parseName(text: string): Result<string, TextRefusal> {
  return parseText(text, 'name');
}
