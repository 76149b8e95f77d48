import { platformName } from '@lynkify/platforms';
import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FormFailure } from '../../forms/form-failure.js';
import { failureOf } from '../../forms/failure.js';

/** Where the address of an archived release leads. */
export interface ArchiveChoice {
  leadsTo: 'ARTIST' | 'PLATFORM' | 'GONE';
  platform: string | null;
}

export interface ArchivedAddress {
  title: string;
  status: 'DRAFT' | 'PUBLISHED' | 'UNPUBLISHED' | 'ARCHIVED';
  artistName: string;
  /** Platforms of the release, in its order. */
  platforms: readonly string[];
  archiveLeadsTo: ArchiveChoice['leadsTo'] | null;
  archivePlatform: string | null;
}

interface ArchiveDialogProps {
  release: ArchivedAddress;
  onClose(): void;
  onArchive(choice: ArchiveChoice): Promise<unknown>;
}

/** Asks where the address leads from now on, if it was public, and puts the release away. */
export function ArchiveDialog({ release: { title, status, artistName, platforms, archiveLeadsTo, archivePlatform }, onClose, onArchive }: ArchiveDialogProps) {
  const [choice, setChoice] = useState<ArchiveChoice>({ leadsTo: archiveLeadsTo ?? 'ARTIST', platform: archivePlatform ?? platforms[0] ?? null });
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const again = status === 'ARCHIVED';
  const leads = status === 'PUBLISHED' || again;

  const archive = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onArchive(leads ? { ...choice, platform: choice.leadsTo === 'PLATFORM' ? choice.platform : null } : { leadsTo: 'ARTIST', platform: null });
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={again ? `Where “${title}” leads` : `Archive “${title}”?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void archive();
        }}
      >
        <Stack gap="md">
          {!again && <Text size="sm">{leads ? 'It leaves the list, and its page is no longer shown. Restoring it brings the page back as it was.' : 'It leaves the list. You can restore it.'}</Text>}
          {leads && (
            <Radio.Group label="What was shared of it" value={choice.leadsTo} onChange={(value) => setChoice({ ...choice, leadsTo: value === 'PLATFORM' || value === 'GONE' ? value : 'ARTIST' })}>
              <Stack gap="sm" mt="xs">
                <Radio value="ARTIST" label={`leads to the page of ${artistName}`} description="Direct links go on leading to their platforms." data-autofocus />
                {platforms.length > 0 && <Radio value="PLATFORM" label="leads to one platform" description="Direct links go on leading to theirs." />}
                <Radio value="GONE" label="says that it is gone" description="Direct links say so too." />
              </Stack>
            </Radio.Group>
          )}
          {leads && choice.leadsTo === 'PLATFORM' && <Select label="Which platform" data={platforms.map((platform) => ({ value: platform, label: platformName(platform) }))} value={choice.platform} allowDeselect={false} onChange={(platform) => setChoice({ ...choice, platform: platform ?? choice.platform })} />}
          <FormFailure failure={failure} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color={again ? undefined : 'red'} loading={pending}>
              {again ? 'Save' : 'Archive'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
