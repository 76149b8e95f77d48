import { Badge, Box } from '@mantine/core';
import { endingWords } from '../release-editor/moment-words.js';
import { releaseState, type StatusFacts } from './release-state.js';

const looks = {
  draft: { label: 'Draft', color: 'gray' },
  published: { label: 'Published', color: 'green' },
  changed: { label: 'Unpublished changes', color: 'yellow' },
  unpublished: { label: 'Unpublished', color: 'gray' },
  archived: { label: 'Archived', color: 'gray' },
} as const;

/** Where a release or a bio page stands. `tight`: shorter on a phone, where a longer word would be cut to another one. */
export function ReleaseStatus({ tight = false, ...facts }: StatusFacts & { tight?: boolean }) {
  const state = releaseState(facts);
  const ending = facts.status === 'PUBLISHED' ? endingWords(facts.expiresAt ?? null, Date.now()) : null;
  if (ending) return <Badge color={ending.ended ? 'gray' : 'yellow'} miw="max-content">{ending.words}</Badge>;
  const { label, color } = looks[state];
  if (!tight || state !== 'changed') return <Badge color={color}>{label}</Badge>;
  return (
    <Badge color={color} title={label}>
      <Box component="span" visibleFrom="sm">
        {label}
      </Box>
      <Box component="span" hiddenFrom="sm">
        Changes
      </Box>
    </Badge>
  );
}
