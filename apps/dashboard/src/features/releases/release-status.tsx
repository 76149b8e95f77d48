import { Badge } from '@mantine/core';
import { releaseState, type StatusFacts } from './release-state.js';

const looks = {
  draft: { label: 'Draft', color: 'gray' },
  published: { label: 'Published', color: 'green' },
  changed: { label: 'Unpublished changes', color: 'yellow' },
  unpublished: { label: 'Unpublished', color: 'gray' },
  archived: { label: 'Archived', color: 'gray' },
} as const;

/** Where a release or a bio page stands, in one word. */
export function ReleaseStatus(facts: StatusFacts) {
  const { label, color } = looks[releaseState(facts)];
  return <Badge color={color}>{label}</Badge>;
}
