import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { badInput } from './request-error.js';

/** With the flag u, a surrogate that has its other half is no surrogate. */
const loneSurrogate = /\p{Surrogate}/u;

/** No input of ours nests deeper; more than this would only wear out whoever walks it. */
const deepest = 32;

/**
 * Refuses what Postgres cannot keep, before anything looks at it: the null character, halves of a surrogate pair, and
 * values that nest without end.
 */
@Injectable()
export class StorableInput implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    // What we make ourselves (the viewer), and a body that is read as text, line by line, where one bad line must not stop the others.
    if (type === 'custom' || (data === undefined && typeof value === 'string')) return value;
    requireStorable(value, data ?? 'input');
    return value;
  }
}

function requireStorable(input: unknown, name: string): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') requireText(value, path || name);
    if (typeof value !== 'object' || value === null || value instanceof Date) continue;
    if (depth >= deepest) throw badInput({ [path.split('.', 3).join('.')]: `This nests deeper than ${deepest} levels.` });
    for (const [key, inner] of Object.entries(value)) {
      requireText(key, path || name);
      waiting.push({ value: inner, path: path ? `${path}.${key}` : key, depth: depth + 1 });
    }
  }
}

function requireText(text: string, path: string): void {
  if (text.includes('\u0000') || loneSurrogate.test(text)) throw badInput({ [path]: 'This holds a character that no text has. Type it again instead of pasting it.' });
}
