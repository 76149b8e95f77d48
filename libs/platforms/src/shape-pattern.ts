import type { UrlShape } from './platform.js';

const types: Readonly<Record<string, string>> = {
  any: '[^/]+',
  n: '[0-9]{1,20}',
  b62: '[A-Za-z0-9]{22}',
  cc: '[A-Za-z]{2}',
  lang: '[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?',
  locale: '[A-Za-z]{2}-[A-Za-z]{2}',
  asin: '[A-Za-z0-9]{10}',
  yt: '[A-Za-z0-9_-]{11}',
  uuid: '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}',
  word: '[A-Za-z0-9_-]+',
  user: '[A-Za-z0-9_.-]+',
  rest: '.+',
};

/** Where the brace that opens at `open` closes; a type may hold braces of its own, e.g. `{id:[0-9]{8}}`. */
function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let index = open; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error(`A brace of ${pattern} is not closed.`);
}

/** `/[intl-{_:lang}/]album/{id:b62}` as a regular expression over a path without its last slash. */
export function compilePath(pattern: string): RegExp {
  let source = '';
  let index = 0;
  while (index < pattern.length) {
    const character = pattern.charAt(index);
    if (character === '{') {
      const end = closingBrace(pattern, index);
      const inner = pattern.slice(index + 1, end);
      const colon = inner.indexOf(':');
      const name = colon < 0 ? inner : inner.slice(0, colon);
      const type = colon < 0 ? (name === 'cc' ? 'cc' : 'any') : inner.slice(colon + 1);
      // A type that is not in the table is itself a regular expression, e.g. `{id:BV[A-Za-z0-9]+}`.
      const body = types[type] ?? type;
      source += name === '_' ? `(?:${body})` : `(?<${name}>${body})`;
      index = end + 1;
      continue;
    }
    if (character === '[') source += '(?:';
    else if (character === ']') source += ')?';
    else source += character.replace(/[.*+?^$()|\\]/u, '\\$&');
    index += 1;
  }
  return new RegExp(`^${source}$`);
}

type Part = string | { name: string } | { optional: Part[] };

function parseTemplate(template: string): Part[] {
  const stack: Part[][] = [[]];
  const last = (): Part[] => stack.at(-1) ?? [];
  for (const token of template.split(/([[\]]|\{[^}]+\})/u)) {
    if (token === '') continue;
    if (token === '[') stack.push([]);
    else if (token === ']') {
      const optional = stack.pop() ?? [];
      last().push({ optional });
    } else if (token.startsWith('{')) last().push({ name: token.slice(1, -1) });
    else last().push(token);
  }
  return stack[0] ?? [];
}

function fillParts(parts: readonly Part[], values: Readonly<Record<string, string | undefined>>): string | null {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if ('name' in part) {
      const value = values[part.name];
      if (value === undefined) return null;
      out += value;
    } else out += fillParts(part.optional, values) ?? '';
  }
  return out;
}

/** A function that writes the canonical path from the groups that `compilePath` found. */
export function compileTemplate(template: string): (values: Readonly<Record<string, string | undefined>>) => string {
  const parts = parseTemplate(template);
  return (values) => fillParts(parts, values) ?? '';
}

/** A shape ready to be tried. */
export interface CompiledShape {
  shape: UrlShape;
  platform: string;
  pattern: RegExp;
  path: (values: Readonly<Record<string, string | undefined>>) => string;
  origin: string;
  query: readonly (readonly [string, NonNullable<UrlShape['query']>[string]])[];
}

/** Makes one shape of a platform ready; done once, when the catalogue is loaded. */
export function compileShape(platform: string, origin: string, shape: UrlShape): CompiledShape {
  return { shape, platform, pattern: compilePath(shape.path), path: compileTemplate(shape.to), origin: shape.origin ?? origin, query: Object.entries(shape.query ?? {}) };
}
