import { Injectable } from '@nestjs/common';
import { accept, defaultTheme, parseHandle, parseName, parseTheme, suggestHandle, viewerMay, type Result, type TypedTheme, type Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace, requirePermission } from '../access/access.js';
import { insertDefaultBioPage } from '../bio-pages/default-bio-page.js';
import { acceptUnlessTaken } from '../database/constraints.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { batchLoader } from '../graphql/context.js';
import { movePages, renameOnPages } from '../publishing/published-pages.js';
import { refreshArtistPages } from '../publishing/published-releases.js';
import { notFound } from '../request-error.js';
import { ArtistEntity } from './artist.entity.js';
import { alternatives, claimHandle, freeHandles, handleLooksAlike, handleTaken } from './handles.js';

/** What is known of a handle before anybody takes it. */
export interface HandleAnswer {
  handle: string | null;
  available: boolean;
  code: string | null;
  message: string | null;
  suggestion: string | null;
}

@Injectable()
export class ArtistsService {
  constructor(private readonly database: Database) {}

  /** Artists by id, in one query per request; null for what is not in the viewer's workspace. */
  readonly byId = batchLoader<string, ArtistEntity | null>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'artists:read'), (tx) => tx.findBy(ArtistEntity, { id: In([...ids]) }));
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  });

  /** Handles by artist's id, for the addresses of releases: whoever may read those needs nothing else of the artist. */
  readonly handleById = batchLoader<string, string | null>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) => tx.find(ArtistEntity, { select: { workspaceId: true, id: true, handle: true }, where: { id: In([...ids]) } }));
    return ids.map((id) => rows.find((row) => row.id === id)?.handle ?? null);
  });

  /** Former handles by artist, the latest first. */
  readonly formerHandles = batchLoader<string, string[]>(async ({ viewer }, ids) => {
    const rows: { artist_id: string; handle: string }[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'artists:read'), (tx) =>
      tx.query(
        `select h.artist_id, h.handle from handles h join artists a on a.id = h.artist_id and a.handle <> h.handle
         where h.artist_id = any($1::uuid[]) order by h.created_at desc`,
        [ids],
      ),
    );
    return ids.map((id) => rows.filter((row) => row.artist_id === id).map((row) => row.handle));
  });

  async artist(viewer: Viewer, id: string): Promise<ArtistEntity | null> {
    const inside = requireInWorkspace(viewer, 'artists:read');
    return isId(id) ? this.database.inWorkspace(inside, (tx) => tx.findOneBy(ArtistEntity, { id })) : null;
  }

  async artistByHandle(viewer: Viewer, text: string): Promise<ArtistEntity | null> {
    const inside = requireInWorkspace(viewer, 'artists:read');
    const handle = parseHandle(text);
    return handle.ok ? this.database.inWorkspace(inside, (tx) => tx.findOneBy(ArtistEntity, { handle: handle.value })) : null;
  }

  /** Every artist of the viewer's workspace, by name. */
  async artists(viewer: Viewer): Promise<ArtistEntity[]> {
    return this.database.inWorkspace(requireInWorkspace(viewer, 'artists:read'), (tx) => tx.find(ArtistEntity, { order: { name: 'asc', id: 'asc' } }));
  }

  /** Handle of an artist, for whoever makes or publishes releases; null when there is no such artist. */
  async handleOf(viewer: Viewer, id: string): Promise<string | null> {
    const inside = requireInWorkspace(viewer, viewerMay(viewer, 'pages:publish') ? 'pages:publish' : 'releases:write');
    const [row]: { handle: string }[] = await this.database.inWorkspace(inside, (tx) => tx.query('select handle from artists where id = $1', [id]));
    return row?.handle ?? null;
  }

  /** The artist of a workspace that has exactly one, else null. */
  async onlyArtistId(viewer: Viewer): Promise<string | null> {
    const rows: { id: string }[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:write'), (tx) => tx.query('select id from artists limit 2'));
    return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  }

  /** The artist inside a unit of work, kept as it is (`share`) or for this unit alone (`update`) until it ends. @throws RequestError NOT_FOUND */
  async require(tx: Transaction, id: string, lock: 'share' | 'update'): Promise<ArtistEntity> {
    const artist = isId(id) ? await tx.findOne(ArtistEntity, { where: { id }, lock: { mode: lock === 'share' ? 'pessimistic_read' : 'pessimistic_write' } }) : null;
    if (!artist) throw notFound('artist');
    return artist;
  }

  async createArtist(viewer: Viewer, input: { name: string; handle: string }): Promise<Result<ArtistEntity>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    const name = parseName(input.name);
    const handle = parseHandle(input.handle);
    if (!name.ok || !handle.ok) return { ok: false, errors: [...(name.ok ? [] : name.errors), ...(handle.ok ? [] : handle.errors)] };
    return this.database.inWorkspace(inside, (tx) => this.addArtist(tx, inside.workspaceId, { name: name.value, handle: handle.value }));
  }

  /** A new artist of this unit of work, of a name and handle that were read. Refused, nothing of the unit may stay. */
  async addArtist(tx: Transaction, workspaceId: string, { name, handle }: { name: string; handle: string }): Promise<Result<ArtistEntity>> {
    const made = await acceptUnlessTaken(
      tx.query('insert into artists (workspace_id, handle, name) values ($1, $2, $3) returning id', [workspaceId, handle, name]),
      'artists_handle_key',
      ...refusalOf(handle),
    );
    if (!made.ok) return made;
    const artist = await tx.findOneByOrFail(ArtistEntity, { id: made.value[0].id });
    const claimed = await claimHandle(tx, artist, handle);
    if (!claimed.ok) return claimed;
    await insertDefaultBioPage(tx, artist);
    return accept(artist);
  }

  /** The new name stands on every published page at once: it says who somebody is, not what a page holds. */
  async updateArtist(viewer: Viewer, input: { artistId: string; name?: string | null; releaseTheme?: TypedTheme | null }): Promise<Result<ArtistEntity>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    const name = input.name == null ? null : parseName(input.name);
    if (name && !name.ok) return name;
    return this.database.inWorkspace(inside, async (tx) => {
      const found = await this.require(tx, input.artistId, 'update');
      const theme = input.releaseTheme == null ? accept(input.releaseTheme === null ? null : found.releaseTheme) : parseTheme(input.releaseTheme, found.releaseTheme ?? defaultTheme);
      if (!theme.ok) return { ok: false, errors: theme.errors.map((error) => ({ ...error, path: ['releaseTheme', ...error.path] })) };
      if (theme.value !== found.releaseTheme) await tx.query('update artists set release_theme = $2, updated_at = now() where id = $1', [found.id, theme.value && JSON.stringify(theme.value)]);
      const artist = { ...found, releaseTheme: theme.value };
      if (!name || name.value === artist.name) return accept(artist);
      await tx.query('update artists set name = $2, updated_at = now() where id = $1', [artist.id, name.value]);
      await renameOnPages(tx, artist.id, { before: artist.name, after: name.value });
      // Cards of releases that are credited to nothing but the name have it too.
      await refreshArtistPages(tx, artist);
      return accept({ ...artist, name: name.value });
    });
  }

  /** Moves all of an artist's addresses. The former ones redirect for good. */
  async changeHandle(viewer: Viewer, input: { artistId: string; handle: string }): Promise<Result<ArtistEntity>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    const parsed = parseHandle(input.handle);
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ArtistEntity>> => {
      const artist = await this.require(tx, input.artistId, 'update');
      if (!parsed.ok) return parsed;
      const handle = parsed.value;
      if (handle === artist.handle) return accept(artist);
      const claimed = await claimHandle(tx, artist, handle);
      if (!claimed.ok) return claimed;
      const moved = await acceptUnlessTaken(tx.query('update artists set handle = $2, updated_at = now() where id = $1', [artist.id, handle]), 'artists_handle_key', ...refusalOf(handle));
      if (!moved.ok) return moved;
      await movePages(tx, { workspaceId: artist.workspaceId, artistId: artist.id, from: `/${artist.handle}`, to: `/${handle}`, rewrite: { path: ['artist', 'handle'], value: handle } });
      return accept({ ...artist, handle });
    });
  }

  /** Whether a handle can be had, and which one could instead. An answer, not a promise: taking it decides. */
  async handleAvailability(viewer: Viewer, text: string): Promise<HandleAnswer> {
    requirePermission(viewer, 'any-viewer');
    const parsed = parseHandle(text);
    const handle = parsed.ok ? parsed.value : suggestHandle(text);
    const candidates = [handle, ...alternatives(handle)];
    const [asked, ...others] = await this.database.unit({ purpose: 'handles' }, (tx) => freeHandles(tx, candidates));
    const isFree = (each: { taken: boolean; lookalike: boolean } | undefined) => each !== undefined && !each.taken && !each.lookalike;
    if (parsed.ok && isFree(asked)) return { handle, available: true, code: null, message: null, suggestion: null };
    const suggestion = (parsed.ok ? others : [asked, ...others]).find(isFree)?.handle ?? null;
    const refusal = (parsed.ok ? (asked?.taken ? handleTaken(handle) : handleLooksAlike(handle)) : parsed).errors[0];
    return { handle: parsed.ok ? handle : null, available: false, code: refusal?.code ?? null, message: refusal?.message ?? null, suggestion };
  }
}

function refusalOf(handle: string): [code: 'HANDLE_TAKEN', path: string[], message: string] {
  return ['HANDLE_TAKEN', ['handle'], handleTaken(handle).errors[0]?.message ?? ''];
}
