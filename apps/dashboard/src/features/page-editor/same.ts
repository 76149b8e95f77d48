/** JSON with its keys in one order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';
}

/** Whether two plain values say the same. Keys may stand in another order: the database keeps its own. */
export function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || stable(a) === stable(b);
}
