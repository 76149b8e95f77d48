/** What stands before a host without making it another. */
export const hostPrefixes = ['www.', 'm.', 'mobile.', 'mobil.', 'touch.'] as const;

/** A host without what does not matter: a last dot, `www.`, `m.`. */
export function plainHost(hostname: string): string {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const prefix = hostPrefixes.find((start) => host.startsWith(start));
  return prefix !== undefined && host.includes('.', prefix.length) ? host.slice(prefix.length) : host;
}

/** Escapes that are not in their one spelling: of a character that needs none (letters, digits, `-._~:@+`), or with a lower-case digit. */
const respelled = /%(?:2[BDEbde]|3[0-9Aa]|[46][1-9A-Fa-f]|40|[57][0-9Aa]|5[Ff]|7[Ee]|[0-9A-Fa-f][a-f]|[a-f][0-9A-F])/g;
/** Escapes of marks that nobody sees (zero widths, directions, soft hyphens, a byte order mark), and of spaces at the end. */
const invisible = /%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A[0-9A-F]|%EF%BB%BF|%C2%AD|(?:%20)+$/gi;
/** What each of them is written as. A table, since a path may hold a thousand of them. */
const spellings = new Map<string, string>();
for (let code = 0; code < 256; code += 1) {
  const upper = `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const character = String.fromCharCode(code);
  const spelling = /[A-Za-z0-9._~:@+-]/.test(character) ? character : upper;
  for (const [one, other] of [[upper.charAt(1), upper.charAt(2)], [upper.charAt(1).toLowerCase(), upper.charAt(2)], [upper.charAt(1), upper.charAt(2).toLowerCase()], [upper.charAt(1).toLowerCase(), upper.charAt(2).toLowerCase()]]) {
    spellings.set(`%${one ?? ''}${other ?? ''}`, spelling);
  }
}
const respell = (escape: string): string => spellings.get(escape) ?? escape;

/** Percent-encoding in one spelling (RFC 3986, 6.2.2): upper-case digits, nothing encoded that need not be; single slashes, none at the end. */
export function plainPath(pathname: string): string {
  let path = pathname;
  if (path.includes('%')) path = path.replace(invisible, '').replace(respelled, respell);
  if (path.includes('//')) path = path.replace(/\/{2,}/g, '/');
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The first value of a parameter. `URLSearchParams` would read the whole query for it, at the price of all the rest. */
export function parameter(search: string, key: string): string | undefined {
  for (let from = search.indexOf(key); from >= 0; from = search.indexOf(key, from + 1)) {
    const start = from + key.length;
    if (search.charCodeAt(start) !== 61) continue;
    // The semicolon is what is left of "&amp;" before a name.
    const before = search.charAt(from - 1);
    if (from !== 0 && before !== '?' && before !== '&' && before !== ';') continue;
    const end = search.indexOf('&', start + 1);
    const value = end < 0 ? search.slice(start + 1) : search.slice(start + 1, end);
    return value.includes('%') || value.includes('+') ? (new URLSearchParams(`v=${value}`).get('v') ?? undefined) : value;
  }
  return undefined;
}
