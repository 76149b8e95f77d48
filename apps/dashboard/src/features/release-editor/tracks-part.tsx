import { ActionIcon, Button, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconHeadphones, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { SortableList } from '../page-editor/sortable-list.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import type { TrackDraft } from './release-draft.js';
import classes from './tracks.module.css';

interface TracksPartProps {
  tracks: readonly TrackDraft[];
  /** Whether the page plays previews. */
  previews: boolean;
  errors: FieldErrors;
  onChange(tracks: TrackDraft[]): void;
  onPreviews(previews: boolean): void;
}

/** The track list. */
export function TracksPart({ tracks, previews, errors, onChange, onPreviews }: TracksPartProps) {
  const undo = useUndo<{ track: TrackDraft; position: number }>();
  const list = useRef<HTMLDivElement>(null);
  const addedKey = useRef<string | null>(null);

  useEffect(() => {
    if (addedKey.current === null) return;
    list.current?.querySelector<HTMLInputElement>(`[data-track="${addedKey.current}"] input`)?.focus();
    addedKey.current = null;
  }, [tracks]);

  const patch = (key: string, change: Partial<TrackDraft>) => onChange(tracks.map((track) => (track.key === key ? { ...track, ...change } : track)));
  const add = () => {
    const key = crypto.randomUUID();
    addedKey.current = key;
    onChange([...tracks, { key, title: '', isrc: '', durationMs: null }]);
  };
  const remove = (track: TrackDraft) => {
    const position = tracks.indexOf(track);
    onChange(tracks.filter(({ key }) => key !== track.key));
    if (track.title.trim() !== '' || track.isrc.trim() !== '') undo.add(track.key, { track, position });
  };
  const items = tracks.map((track) => ({ ...track, id: track.key }));

  const heard = tracks.filter(({ previewUrl }) => previewUrl).length;
  return (
    <EditorPart id="tracks" title="Tracks" lead={tracks.length === 0 ? 'Fans see them from two tracks on. ISRCs help to find the same recording on other platforms.' : undefined}>
      <div ref={list}>
        {tracks.length > 0 && (
          <SortableList items={items} label="Tracks" nameOf={({ title }) => (title.trim() === '' ? 'the untitled track' : title)} onReorder={(next) => onChange(next.map(({ id: _id, ...track }) => track))}>
            {({ key }, handle, index) => {
              const track = tracks[index];
              if (!track) return null;
              return (
                <div className={classes.track} data-track={key}>
                  {handle}
                  <span className={classes.number}>{index + 1}</span>
                  <TextInput
                    className={classes.title}
                    aria-label={`Title of track ${index + 1}`}
                    placeholder="Title"
                    value={track.title}
                    onChange={(event) => patch(key, { title: event.currentTarget.value })}
                    onBlur={errors.left(`tracks.${index}.title`)}
                    error={errors.error(`tracks.${index}.title`)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' && !event.nativeEvent.isComposing && index === tracks.length - 1) add();
                    }}
                    autoComplete="off"
                  />
                  <TextInput
                    className={classes.isrc}
                    aria-label={`ISRC of track ${index + 1}`}
                    placeholder="ISRC"
                    value={track.isrc}
                    onChange={(event) => patch(key, { isrc: event.currentTarget.value })}
                    onBlur={errors.left(`tracks.${index}.isrc`)}
                    error={errors.error(`tracks.${index}.isrc`)}
                    autoComplete="off"
                    autoCapitalize="characters"
                    spellCheck={false}
                  />
                  {track.previewUrl && (
                    <Tooltip label={previews ? 'Fans can listen to a preview' : 'Has a preview; the page plays none'}>
                      <span className={classes.preview} data-off={!previews || undefined} role="img" aria-label={previews ? 'Has a preview' : 'Has a preview that is switched off'}>
                        <IconHeadphones size={18} aria-hidden />
                      </span>
                    </Tooltip>
                  )}
                  <ActionIcon aria-label={`Remove track ${index + 1}`} onClick={() => remove(track)}>
                    <IconTrash size={18} />
                  </ActionIcon>
                </div>
              );
            }}
          </SortableList>
        )}
      </div>
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ track }) => `“${track.title.trim() === '' ? 'Untitled' : track.title}” is off the list.`}
        onUndo={(key, { track, position }) => {
          undo.drop(key);
          onChange([...tracks.slice(0, position), track, ...tracks.slice(position)]);
        }}
      />
      {heard > 0 && (
        <Switch
          mt="md"
          label="Fans can listen to previews on the page"
          description={`${heard === tracks.length ? (heard === 1 ? 'The track has one' : 'Every track has one') : `${heard} of ${tracks.length} tracks have one`}, lent by a music service that the release was found on.`}
          checked={previews}
          onChange={(event) => onPreviews(event.currentTarget.checked)}
        />
      )}
      <Button variant="default" mt="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
        Add a track
      </Button>
    </EditorPart>
  );
}
