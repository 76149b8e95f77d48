import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconArchiveOff, IconArrowUpRight, IconChartLine, IconCopy, IconDots, IconShare3, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormFailure } from '../../forms/form-failure.js';
import { failureOf } from '../../forms/failure.js';
import { useMay } from '../../session/may.js';
import { forgetLists, releaseActions } from '../release-editor/release-actions.js';
import { ArchiveDialog, type ArchiveChoice } from './archive-dialog.js';
import type { ListedRelease } from './releases-query.js';

type Act = { what: 'restore' | 'delete' } | { what: 'archive'; choice: ArchiveChoice };

/** Everything that can be done to a release from the list. */
export function ReleaseMenu({ release }: { release: ListedRelease }) {
  const { id, title, status, publicUrl, firstPublishedAt, artist, destinations, archiveLeadsTo, archivePlatform } = release;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const mayWrite = useMay('releases:write');
  const mayPublish = useMay('pages:publish');
  const [asking, setAsking] = useState<'archive' | 'delete' | null>(null);
  const act = useMutation({
    mutationFn: async (asked: Act) => {
      const actions = releaseActions(id);
      await (asked.what === 'archive' ? actions.archive(asked.choice) : actions[asked.what]());
      return asked.what;
    },
    onSuccess: async (what) => {
      setAsking(null);
      queryClient.removeQueries({ queryKey: ['release', id] });
      await forgetLists(queryClient);
      if (what !== 'delete') notifications.show({ message: what === 'archive' ? `“${title}” is archived. It can be restored.` : `“${title}” is back among your releases.` });
    },
  });
  const copy = () =>
    void navigator.clipboard.writeText(publicUrl).then(
      () => notifications.show({ message: 'Address copied.' }),
      () => notifications.show({ message: `Your browser did not allow it. The address is ${publicUrl}`, color: 'yellow' }),
    );
  const ask = (what: 'archive' | 'delete') => {
    act.reset();
    setAsking(what);
  };

  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={32} aria-label={`More about ${title}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {status === 'PUBLISHED' && (
            <>
              <Menu.Item component="a" href={publicUrl} target="_blank" rel="noopener" leftSection={<IconArrowUpRight size={18} />}>
                Open page
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={18} />} onClick={copy}>
                Copy address
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconShare3 size={18} />} onClick={() => void navigate({ to: '/share', search: { release: id } })}>
            Share
          </Menu.Item>
          <Menu.Item leftSection={<IconChartLine size={18} />} onClick={() => void navigate({ to: '/releases/$releaseId/numbers', params: { releaseId: id } })}>
            Numbers
          </Menu.Item>
          {mayWrite && <Menu.Divider />}
          {mayWrite &&
            (status === 'ARCHIVED' ? (
              <Menu.Item leftSection={<IconArchiveOff size={18} />} onClick={() => act.mutate({ what: 'restore' }, { onError: (error) => notifications.show({ message: failureOf(error), color: 'red' }) })}>
                Restore
              </Menu.Item>
            ) : (
              mayPublish && (
                <Menu.Item leftSection={<IconArchive size={18} />} onClick={() => ask('archive')}>
                  Archive
                </Menu.Item>
              )
            ))}
          {mayWrite && firstPublishedAt === null && status === 'DRAFT' && (
            <Menu.Item color="red" leftSection={<IconTrash size={18} />} onClick={() => ask('delete')}>
              Delete draft
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'archive' && (
        <ArchiveDialog
          release={{ title, status, artistName: artist.name, platforms: destinations.filter(({ offered }) => offered).map(({ platform }) => platform), archiveLeadsTo, archivePlatform }}
          onClose={() => setAsking(null)}
          onArchive={(choice) => act.mutateAsync({ what: 'archive', choice })}
        />
      )}
      <Modal opened={asking === 'delete'} onClose={() => setAsking(null)} title={`Delete “${title}”?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Text size="sm">The draft, its links and its tracks are deleted for good.</Text>
        <FormFailure failure={act.isError ? failureOf(act.error) : null} />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setAsking(null)}>
            Cancel
          </Button>
          <Button color="red" loading={act.isPending} onClick={() => act.mutate({ what: 'delete' })} data-autofocus>
            Delete
          </Button>
        </Group>
      </Modal>
    </>
  );
}
