/**
 * Small checks for lines that come by the thousand: plain functions instead of a validation library a row.
 * Every text that reaches Postgres passes `text`, which lets no NUL through.
 */
export type Fields = Readonly<Record<string, unknown>>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const control = /[\u0000-\u001f\u007f]/;

/** Says which field of a line is wrong; it becomes the reason under which the line is put aside. */
export class BadField extends Error {
  constructor(readonly field: string) {
    super(`BAD_FIELD ${field}`);
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(fields: Fields, name: string, longest: number, pattern?: RegExp): string {
  const value = fields[name];
  if (typeof value !== 'string' || value.length > longest || control.test(value) || (pattern && !pattern.test(value))) throw new BadField(name);
  return value;
}

export function textOrNull(fields: Fields, name: string, longest: number, pattern?: RegExp): string | null {
  return fields[name] === null || fields[name] === undefined ? null : text(fields, name, longest, pattern);
}

export function id(fields: Fields, name: string): string {
  return text(fields, name, 36, uuid);
}

export function idOrNull(fields: Fields, name: string): string | null {
  return fields[name] === null || fields[name] === undefined ? null : id(fields, name);
}

export function eventId(fields: Fields): string {
  return text(fields, 'id', 36, uuidV7);
}

export function oneOf<T extends string>(fields: Fields, name: string, values: readonly T[]): T {
  const found = values.find((value) => value === fields[name]);
  if (found === undefined) throw new BadField(name);
  return found;
}

/** Milliseconds since 1970 of an ISO 8601 moment in UTC. */
export function time(fields: Fields, name: string): number {
  const milliseconds = Date.parse(text(fields, name, 40, moment));
  if (Number.isNaN(milliseconds)) throw new BadField(name);
  return milliseconds;
}

/** The moment inside a UUIDv7 (RFC 9562, section 5.7): its first 48 bits, milliseconds since 1970. */
export function timeOfId(uuidV7Text: string): number {
  return Number.parseInt(uuidV7Text.slice(0, 8) + uuidV7Text.slice(9, 13), 16);
}
