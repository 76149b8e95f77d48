import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarTime, IconDots, IconLink, IconPencil, IconPower, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { DirectLinkDialog } from './direct-link.js';
import { LinkOfferDialog } from './link-offer.js';
import type { LinkOffer } from './link-actions.js';
import type { EditedRelease } from './release-query.js';

interface LinkMenuProps {
  destination: EditedRelease['destinations'][number];
  release: Pick<EditedRelease, 'timeZone' | 'releasedAt' | 'status'>;
  mayWrite: boolean;
  onEdit(): void;
  onRemove(): void;
  /** Switches at once; what cannot be saved is said below the links. */
  onSwitch(offered: boolean): void;
  onOffer(offer: LinkOffer): Promise<void>;
}

/** Everything about a link that is not wanted every day. On a phone also what is. */
export function LinkMenu({ destination, release, mayWrite, onEdit, onRemove, onSwitch, onOffer }: LinkMenuProps) {
  const [dialog, setDialog] = useState<'offer' | 'direct' | null>(null);
  const { platformName, offered } = destination;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about the ${platformName} link`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && (
            <>
              <Menu.Item hiddenFrom="xs" leftSection={<IconPencil size={18} />} onClick={onEdit}>
                Change the address
              </Menu.Item>
              <Menu.Item leftSection={<IconPower size={18} />} onClick={() => onSwitch(!offered)}>
                {offered ? 'Switch off' : 'Switch on'}
              </Menu.Item>
              <Menu.Item leftSection={<IconCalendarTime size={18} />} onClick={() => setDialog('offer')}>
                When it is offered
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconLink size={18} />} onClick={() => setDialog('direct')}>
            Copy direct link
          </Menu.Item>
          {mayWrite && (
            <Menu.Item hiddenFrom="xs" color="red" leftSection={<IconTrash size={18} />} onClick={onRemove}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'offer' && <LinkOfferDialog destination={destination} release={release} onClose={() => setDialog(null)} onSave={onOffer} />}
      {dialog === 'direct' && <DirectLinkDialog destination={destination} live={release.status === 'PUBLISHED' || release.status === 'ARCHIVED'} onClose={() => setDialog(null)} />}
    </>
  );
}
