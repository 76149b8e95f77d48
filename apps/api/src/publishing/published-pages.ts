import { shortForms, type PublishedDocument, type RedirectDocument, type SharePicture } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import { dressed, orderSharePictures } from '../share-pictures/dress-page.js';

/** Channel of Postgres on which every changed page is told, in the transaction that changes it. */
export const pagesChannel = 'published_pages';

/** Whose page it is, and where. Paths begin with a slash and have none at the end. */
export interface PageAddress {
  path: string;
  workspaceId: string;
  artistId: string;
  releaseId: string | null;
}

/** Set on the connections of a program that has a CDN to purge. */
export const cdnSetting = 'app.cdn';
export const purgeJob = 'purge-cdn';

/**
 * Tells the renderers, and orders the purge where there is a CDN: at once, and again a little later, since what it
 * fetched from a renderer that had not heard yet would otherwise stay.
 */
export const tellChanged = `select
       (select count(pg_notify('${pagesChannel}', json_build_object('host', host, 'path', path, 'version', version::text)::text)) from changed),
       (select count(graphile_worker.add_job('${purgeJob}', json_build_object('paths', paths), run_at => now() + pause, max_attempts => 12))
        from (select string_agg(path, ' ' order by path) as paths from changed where current_setting('${cdnSetting}', true) = 'on' having count(*) > 0) as purge,
          unnest(array[interval '0', interval '5 seconds']) as pause)`;

/** Puts a document at its address, in place of whatever stood there. Its picture for sharing is the one of what it shows, or is ordered. */
export async function putPage(tx: Transaction, { path, workspaceId, artistId, releaseId }: PageAddress, bare: PublishedDocument): Promise<void> {
  const document = await dressed(tx, { path, workspaceId }, bare);
  await tx.query(
    `with changed as (
       insert into published_pages (path, workspace_id, artist_id, release_id, kind, document) values ($1, $2, $3, $4, $5, $6)
       on conflict (host, path) do update set
         artist_id = excluded.artist_id, release_id = excluded.release_id, kind = excluded.kind, document = excluded.document,
         version = excluded.version, published_at = excluded.published_at
       returning host, path, version
     ) ${tellChanged}`,
    [path, workspaceId, artistId, releaseId, document.kind, JSON.stringify(document)],
  );
}

/** Publishes the short forms of a page that are not public yet, or not as they should be. They move with the page from then on. */
export async function putShortForms(tx: Transaction, { path, artistId, releaseId }: Omit<PageAddress, 'workspaceId'>): Promise<void> {
  await tx.query(
    `with changed as (
       insert into published_pages (path, workspace_id, artist_id, release_id, kind, document)
       select '/${shortForms}/' || code, workspace_id, artist_id, release_id, 'redirect',
         jsonb_strip_nulls(jsonb_build_object('kind', 'redirect', 'workspaceId', workspace_id, 'to', $1::text, 'via', channel, 'campaign', nullif(campaign, '')))
       from share_links where artist_id = $2 and release_id is not distinct from $3::uuid
       on conflict (host, path) do update set kind = excluded.kind, document = excluded.document, version = excluded.version
         where published_pages.document <> excluded.document
       returning host, path, version
     ) ${tellChanged}`,
    [path, artistId, releaseId],
  );
}

/** Has the short forms of a release that is deleted say that it is gone. Nobody gets their codes again. */
export async function endShortForms(tx: Transaction, releaseId: string): Promise<void> {
  await tx.query(
    `with changed as (
       insert into published_pages (path, workspace_id, artist_id, release_id, kind, document)
       select '/${shortForms}/' || s.code, s.workspace_id, s.artist_id, null, 'gone',
         jsonb_build_object('kind', 'gone', 'workspaceId', s.workspace_id, 'artist', jsonb_build_object('id', a.id, 'handle', a.handle, 'name', a.name))
       from share_links s join artists a on a.id = s.artist_id where s.release_id = $1
       on conflict (host, path) do update set kind = excluded.kind, document = excluded.document, version = excluded.version
       returning host, path, version
     ) ${tellChanged}`,
    [releaseId],
  );
}

/** Gives a page the picture that was drawn for it, if it still shows what is on it. When it was published stays. */
export async function putSharePicture(tx: Transaction, path: string, picture: SharePicture, holds: (document: PublishedDocument) => boolean): Promise<void> {
  const [row]: { document: PublishedDocument }[] = await tx.query(`select document from published_pages where host = '' and path = $1 for update`, [path]);
  if (!row || !holds(row.document)) return;
  await tx.query(
    `with changed as (
       update published_pages set version = nextval('published_pages_version_seq'), document = jsonb_set(document, '{sharePicture}', $2::jsonb)
       where host = '' and path = $1 and document->'sharePicture' is distinct from $2::jsonb
       returning host, path, version
     ) ${tellChanged}`,
    [path, JSON.stringify(picture)],
  );
}

/** The document at an address of this workspace, or null. */
export async function pageAt(tx: Transaction, path: string): Promise<PublishedDocument | null> {
  const [row]: { document: PublishedDocument }[] = await tx.query(`select document from published_pages where host = '' and path = $1`, [path]);
  return row?.document ?? null;
}

export interface PageMove {
  workspaceId: string;
  artistId: string;
  from: string;
  to: string;
  /** Where in the moved documents the address is written, and what it is from now on. */
  rewrite: { path: readonly string[]; value: string };
}

/**
 * Moves a page and all pages below it. Every old address redirects to the new one; redirects that led to an old address
 * lead straight to the new one, so that no chain ever grows. Moving back to a former address puts the page over its redirect.
 */
export async function movePages(tx: Transaction, { workspaceId, artistId, from, to, rewrite }: PageMove): Promise<void> {
  const below = `(%s = $2 or starts_with(%s, $2 || '/'))`;
  const inside = (column: string) => below.replaceAll('%s', column);
  await tx.query(
    `with changed as (
       insert into published_pages (host, path, workspace_id, artist_id, release_id, kind, document, published_at)
       select host, $3 || substr(path, length($2) + 1), workspace_id, artist_id, release_id, kind, jsonb_set(document, $4::text[], to_jsonb($5::text)), published_at
       from published_pages where artist_id = $1 and host = '' and kind <> 'redirect' and ${inside('path')}
       on conflict (host, path) do update set
         release_id = excluded.release_id, kind = excluded.kind, document = excluded.document, version = excluded.version, published_at = excluded.published_at
       returning host, path, version
     ) ${tellChanged}`,
    [artistId, from, to, rewrite.path, rewrite.value],
  );
  const redirect: RedirectDocument = { kind: 'redirect', workspaceId, to };
  await tx.query(
    `with changed as (
       update published_pages set kind = 'redirect', version = nextval('published_pages_version_seq'), published_at = now(),
         document = $4::jsonb || jsonb_build_object('to', $3 || substr(path, length($2) + 1))
       where artist_id = $1 and host = '' and kind <> 'redirect' and ${inside('path')}
       returning host, path, version
     ) ${tellChanged}`,
    [artistId, from, to, JSON.stringify(redirect)],
  );
  await tx.query(
    `with changed as (
       update published_pages set version = nextval('published_pages_version_seq'),
         document = jsonb_set(document, '{to}', to_jsonb($3 || substr(document->>'to', length($2) + 1)))
       where artist_id = $1 and host = '' and kind = 'redirect' and ${inside(`(document->>'to')`)}
       returning host, path, version
     ) ${tellChanged}`,
    [artistId, from, to],
  );
}

/** Writes an artist's new name into every page of theirs, and into the credits that are nothing but the name. */
export async function renameOnPages(tx: Transaction, artistId: string, names: { before: string; after: string }): Promise<void> {
  await tx.query(
    `with changed as (
       update published_pages set version = nextval('published_pages_version_seq'),
         document = case when document #>> '{release,artistCredit}' = $2
           then jsonb_set(jsonb_set(document, '{artist,name}', to_jsonb($3::text)), '{release,artistCredit}', to_jsonb($3::text))
           else jsonb_set(document, '{artist,name}', to_jsonb($3::text)) end
       where artist_id = $1 and kind <> 'redirect'
       returning host, path, version
     ) ${tellChanged}`,
    [artistId, names.before, names.after],
  );
  const rows: { path: string; workspace_id: string }[] = await tx.query(`select path, workspace_id from published_pages where artist_id = $1 and host = '' and kind in ('smart-link', 'bio-page')`, [artistId]);
  const [first] = rows;
  if (first) await orderSharePictures(tx, first.workspace_id, rows.map(({ path }) => path));
}
