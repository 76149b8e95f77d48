/** What the list shows, as it stands in the address. */
export interface ReleasesFilter {
  search?: string;
  status?: 'DRAFT' | 'PUBLISHED' | 'UNPUBLISHED' | 'ARCHIVED';
  /** Every artist of the workspace, not only the current one. */
  everyone?: true;
}

const statuses = ['DRAFT', 'PUBLISHED', 'UNPUBLISHED', 'ARCHIVED'] as const;

export const statusChips: readonly { status: ReleasesFilter['status']; label: string }[] = [
  { status: undefined, label: 'All' },
  { status: 'DRAFT', label: 'Drafts' },
  { status: 'PUBLISHED', label: 'Published' },
  { status: 'UNPUBLISHED', label: 'Unpublished' },
  { status: 'ARCHIVED', label: 'Archived' },
];

/** Reads the filter from an address that anybody may have typed. */
export function readReleasesFilter(search: Readonly<Record<string, unknown>>): ReleasesFilter {
  const filter: ReleasesFilter = {};
  const words = typeof search['search'] === 'string' || typeof search['search'] === 'number' ? String(search['search']).trim().slice(0, 200) : '';
  if (words !== '') filter.search = words;
  const status = statuses.find((each) => each === search['status']);
  if (status) filter.status = status;
  if (search['everyone'] === true) filter.everyone = true;
  return filter;
}
