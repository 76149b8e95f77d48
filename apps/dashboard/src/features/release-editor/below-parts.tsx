import { embeddedVideo } from '@lynkify/platforms';
import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';

/** A video as it is typed; without an address there is none. */
export interface VideoDraft {
  url: string;
  title: string;
}

const providers = { youtube: 'YouTube', vimeo: 'Vimeo' } as const;

/** The video below the buttons. */
export function VideoPart({ video, releaseTitle, errors, onChange }: { video: VideoDraft; releaseTitle: string; errors: FieldErrors; onChange(video: VideoDraft): void }) {
  const found = embeddedVideo(video.url);
  return (
    <EditorPart id="video" title="Video" lead="Fans see the artwork with a play button. Nothing is loaded from elsewhere before they press it.">
      <Stack gap="md">
        <TextInput
          label="Address at YouTube or Vimeo"
          description={found ? `A video at ${providers[found.provider]}.` : 'Empty: the page has no video.'}
          placeholder="https://www.youtube.com/watch?v=…"
          inputMode="url"
          autoComplete="off"
          value={video.url}
          onChange={(event) => onChange({ ...video, url: event.currentTarget.value })}
          onBlur={errors.left('video.url')}
          error={errors.error('video.url')}
        />
        {video.url.trim() !== '' && (
          <TextInput
            label="What the page calls it"
            description="Empty: the title of the release."
            placeholder={releaseTitle}
            autoComplete="off"
            value={video.title}
            onChange={(event) => onChange({ ...video, title: event.currentTarget.value })}
            onBlur={errors.left('video.title')}
            error={errors.error('video.title')}
          />
        )}
      </Stack>
    </EditorPart>
  );
}

/** The artist's other releases at the end of the page. */
export function AlsoByPart({ on, artistName, count, onChange }: { on: boolean; artistName: string; count: number | null; onChange(on: boolean): void }) {
  return (
    <EditorPart
      id="also-by"
      title="Other releases"
      lead={`Up to six other published releases of ${artistName}, the newest first. The page keeps up by itself.`}
      action={<Switch aria-label="Show other releases" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />}
    >
      {on && count === 0 && (
        <Text size="sm" c="dimmed">
          There is no other published release yet, so nothing is shown.
        </Text>
      )}
    </EditorPart>
  );
}
