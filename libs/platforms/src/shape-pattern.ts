import type { Entity, UrlShape } from './platform.js';

const types: Readonly<Record<string, string>> = {
  any: '[^/]+',
  n: '[0-9]{1,20}',
  b62: '[A-Za-z0-9]{22}',
  cc: '[A-Za-z]{2}',
  lang: '[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?',
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

/** A path's regular expression, and the names of its groups in their order. */
export interface CompiledPath {
  pattern: RegExp;
  names: string[];
}

/** `[/intl-{_:lang}]/album/{id:b62}` as a regular expression over a path without its last slash. */
export function compilePath(path: string): CompiledPath {
  let source = '';
  const names: string[] = [];
  let index = 0;
  while (index < path.length) {
    const character = path.charAt(index);
    if (character === '{') {
      const end = closingBrace(path, index);
      const inner = path.slice(index + 1, end);
      const colon = inner.indexOf(':');
      const name = colon < 0 ? inner : inner.slice(0, colon);
      const type = colon < 0 ? (name === 'cc' ? 'cc' : 'any') : inner.slice(colon + 1);
      // A type that is not in the table is itself a regular expression, e.g. `{id:BV[A-Za-z0-9]+}`.
      const body = types[type] ?? type;
      source += name === '_' ? `(?:${body})` : `(${body})`;
      if (name !== '_') names.push(name);
      index = end + 1;
      continue;
    }
    if (character === '[') source += '(?:';
    else if (character === ']') source += ')?';
    else source += character.replace(/[.*+?^$()|\\]/u, '\\$&');
    index += 1;
  }
  return { pattern: new RegExp(`^${source}$`), names };
}

/** A segment that every path of a shape has, written out; null where there is none. */
export function wordOf(path: string): string | null {
  let outside = '';
  for (let index = 0; index < path.length; index += 1) {
    const character = path.charAt(index);
    if (character === '{') {
      index = closingBrace(path, index);
      outside += '{';
    } else if (character === '[') {
      let depth = 1;
      const whole = path.charAt(index + 1) === '/';
      while (depth > 0) {
        index += 1;
        const inner = path.charAt(index);
        if (inner === '{') index = closingBrace(path, index);
        else if (inner === '[') depth += 1;
        else if (inner === ']') depth -= 1;
      }
      // What may be missing is a segment of its own, or makes the one that it stands in uncertain.
      if (!whole) outside += '{';
    } else outside += character;
  }
  return outside.split('/').find((segment) => segment !== '' && !segment.includes('{')) ?? null;
}

/** A text, the number of a value, or what is left out when one of its values is missing. */
export type Part = string | number | { optional: Part[] };

function parseTemplate(template: string, names: readonly string[]): Part[] {
  const stack: Part[][] = [[]];
  const last = (): Part[] => stack.at(-1) ?? [];
  for (const token of template.split(/([[\]]|\{[^}]+\})/u)) {
    if (token === '') continue;
    if (token === '[') stack.push([]);
    else if (token === ']') {
      const optional = stack.pop() ?? [];
      last().push({ optional });
    } else if (token.startsWith('{')) {
      const index = names.indexOf(token.slice(1, -1));
      if (index < 0) throw new Error(`Nothing is called ${token} for ${template}.`);
      last().push(index + 1);
    } else last().push(token);
  }
  return stack[0] ?? [];
}

/** The match of a shape's pattern, its groups from 1, and after them what its parameters hold. */
export type Values = (string | undefined)[];

/** Writes the canonical address from the parts of its template, or null where something is missing. */
export function fillParts(parts: readonly Part[], values: Values): string | null {
  let out = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (typeof part === 'string') out += part;
    else if (typeof part === 'number') {
      const value = values[part];
      if (value === undefined) return null;
      out += value;
    } else if (part !== undefined) out += fillParts(part.optional, values) ?? '';
  }
  return out;
}

/** A parameter of a shape; `value` is where it is kept among the values, 0 where it stays in the query. */
export interface CompiledParameter {
  key: string;
  like: RegExp;
  required: boolean;
  drop: boolean;
  entity: Entity | null;
  value: number;
}

/** A shape ready to be tried. All have the same fields, whatever the catalogue says: that is what makes reading them cheap. */
export interface CompiledShape {
  platform: string;
  entity: Entity;
  pattern: RegExp;
  /** A segment that every path of the shape has, written out. */
  word: string | null;
  hosts: readonly string[] | null;
  /** Where in the values the named ones are that mean something everywhere; 0 for none. */
  id: number;
  cc: number;
  locale: number;
  idCase: 'upper' | 'lower' | null;
  /** Values whose case does not matter. */
  lower: readonly number[];
  /** What stands before the host of the address and what after it; null where the host is always the same. */
  aroundHost: readonly [string, string] | null;
  /** A parameter without which the address is not of this shape. */
  required: string | null;
  /** The canonical address, its origin included where that is always the same. */
  parts: readonly Part[];
  parameters: readonly CompiledParameter[];
  always: string | null;
  note: string | null;
  short: boolean;
}

const caseless = ['cc', 'lang', 'locale'];

/** Makes one shape of a platform ready; done once, when the catalogue is loaded. */
export function compileShape(platform: string, origin: string, shape: UrlShape): CompiledShape {
  const { pattern, names } = compilePath(shape.path);
  const parameters = Object.entries(shape.query ?? {}).map(([key, { like, required = false, drop = false, entity = null, as }]) => {
    if (as !== undefined && !names.includes(as)) names.push(as);
    return { key, like, required, drop, entity, value: as === undefined ? 0 : names.indexOf(as) + 1 };
  });
  const [before = '', after] = (shape.origin ?? origin).split('{host}');
  const path = parseTemplate(shape.to, names);
  return {
    platform,
    entity: shape.entity,
    pattern,
    word: wordOf(shape.path),
    hosts: shape.hosts ?? null,
    id: names.indexOf('id') + 1,
    cc: names.indexOf('cc') + 1,
    locale: names.indexOf('locale') + 1,
    idCase: shape.idCase ?? null,
    lower: names.flatMap((name, index) => (caseless.includes(name) || shape.lower?.includes(name) ? [index + 1] : [])),
    aroundHost: after === undefined ? null : [before, after],
    required: parameters.find(({ required }) => required)?.key ?? null,
    parts: after === undefined ? joined([before, ...path]) : path,
    parameters,
    always: shape.always ?? null,
    note: shape.short === true ? shortNote : (shape.note ?? null),
    short: shape.short === true,
  };
}

/** What is said of every short link. */
export const shortNote = 'This is a short link. It works; the full address is steadier: open it and copy what the browser shows.';

/** Neighbouring texts as one. */
function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((done, part) => {
    const last = done.at(-1);
    if (typeof part === 'string' && typeof last === 'string') done[done.length - 1] = last + part;
    else done.push(part);
    return done;
  }, []);
}
