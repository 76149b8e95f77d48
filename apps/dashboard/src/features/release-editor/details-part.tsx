import { releaseTypeLabels } from '@lynkify/domain';
import { Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { momentNote, upcNote } from './detail-notes.js';
import type { ReleaseDraft } from './release-draft.js';

interface DetailsPartProps {
  draft: ReleaseDraft;
  artistName: string;
  errors: FieldErrors;
  onEdit(patch: Partial<ReleaseDraft>): void;
}

const types: readonly { value: ReleaseDraft['type']; label: string }[] = [
  { value: 'SINGLE', label: releaseTypeLabels.single },
  { value: 'EP', label: releaseTypeLabels.ep },
  { value: 'ALBUM', label: releaseTypeLabels.album },
  { value: 'LIVE', label: releaseTypeLabels.live },
  { value: 'MIXTAPE', label: releaseTypeLabels.mixtape },
  { value: 'COMPILATION', label: releaseTypeLabels.compilation },
  { value: 'PODCAST_EPISODE', label: releaseTypeLabels['podcast-episode'] },
];

/** What the release is and when it comes out. */
export function DetailsPart({ draft, artistName, errors, onEdit }: DetailsPartProps) {
  const zones = useMemo(() => [...new Set(['UTC', draft.timeZone, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value.replaceAll('_', ' ') })), [draft.timeZone]);
  return (
    <EditorPart id="details" title="Details">
      <Stack gap="md">
        <TextInput label="Title" value={draft.title} onChange={(event) => onEdit({ title: event.currentTarget.value })} onBlur={errors.left('title')} error={errors.error('title')} autoComplete="off" />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            label="Artist credit"
            placeholder={artistName}
            description="As it is printed, with guests. Empty: the artist’s name."
            value={draft.artistCredit}
            onChange={(event) => onEdit({ artistCredit: event.currentTarget.value })}
            onBlur={errors.left('artistCredit')}
            error={errors.error('artistCredit')}
            autoComplete="off"
          />
          <Select label="Type" data={types} value={draft.type} allowDeselect={false} onChange={(value) => onEdit({ type: types.find((type) => type.value === value)?.value ?? draft.type })} error={errors.error('type')} />
        </SimpleGrid>
        <Stack gap={4}>
          <Group align="flex-start" gap="md" wrap="wrap">
            <TextInput style={{ flex: '1 1 150px' }} type="date" label="Release date" min="1900-01-01" max="2199-12-31" value={draft.releaseDate} onChange={(event) => onEdit({ releaseDate: event.currentTarget.value })} onBlur={errors.left('releaseDate')} error={errors.error('releaseDate')} />
            <TextInput style={{ flex: '1 1 110px' }} type="time" label="Time" value={draft.releaseTime} disabled={draft.releaseDate === ''} onChange={(event) => onEdit({ releaseTime: event.currentTarget.value })} onBlur={errors.left('releaseTime')} error={errors.error('releaseTime')} />
            <Select style={{ flex: '2 1 200px' }} label="Time zone" searchable limit={60} nothingFoundMessage="Search for a city, like Berlin" data={zones} value={draft.timeZone} allowDeselect={false} disabled={draft.releaseDate === ''} onChange={(value) => onEdit({ timeZone: value ?? draft.timeZone })} error={errors.error('timeZone')} />
          </Group>
          <MomentNote draft={draft} />
        </Stack>
        <TextInput
          label="UPC"
          inputMode="numeric"
          description={upcNote(draft.upc)}
          value={draft.upc}
          onChange={(event) => onEdit({ upc: event.currentTarget.value })}
          onBlur={errors.left('upc')}
          error={errors.error('upc')}
          autoComplete="off"
        />
        <Textarea label="Description" description="A few lines below the buttons. An empty line starts a new paragraph." autosize minRows={3} maxRows={14} value={draft.description} onChange={(event) => onEdit({ description: event.currentTarget.value })} onBlur={errors.left('description')} error={errors.error('description')} />
      </Stack>
    </EditorPart>
  );
}

function MomentNote({ draft }: { draft: ReleaseDraft }) {
  const note = momentNote(draft);
  return (
    <span style={{ fontSize: 12, color: 'var(--ink-soft)' }} aria-live="polite">
      {note}
    </span>
  );
}
