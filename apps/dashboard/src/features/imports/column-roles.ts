import type { ResultOf } from '@lynkify/contract';
import type { ImportDetails } from './imports-query.js';

export type ColumnRole = ResultOf<typeof ImportDetails>['columns'][number]['role'];

/** What a column can be, in the order of the choice. */
export const columnRoles: readonly { value: ColumnRole; label: string }[] = [
  { value: 'TITLE', label: 'Title' },
  { value: 'ARTIST', label: 'Artist' },
  { value: 'TYPE', label: 'Type' },
  { value: 'DATE', label: 'Release date' },
  { value: 'UPC', label: 'UPC' },
  { value: 'ISRC', label: 'ISRC' },
  { value: 'TRACK', label: 'Track title' },
  { value: 'LABEL', label: 'Label' },
  { value: 'SLUG', label: 'Address' },
  { value: 'LINK', label: 'Link' },
  { value: 'IGNORED', label: 'Leave out' },
];

/** One column is something else from now on. What only one can be, another one is no longer. */
export function withRole(roles: readonly ColumnRole[], index: number, role: ColumnRole): ColumnRole[] {
  const single = role !== 'LINK' && role !== 'IGNORED';
  return roles.map((before, place) => (place === index ? role : single && before === role ? 'IGNORED' : before));
}
