import { Injectable } from '@nestjs/common';
import { passwordMark, type PublishedDocument } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';

/** What the public sees now of a workspace's own pages, to be compared with what is saved. */
@Injectable()
export class PublishedDocumentsService {
  constructor(private readonly database: Database) {}

  /** Smart links by release, in one query per request; null for what is not public. */
  readonly ofRelease = batchLoader<string, PublishedDocument | null>(async ({ viewer }, ids) => {
    const rows = await this.documents(requireInWorkspace(viewer, 'releases:read'), 'smart-link', 'release_id', ids);
    return ids.map((id) => rows.get(id) ?? null);
  });

  /** Bio pages by artist, in one query per request; null for what is not public. */
  readonly ofArtist = batchLoader<string, PublishedDocument | null>(async ({ viewer }, ids) => {
    const rows = await this.documents(requireInWorkspace(viewer, 'artists:read'), 'bio-page', 'artist_id', ids);
    return ids.map((id) => rows.get(id) ?? null);
  });

  private async documents(viewer: ReturnType<typeof requireInWorkspace>, kind: 'smart-link' | 'bio-page', column: 'release_id' | 'artist_id', ids: readonly string[]): Promise<ReadonlyMap<string, PublishedDocument>> {
    const rows: { id: string; document: PublishedDocument }[] = await this.database.inWorkspace(viewer, (tx) =>
      tx.query(`select ${column} as id, document from published_pages where host = '' and kind = $1 and ${column} = any($2::uuid[])`, [kind, ids]),
    );
    return new Map(rows.map(({ id, document }) => [id, withoutSecrets(document)]));
  }
}

/** The hash of a page's password is for renderers alone. */
function withoutSecrets(document: PublishedDocument): PublishedDocument {
  return document.kind === 'smart-link' && document.access ? { ...document, access: { ...document.access, password: passwordMark(document.access.password) } } : document;
}
