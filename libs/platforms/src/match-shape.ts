import type { KnownHost } from './host-index.js';
import { parameter } from './plain-spelling.js';
import type { Recognised } from './recognition.js';
import { fillParts, type CompiledShape, type Values } from './shape-pattern.js';

function readParameter(search: string, key: string, like: RegExp): string | undefined {
  const value = parameter(search, key);
  if (value === undefined) return undefined;
  const whole = like.exec(value);
  if (whole) return whole[1] ?? value;
  // "watch?v=…?si=…": a second question mark where people glue a parameter on.
  const cut = value.search(/[?&#/]/);
  const first = cut > 0 ? like.exec(value.slice(0, cut)) : null;
  return first ? (first[1] ?? first[0]) : undefined;
}

/** Most values need no encoding, and to see that costs less than to do it. */
const plainValue = /^[\w-]*$/;

function inCase(text: string, idCase: 'upper' | 'lower' | null): string {
  return idCase === null ? text : idCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
}

function matchShape(compiled: CompiledShape, known: KnownHost, path: string, search: string): Recognised | null {
  // Looking for a word costs less than trying a pattern.
  if (compiled.required !== null && !search.includes(compiled.required)) return null;
  const values: Values | null = compiled.pattern.exec(path);
  if (values === null) return null;
  const { lower, parameters } = compiled;
  for (let index = 0; index < lower.length; index += 1) {
    const at = lower[index] ?? 0;
    values[at] = values[at]?.toLowerCase();
  }
  let { entity } = compiled;
  let id = compiled.id === 0 ? undefined : values[compiled.id];
  if (id !== undefined && compiled.idCase !== null) id = values[compiled.id] = inCase(id, compiled.idCase);
  let kept = '';
  for (let index = 0; index < parameters.length; index += 1) {
    const asked = parameters[index];
    if (asked === undefined) break;
    const given = search === '' ? undefined : readParameter(search, asked.key, asked.like);
    if (given === undefined) {
      if (asked.required) return null;
      continue;
    }
    if (asked.value > 0) {
      const value = (values[asked.value] = asked.value === compiled.id ? inCase(given, compiled.idCase) : given);
      id ??= value;
    } else if (!asked.drop) {
      kept += `${kept === '' ? '' : '&'}${asked.key}=${plainValue.test(given) ? given : encodeURIComponent(given)}`;
      if (asked.entity !== null || id === undefined) id = given;
    }
    if (asked.entity !== null) entity = asked.entity;
  }
  if (compiled.always !== null) kept += `${kept === '' ? '' : '&'}${compiled.always}`;

  let url = fillParts(compiled.parts, values) ?? '';
  if (compiled.aroundHost !== null) url = `${compiled.aroundHost[0]}${known.host}${compiled.aroundHost[1]}${url}`;
  if (kept !== '') url += `${url.includes('?') ? '&' : '?'}${kept}`;
  const recognised: Recognised = { status: 'recognised', platform: compiled.platform, entity, url };
  if (id !== undefined) recognised.id = id;
  const country = compiled.cc > 0 ? values[compiled.cc] : compiled.locale > 0 ? values[compiled.locale]?.slice(0, 2) : known.country;
  if (country !== undefined) recognised.country = country;
  if (compiled.note !== null) recognised.note = compiled.note;
  if (compiled.short) recognised.short = true;
  return recognised;
}

/** What the first of several shapes says that an address fits. */
export function firstMatch(shapes: readonly CompiledShape[], known: KnownHost, path: string, search: string): Recognised | null {
  for (let index = 0; index < shapes.length; index += 1) {
    const compiled = shapes[index];
    const found = compiled === undefined ? null : matchShape(compiled, known, path, search);
    if (found !== null) return found;
  }
  return null;
}
