import { ActionIcon, Loader, Skeleton, Table, Tooltip, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconArrowUpRight, IconCheck, IconCopy, IconShare3 } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { IconLink } from '../../components/links.js';
import { Picture } from '../../components/picture.js';
import { PlatformMark } from '../../components/platform-mark.js';
import { formatDate } from '../../format.js';
import { releaseTypeNames } from './release-type-names.js';
import { ReleaseMenu } from './release-menu.js';
import { ReleaseStatus } from './release-status.js';
import classes from './releases.module.css';
import type { ListedRelease } from './releases-query.js';

const rowHeight = 44;

interface ReleasesTableProps {
  releases: readonly ListedRelease[];
  total: number;
  /** Names the artist of each, in a list of several. */
  withArtist: boolean;
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage' | 'isPlaceholderData'>;
}

/** Draws only the rows in sight, so that ten thousand scroll as ten do, and asks for more before the end. */
export function ReleasesTable({ releases, total, withArtist, list }: ReleasesTableProps) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, isPlaceholderData } = list;
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setOffset(top + window.scrollY);
  }, []);
  const rows = useWindowVirtualizer({ count: releases.length, estimateSize: () => rowHeight, overscan: 12, scrollMargin: offset, getItemKey: (index) => releases[index]?.id ?? index });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useLayoutEffect(() => {
    if (last >= releases.length - 20 && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [last, releases.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const above = (shown[0]?.start ?? offset) - offset;
  const below = rows.getTotalSize() - ((shown.at(-1)?.end ?? offset) - offset);

  return (
    <div className={isPlaceholderData ? `${classes.frame} ${classes.old}` : classes.frame}>
      <Table className={classes.table} aria-rowcount={total + 1}>
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            <Table.Th>Release</Table.Th>
            {withArtist && <Table.Th className={classes.wide}>Artist</Table.Th>}
            <Table.Th className={classes.wide}>Type</Table.Th>
            <Table.Th className={classes.wide}>Date</Table.Th>
            <Table.Th className={classes.wide}>Platforms</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th className={classes.tools}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          <Spacer height={above} />
          {shown.map(({ index, key }) => {
            const release = releases[index];
            return release && <Row key={key} release={release} index={index} withArtist={withArtist} />;
          })}
          <Spacer height={below} />
        </Table.Tbody>
      </Table>
      {isFetchingNextPage && (
        <div className={classes.more}>
          <Loader aria-label="Loading more releases" />
        </div>
      )}
      {isFetchNextPageError && (
        <div className={classes.more} role="alert">
          More could not be loaded.{' '}
          <button type="button" className={classes.again} onClick={() => void fetchNextPage()}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}

/** Room of the rows that are not drawn. One cell, not one over all columns: it would make columns of those that a phone leaves out. */
function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

function Row({ release, index, withArtist }: { release: ListedRelease; index: number; withArtist: boolean }) {
  const { id, title, artistCredit, artist, type, releaseDate, status, hasUnpublishedChanges, expiresAt, artwork, destinations } = release;
  return (
    <Table.Tr className={classes.row} aria-rowindex={index + 2}>
      <Table.Td className={classes.first}>
        <Link to="/releases/$releaseId" params={{ releaseId: id }} className={classes.release}>
          <Picture picture={artwork} size={32} name={title} />
          <span className={classes.words}>
            <span className={classes.title}>{title}</span>
            <span className={classes.credit}>{artistCredit === '' ? artist.name : artistCredit}</span>
          </span>
        </Link>
      </Table.Td>
      {withArtist && <Table.Td className={classes.wide}>{artist.name}</Table.Td>}
      <Table.Td className={classes.wide}>{releaseTypeNames[type]}</Table.Td>
      <Table.Td className={`${classes.wide} ${classes.date}`}>{releaseDate === null ? <span className={classes.none}>No date</span> : formatDate(releaseDate)}</Table.Td>
      <Table.Td className={classes.wide}>
        <Platforms destinations={destinations} />
      </Table.Td>
      <Table.Td className={classes.status}>
        <ReleaseStatus tight status={status} hasUnpublishedChanges={hasUnpublishedChanges} expiresAt={expiresAt} />
      </Table.Td>
      <Table.Td className={classes.tools}>
        <span className={classes.actions}>
          {status === 'PUBLISHED' && <QuickActions release={release} />}
          <ReleaseMenu release={release} />
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

const marksShown = 4;

function Platforms({ destinations }: { destinations: ListedRelease['destinations'] }) {
  if (destinations.length === 0) return <span className={classes.none}>No links</span>;
  const more = destinations.length - marksShown;
  return (
    <span className={classes.marks} role="img" aria-label={destinations.map(({ platformName }) => platformName).join(', ')} title={destinations.map(({ platformName }) => platformName).join(', ')}>
      {destinations.slice(0, marksShown).map(({ id, platform }) => (
        <PlatformMark key={id} platform={platform} size={16} />
      ))}
      {more > 0 && <span>+{more}</span>}
    </span>
  );
}

/** What is wanted most often, when the pointer is on the row. The menu has it too. */
function QuickActions({ release: { id, title, publicUrl } }: { release: ListedRelease }) {
  const { copied, copy } = useClipboard({ timeout: 2000 });
  return (
    <span className={classes.quick}>
      <Tooltip label={copied ? 'Copied' : 'Copy address'}>
        <ActionIcon size={32} aria-label={`Copy the address of ${title}`} onClick={() => copy(publicUrl)}>
          {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Share">
        <IconLink to="/share" search={{ release: id }} size={32} aria-label={`Share ${title}`}>
          <IconShare3 size={18} />
        </IconLink>
      </Tooltip>
      <Tooltip label="Open page">
        <ActionIcon size={32} component="a" href={publicUrl} target="_blank" rel="noopener" aria-label={`Open the page of ${title}`}>
          <IconArrowUpRight size={18} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** The shape of the list. */
export function ReleasesTableSkeleton() {
  return (
    <div className={classes.frame} aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={classes.skeleton}>
          <Skeleton height={32} width={32} />
          <Skeleton height={14} width={`${30 + ((index * 17) % 30)}%`} />
        </div>
      ))}
    </div>
  );
}
