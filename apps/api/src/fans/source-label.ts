import { channelLabel } from '@lynkify/domain';
import type { FanRow } from './fan-row.js';

/** The words for a page: “Smart link of Die With A Smile”. */
export function pageLabel(page: { releaseTitle: string | null; artistName: string | null; path: string }): string {
  if (page.releaseTitle !== null) return `Smart link of ${page.releaseTitle}`;
  return page.artistName === null ? page.path : `Bio page of ${page.artistName}`;
}

/** Where a fan was first met, in words: “Smart link of Die With A Smile · Instagram bio”. */
export function sourceLabel(row: Pick<FanRow, 'release_title' | 'artist_name' | 'source_path' | 'source_channel' | 'source_referrer'>): string {
  const page = pageLabel({ releaseTitle: row.release_title, artistName: row.artist_name, path: row.source_path });
  const way = row.source_channel ? channelLabel(row.source_channel) : row.source_referrer;
  return way ? `${page} · ${way}` : page;
}
