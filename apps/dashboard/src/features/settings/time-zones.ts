/** Every time zone that this browser knows, by its IANA name, and the one that is set, should that be missing. */
export function timeZones(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}
