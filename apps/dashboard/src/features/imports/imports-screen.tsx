import { Badge, Button, Skeleton } from '@mantine/core';
import { IconFileSpreadsheet, IconMicrophone2, IconTransferIn, type Icon } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { ErrorState } from '../../components/error-state.js';
import { TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { RelativeTime } from '../../components/relative-time.js';
import rows from '../../components/rows.module.css';
import { Section } from '../../components/section.js';
import { count } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { statusWords, sumOf } from './import-words.js';
import { imports, type ImportDetail } from './imports-query.js';
import classes from './imports.module.css';

interface Way {
  to: NonNullable<LinkProps['to']>;
  icon: Icon;
  title: string;
  words: string;
}

/** Three ways to bring releases in, and what was brought in so far. */
export function ImportsScreen() {
  const { artist } = useCurrentArtist();
  const mayWrite = useMay('releases:write');
  const ways: readonly Way[] = [
    { to: '/releases/import/artist', icon: IconMicrophone2, title: 'Every release of an artist', words: `Paste ${artist.name}’s page on Apple Music, Deezer or MusicBrainz, and choose from the list.` },
    { to: '/releases/import/file', icon: IconFileSpreadsheet, title: 'A spreadsheet', words: 'A CSV file from a label, a distributor or your own hand: up to 10,000 lines, looked over before anything is made.' },
    { to: '/releases/move-in', icon: IconTransferIn, title: 'A page elsewhere', words: 'Paste an lnk.to, ffm.to, Linktree or any other page. Its links come along, and its address can.' },
  ];
  return (
    <>
      <PageHeader title="Import" lead="Whatever you bring in becomes drafts. Nothing is public before you publish it, and to bring the same in twice changes nothing." />
      {mayWrite && (
        <ul className={classes.ways}>
          {ways.map(({ to, icon: Icon, title, words }) => (
            <li key={to}>
              <Link to={to} className={classes.way}>
                <Icon size={24} stroke={1.5} aria-hidden />
                <span className={classes.wayTitle}>{title}</span>
                <span className={classes.wayWords}>{words}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Section title="Brought in so far">
        <FormerImports />
      </Section>
    </>
  );
}

function FormerImports() {
  const list = useInfiniteQuery(imports());
  const all = list.data?.pages.flatMap(({ nodes }) => nodes);
  if (all === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <Skeleton height={120} radius="lg" />;
  if (all.length === 0) return <p className={classes.soft}>Nothing yet. Every import stays listed here with what became of each of its lines.</p>;
  return (
    <>
      <ul className={rows.rows} aria-label="Brought in so far">
        {all.map((each) => (
          <ImportRow key={each.id} source={each} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function ImportRow({ source }: { source: ImportDetail }) {
  const { id, kind, status, counts, createdAt } = source;
  const Icon = kind === 'CSV' ? IconFileSpreadsheet : IconMicrophone2;
  const { label, color } = statusWords[status];
  return (
    <li className={rows.row}>
      <Icon className={rows.icon} size={20} aria-hidden />
      <span className={rows.words}>
        <span className={rows.name}>
          <TextLink to="/releases/import/$importId" params={{ importId: id }}>
            {nameOf(source)}
          </TextLink>
        </span>
        <span className={rows.note}>
          {count(counts.total, 'line', 'lines')}
          {status !== 'READY' && `: ${sumOf(counts).toLowerCase()}`}, <RelativeTime at={createdAt} />
        </span>
      </span>
      <Badge color={color}>{label}</Badge>
    </li>
  );
}

/** What an import is called: its file, or the artist as the service writes the name. */
export function nameOf({ kind, source, foundName }: Pick<ImportDetail, 'kind' | 'source' | 'foundName'>): string {
  if (kind === 'CSV') return source;
  const host = source.replace(/^https:\/\/(?:www\.)?/u, '').replace(/\/.*$/u, '');
  return foundName === null ? source.replace(/^https:\/\//u, '') : `${foundName} on ${host}`;
}
