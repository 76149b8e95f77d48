import { platformById, recognise } from '@lynkify/platforms';
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { PlatformMark } from '../../components/platform-mark.js';
import { failureOf } from '../../forms/failure.js';
import { LinkFound } from './link-found.js';
import { LinkMenu } from './link-menu.js';
import { LinkState } from './link-state.js';
import classes from './links.module.css';
import { offerWords } from './offer-words.js';
import type { LinkOffer } from './link-actions.js';
import type { EditedRelease } from './release-query.js';

interface LinkRowProps {
  destination: EditedRelease['destinations'][number];
  release: Pick<EditedRelease, 'timeZone' | 'releasedAt' | 'status'>;
  handle: ReactNode;
  mayWrite: boolean;
  onRemove(): void;
  onSwitch(offered: boolean): void;
  onOffer(offer: LinkOffer): Promise<void>;
  onChange(url: string): Promise<void>;
  /** Looks at it now. */
  onCheck(): Promise<void>;
  /** Takes the address that it moved to. */
  onFollow(): Promise<void>;
  /** Says that a match is the right one. */
  onConfirm(): Promise<void>;
}

/** One link of a release: where it leads, and how to mend it. */
export function LinkRow({ destination, release, handle, mayWrite, onRemove, onSwitch, onOffer, onChange, onCheck, onFollow, onConfirm }: LinkRowProps) {
  const [editing, setEditing] = useState(false);
  const { platform, platformName, url, entity, offered } = destination;
  const offer = offerWords(destination, release, Date.now());
  return (
    <div className={classes.row}>
      {mayWrite && handle}
      <span className={offered ? classes.mark : `${classes.mark} ${classes.off}`}>
        <PlatformMark platform={platform} />
      </span>
      {editing ? (
        <LinkForm destination={destination} onDone={() => setEditing(false)} onChange={onChange} />
      ) : (
        <>
          <span className={offered ? classes.words : `${classes.words} ${classes.off}`}>
            <span className={classes.name}>
              {platformName}
              {entity !== null && entity !== 'unknown' && <span className={classes.entity}> {entity}</span>}
            </span>
            <a className={classes.url} href={url} target="_blank" rel="noopener noreferrer" title={url}>
              {url.replace(/^https:\/\//u, '')}
            </a>
            {offer !== null && <span className={classes.offer}>{offer}</span>}
            <LinkFound destination={destination} mayWrite={mayWrite} onConfirm={onConfirm} />
            <LinkState destination={destination} mayWrite={mayWrite} onCheck={onCheck} onFollow={onFollow} />
          </span>
          <span className={classes.actions}>
            {mayWrite && (
              <>
                <Tooltip label="Change the address">
                  <ActionIcon visibleFrom="xs" aria-label={`Change the ${platformName} link`} onClick={() => setEditing(true)}>
                    <IconPencil size={18} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label="Remove">
                  <ActionIcon visibleFrom="xs" aria-label={`Remove the ${platformName} link`} onClick={onRemove}>
                    <IconTrash size={18} />
                  </ActionIcon>
                </Tooltip>
              </>
            )}
            <LinkMenu destination={destination} release={release} mayWrite={mayWrite} onEdit={() => setEditing(true)} onRemove={onRemove} onSwitch={onSwitch} onOffer={onOffer} />
          </span>
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
