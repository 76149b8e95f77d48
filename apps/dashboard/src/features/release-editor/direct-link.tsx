import { channels } from '@lynkify/domain';
import { Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyField } from '../../components/copy-field.js';
import type { EditedRelease } from './release-query.js';

interface DirectLinkDialogProps {
  destination: Pick<EditedRelease['destinations'][number], 'platformName' | 'goUrl' | 'offered'>;
  /** Whether the page is public: before that the link leads nowhere. */
  live: boolean;
  onClose(): void;
}

/** The address that leads straight to one platform and counts the click: for ads, and for whoever has only that one. */
export function DirectLinkDialog({ destination: { platformName, goUrl, offered }, live, onClose }: DirectLinkDialogProps) {
  const [channel, setChannel] = useState<string>('ad');
  return (
    <Modal opened onClose={onClose} title={`Direct link to ${platformName}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <Text size="sm">It leads straight to {platformName} and counts the click. Campaign parameters (utm_…) that you add are counted too, and not passed on.</Text>
        <Select label="Where it is shared" data={channels.map(({ id, label }) => ({ value: id, label }))} value={channel} allowDeselect={false} onChange={(value) => setChannel(value ?? channel)} data-autofocus />
        <CopyField value={`${goUrl}?via=${channel}`} what="direct link" />
        {(!live || !offered) && (
          <Text size="sm" c="dimmed">
            {live ? `${platformName} is switched off, so for now it leads to the page.` : 'It works once the page is published.'}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
