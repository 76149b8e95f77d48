import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { endingWords } from './moment-words.js';
import { PagePassword } from './page-password.js';
import type { ReleaseDraft } from './release-draft.js';
import type { EditedRelease } from './release-query.js';

interface AvailabilityPartProps {
  draft: ReleaseDraft;
  release: Pick<EditedRelease, 'passwordMark' | 'artist' | 'expiresAt'>;
  mayWrite: boolean;
  errors: FieldErrors;
  onEdit(patch: Partial<ReleaseDraft>): void;
  onPassword(password: string | null): Promise<void>;
}

/** How long the page lasts, who may see it, and what it does where a platform does not operate. */
export function AvailabilityPart({ draft, release, mayWrite, errors, onEdit, onPassword }: AvailabilityPartProps) {
  const ends = draft.expires !== '';
  const ending = endingWords(release.expiresAt, Date.now());
  const zone = draft.timeZone.replaceAll('_', ' ');
  return (
    <EditorPart id="availability" title="Availability" lead="How long the page lasts, and for whom.">
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            type="datetime-local"
            label="The page ends"
            description={ends ? `By the clock of ${zone}.${ending ? ` ${ending.words}.` : ''}` : 'Empty: never.'}
            value={draft.expires}
            onChange={(event) => onEdit({ expires: event.currentTarget.value })}
            onBlur={errors.left('expires')}
            error={errors.error('expires')}
          />
          <Select
            label="Afterwards its address"
            description={draft.afterExpiry === 'GONE' ? 'Direct links say so too.' : 'Direct links go on leading to their platforms.'}
            data={[
              { value: 'ARTIST', label: `leads to the page of ${release.artist.name}` },
              { value: 'GONE', label: 'says that it is gone' },
            ]}
            value={draft.afterExpiry}
            allowDeselect={false}
            disabled={!ends}
            onChange={(value) => onEdit({ afterExpiry: value === 'GONE' ? 'GONE' : 'ARTIST' })}
          />
        </SimpleGrid>
        <PagePassword isSet={release.passwordMark !== null} mayWrite={mayWrite} onSave={onPassword} />
        <Select
          label="Platforms that do not operate where a fan is"
          description="Known by the fan’s country. Your order holds for all others."
          data={[
            { value: 'SINK', label: 'come last' },
            { value: 'HIDE', label: 'are left out' },
          ]}
          value={draft.elsewhere}
          allowDeselect={false}
          onChange={(value) => onEdit({ elsewhere: value === 'HIDE' ? 'HIDE' : 'SINK' })}
        />
      </Stack>
    </EditorPart>
  );
}
