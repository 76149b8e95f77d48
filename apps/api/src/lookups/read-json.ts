/** Readers of JSON that somebody else wrote: whatever it holds, they give a value of the kind that was asked for, or none. */

const longestText = 1_000;

/** The value at the end of a path of fields. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

/** A text that has something in it. Control characters and halves of characters are left out: they mean nothing in a title, and Postgres does not take them. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = at(value, ...path);
  if (typeof found !== 'string') return null;
  const text = found.replace(/\p{Cc}+/gu, ' ').trim().slice(0, longestText).replace(/\p{Cs}/gu, '');
  return text === '' ? null : text;
}

export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/** An identifier, which some services write as a number and some as a text. */
export function idAt(value: unknown, ...path: readonly string[]): string | null {
  const found = at(value, ...path);
  if (typeof found === 'number' && Number.isSafeInteger(found)) return String(found);
  return typeof found === 'string' && /^[^\s/?#]{1,200}$/u.test(found) ? found : null;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** An https address (http is lifted), to be fetched or shown. */
export function urlAt(value: unknown, ...path: readonly string[]): string | null {
  const text = textAt(value, ...path);
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : null;
}
