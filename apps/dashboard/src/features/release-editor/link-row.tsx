import { platformById, recognise } from '@lynkify/platforms';
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { PlatformMark } from '../../components/platform-mark.js';
import { failureOf } from '../../forms/failure.js';
import { LinkFound } from './link-found.js';
import { LinkState } from './link-state.js';
import classes from './links.module.css';
import type { EditedRelease } from './release-query.js';

interface LinkRowProps {
  destination: EditedRelease['destinations'][number];
  handle: ReactNode;
  mayWrite: boolean;
  onRemove(): void;
  onChange(url: string): Promise<void>;
  /** Looks at it now. */
  onCheck(): Promise<void>;
  /** Takes the address that it moved to. */
  onFollow(): Promise<void>;
  /** Says that a match is the right one. */
  onConfirm(): Promise<void>;
}

/** One link of a release: where it leads, and how to mend it. */
export function LinkRow({ destination, handle, mayWrite, onRemove, onChange, onCheck, onFollow, onConfirm }: LinkRowProps) {
  const [editing, setEditing] = useState(false);
  const { platform, platformName, url, entity } = destination;
  return (
    <div className={classes.row}>
      {mayWrite && handle}
      <span className={classes.mark}>
        <PlatformMark platform={platform} />
      </span>
      {editing ? (
        <LinkForm destination={destination} onDone={() => setEditing(false)} onChange={onChange} />
      ) : (
        <>
          <span className={classes.words}>
            <span className={classes.name}>
              {platformName}
              {entity !== null && entity !== 'unknown' && <span className={classes.entity}> {entity}</span>}
            </span>
            <a className={classes.url} href={url} target="_blank" rel="noopener noreferrer" title={url}>
              {url.replace(/^https:\/\//u, '')}
            </a>
            <LinkFound destination={destination} mayWrite={mayWrite} onConfirm={onConfirm} />
            <LinkState destination={destination} mayWrite={mayWrite} onCheck={onCheck} onFollow={onFollow} />
          </span>
          {mayWrite && (
            <span className={classes.actions}>
              <Tooltip label="Change the address">
                <ActionIcon aria-label={`Change the ${platformName} link`} onClick={() => setEditing(true)}>
                  <IconPencil size={18} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Remove">
                <ActionIcon aria-label={`Remove the ${platformName} link`} onClick={onRemove}>
                  <IconTrash size={18} />
                </ActionIcon>
              </Tooltip>
            </span>
          )}
        </>
      )}
    </div>
  );
}

/** Why a text cannot take the place of a link, or null. A shop's address says nothing by itself, so it is the API's to judge. */
export function refusalOfLink(text: string, platform: string): string | null {
  if (platform === 'official_store') return text.trim() === '' ? 'Enter the address of the shop.' : null;
  const found = recognise(text);
  if (found.status === 'not-understood') return found.reason.message;
  if (found.platform === platform) return null;
  return `This is a link of ${platformById(found.platform)?.name ?? found.platform}. Add it in the box below instead.`;
}

function LinkForm({ destination, onDone, onChange }: { destination: LinkRowProps['destination']; onDone(): void; onChange(url: string): Promise<void> }) {
  const [text, setText] = useState(destination.url);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const save = async () => {
    const refusal = refusalOfLink(text, destination.platform);
    setFailure(refusal);
    if (refusal !== null) return;
    if (text.trim() === destination.url) return onDone();
    setPending(true);
    try {
      await onChange(text);
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        className={classes.field}
        aria-label={`Address on ${destination.platformName}`}
        value={text}
        error={failure}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        spellCheck={false}
        autoComplete="off"
      />
      <Button type="submit" loading={pending}>
        Save
      </Button>
      <Button variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
