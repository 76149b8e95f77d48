import { asStoreLink, readPastedLinks, type PastedLink } from '@lynkify/platforms';
import type { Transaction } from '../database/database.js';
import { DestinationEntity } from './destination.entity.js';

/** What a paste is to do. */
export interface Paste {
  text: string;
  /** Whether a link of a platform that has another one already takes its place. */
  replace?: boolean;
  /** Addresses that the artist says are their own shop, which no address tells. */
  asStore?: readonly string[];
  /** How these addresses came: pasted by a person, unless something else is said. */
  method?: 'pasted' | 'import';
}

/**
 * Adds the links of a pasted text to a release that this unit of work has locked. Says of every line what became of it.
 * @returns the lines, and whether anything of the release changed
 */
export async function addPasted(tx: Transaction, release: { workspaceId: string; id: string }, { text, replace = false, asStore = [], method = 'pasted' }: Paste): Promise<{ links: PastedLink[]; changed: boolean }> {
  const existing = await tx.findBy(DestinationEntity, { releaseId: release.id });
  const links = [...readPastedLinks(text, existing), ...storeLinks(asStore, existing)];
  let position = Math.max(-1, ...existing.map((each) => each.position));
  let changed = false;
  for (const link of links) {
    const { status, platform, url, entity = null } = link;
    if (!platform || !url) continue;
    if (status === 'recognised') {
      position += 1;
      await tx.query(
        `insert into destinations (workspace_id, release_id, platform, url, pasted_text, entity, position, method) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [release.workspaceId, release.id, platform, url, link.text, entity, position, method],
      );
      changed = true;
    } else if (status === 'conflict' && replace) {
      await tx.query(
        `update destinations set url = $3, pasted_text = $4, entity = $5, method = $6, checked_at = null, evidence = '{}', score = null, service = null, flagged = false, country = null where release_id = $1 and platform = $2`,
        [release.id, platform, url, link.text, entity, method],
      );
      changed = true;
    }
  }
  return { links, changed };
}

function storeLinks(texts: readonly string[], existing: readonly { platform: string; url: string }[]): PastedLink[] {
  const held = new Map(existing.map(({ platform, url }) => [platform, url]));
  return texts.map((text, index): PastedLink => {
    const found = asStoreLink(text);
    const base = { text: text.slice(0, 300), line: index + 1 };
    if (found.status === 'not-understood') return { ...base, status: 'not-understood', code: found.reason.code, message: found.reason.message };
    const { platform, url, entity } = found;
    const before = held.get(platform);
    held.set(platform, url);
    if (before === url) return { ...base, status: 'duplicate', platform, url, entity, message: 'This shop is already on the release.' };
    if (before !== undefined) return { ...base, status: 'conflict', platform, url, entity, replaces: before, message: 'There is another shop on the release. This one would replace it.' };
    return { ...base, status: 'recognised', platform, url, entity, message: 'Your own shop' };
  });
}
