import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requirePermission } from '../access/access.js';
import { Database } from '../database/database.js';
import { decodeCursor, encodeCursor } from '../graphql/connection.js';
import { badInput } from '../request-error.js';
import type { PublishedPage, PublishedPageConnection } from './published-page.type.js';

const mostAtOnce = 1_000;
const head = `path, kind, version::text as version, published_at as "publishedAt"`;

/** The renderer's own questions. They see published pages of every workspace, and nothing else. */
@Injectable()
export class PublishedPagesService {
  constructor(private readonly database: Database) {}

  async publishedPage(viewer: Viewer, path: string, host: string): Promise<PublishedPage | null> {
    requirePermission(viewer, 'renderer');
    const [page]: PublishedPage[] = await this.database.unit({ purpose: 'renderer' }, (tx) => tx.query(`select ${head}, document from published_pages where host = $1 and path = $2`, [host, path]));
    return page ?? null;
  }

  /** @param options.whole whether the documents are asked for too: a walk over a million versions reads none of them */
  async publishedPages(viewer: Viewer, { first, after, kind, whole }: { first: number; after: string | null; kind: string | null; whole: boolean }): Promise<PublishedPageConnection> {
    requirePermission(viewer, 'renderer');
    if (first < 1 || first > mostAtOnce) throw badInput({ first: `Ask for between 1 and ${mostAtOnce} pages at once.` });
    const [place] = after === null ? [''] : decodeCursor(after, 1);
    const rows: PublishedPage[] = await this.database.unit({ purpose: 'renderer' }, (tx) =>
      tx.query(`select ${head}${whole ? ', document' : ''} from published_pages where host = '' and path > $1 and ($2::text is null or kind = $2) order by path limit $3`, [place ?? '', kind, first + 1]),
    );
    const nodes = rows.slice(0, first);
    const cursor = (page: PublishedPage | undefined) => (page ? encodeCursor([page.path]) : null);
    return { nodes, pageInfo: { startCursor: cursor(nodes[0]), endCursor: cursor(nodes.at(-1)), hasNextPage: rows.length > first, hasPreviousPage: after !== null } };
  }

  /** The highest version of any page: what a renderer that just connected knows of. */
  async highestVersion(): Promise<string> {
    const [row]: { version: string }[] = await this.database.unit({ purpose: 'renderer' }, (tx) => tx.query(`select coalesce(max(version), 0)::text as version from published_pages`));
    return row?.version ?? '0';
  }
}
