import { Injectable } from '@nestjs/common';
import { accept, compareArtists, compareKey, refuse, suggestSlug, type Result } from '@lynkify/domain';
import { platformName, readPastedLinks, type PastedLink } from '@lynkify/platforms';
import type { ArtistEntity } from '../artists/artist.entity.js';
import type { Transaction } from '../database/database.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import { addPasted } from '../destinations/pasted-destinations.js';
import { freeSlug, isSuggestedSlug } from '../releases/release-slugs.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService, untitled } from '../releases/releases.service.js';
import { TrackEntity } from '../tracks/track.entity.js';
import type { CatalogueLine } from './catalogue-line.js';
import { ImportMatching } from './import-matching.js';
import { findSameRelease, type SameRelease } from './same-release.js';

/** What became of a line. */
export interface TakenLine {
  outcome: 'created' | 'completed' | 'unchanged';
  releaseId: string;
  /** What a person should know of it. */
  notes: string[];
}

const foundBy: Record<SameRelease['by'], string> = { upc: 'by its UPC', link: 'by its link', title: 'by its title' };

/** Releases as catalogues bring them: made when they are not there, completed where something is empty, else left alone. */
@Injectable()
export class CatalogueReleases {
  constructor(
    private readonly releases: ReleasesService,
    private readonly matching: ImportMatching,
  ) {}

  /**
   * Takes one line, whole or not at all. What somebody typed is never written over: only what is empty is filled, and
   * a platform keeps the link that it has.
   */
  async take(tx: Transaction, artist: ArtistEntity, line: CatalogueLine): Promise<Result<TakenLine>> {
    // Nothing else tells two imports at once that they are about the same release before it is there.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`import:${artist.id}`]);
    const same = await findSameRelease(tx, artist.id, line);
    return same ? this.complete(tx, artist, line, same) : this.create(tx, artist, line);
  }

  private async create(tx: Transaction, artist: ArtistEntity, line: CatalogueLine): Promise<Result<TakenLine>> {
    const { title, releaseDate, upc, label, type, slug } = line;
    const id = await this.releases.addDraft(tx, artist, { slug, fields: { title, releaseDate, upc, label, artistCredit: creditOf(line, artist), ...(type === null ? {} : { type }) } });
    if (id === null) return refuse('SLUG_TAKEN', ['slug'], `Another release has the address “${slug ?? ''}”. Leave it out for “${suggestSlug(title)}”, or choose another one.`);
    const release = { workspaceId: artist.workspaceId, id };
    const { links } = await addPasted(tx, release, { text: line.links.join('\n'), method: 'import' });
    await insertTracks(tx, release, line.tracks, 0);
    return accept({ outcome: 'created', releaseId: id, notes: [...line.notes, ...keptLinks(links)] });
  }

  private async complete(tx: Transaction, artist: ArtistEntity, line: CatalogueLine, same: SameRelease): Promise<Result<TakenLine>> {
    const seen = await tx.findOneByOrFail(ReleaseEntity, { id: same.id });
    const notes = [...line.notes, `Found ${foundBy[same.by]}.`];
    if (seen.title !== line.title && seen.title !== untitled && seen.origins.title !== 'default') notes.push(`It is called “${seen.title}” here.`);
    if (seen.status === 'archived') return accept({ outcome: 'unchanged', releaseId: seen.id, notes: [...notes, 'It is archived, so nothing was added.'] });
    // Looked at before it is locked: an import that has nothing to say leaves no trace on any row.
    const ahead = await missing(tx, seen, artist, line);
    if (ahead.nothing) return accept({ outcome: 'unchanged', releaseId: seen.id, notes: [...notes, ...keptLinks(ahead.links)] });

    const release = await this.releases.lock(tx, seen.id);
    const { fields, tracks, links, isrcs } = await missing(tx, release, artist, line);
    await addPasted(tx, release, { text: line.links.join('\n'), method: 'import' });
    for (const { id, isrc } of isrcs) await tx.query('update tracks set isrc = $2 where id = $1', [id, isrc]);
    await insertTracks(tx, release, tracks.list, tracks.from);
    await this.releases.changed(tx, release, { ...fields, ...(await followingSlug(tx, release, fields.title)) }, [...Object.keys(fields), ...(tracks.list.length > 0 ? ['tracks'] : [])]);
    // What it can be looked up by is more than it was.
    if (fields.upc || isrcs.length > 0 || tracks.list.some(({ isrc }) => isrc !== null)) await this.matching.orderAgain(tx, release);
    return accept({ outcome: 'completed', releaseId: release.id, notes: [...notes, ...keptLinks(links)] });
  }
}

/** What a line knows of a release that nobody has said yet. */
async function missing(tx: Transaction, release: ReleaseEntity, artist: ArtistEntity, line: CatalogueLine) {
  const destinations = await tx.findBy(DestinationEntity, { releaseId: release.id });
  const links = readPastedLinks(line.links.join('\n'), destinations);
  const existing = line.tracks.length === 0 ? [] : await tx.find(TrackEntity, { where: { releaseId: release.id }, order: { position: 'asc' } });
  const fields: Partial<ReleaseEntity> = {};
  if ((release.title === untitled || release.origins.title === 'default') && line.title !== release.title) fields.title = line.title;
  if (release.upc === null && line.upc !== null) fields.upc = line.upc;
  if (release.releaseDate === null && line.releaseDate !== null) fields.releaseDate = line.releaseDate;
  if (release.label === '' && line.label !== '') fields.label = line.label;
  const credit = creditOf(line, artist);
  if (release.artistCredit === '' && credit !== '') fields.artistCredit = credit;
  const { list, isrcs } = missingTracks(existing, line);
  const tracks = { list, from: Math.max(-1, ...existing.map(({ position }) => position)) + 1 };
  const nothing = Object.keys(fields).length === 0 && list.length === 0 && isrcs.length === 0 && links.every(({ status }) => status !== 'recognised');
  return { fields, tracks, links, isrcs, nothing };
}

/** A whole list of tracks goes only where there is none; a single one beside those that are there, known by its ISRC or its title. */
function missingTracks(existing: readonly TrackEntity[], { tracks, wholeTrackList }: CatalogueLine): { list: CatalogueLine['tracks']; isrcs: { id: string; isrc: string }[] } {
  if (wholeTrackList) return { list: existing.length === 0 ? tracks : [], isrcs: [] };
  const list: CatalogueLine['tracks'][number][] = [];
  const isrcs: { id: string; isrc: string }[] = [];
  for (const track of tracks) {
    if (track.isrc !== null && existing.some(({ isrc }) => isrc === track.isrc)) continue;
    const named = existing.find(({ title }) => compareKey(title) === compareKey(track.title));
    if (!named || (named.isrc !== null && track.isrc !== null)) list.push(track);
    else if (track.isrc !== null) isrcs.push({ id: named.id, isrc: track.isrc });
  }
  return { list, isrcs };
}

async function insertTracks(tx: Transaction, release: { workspaceId: string; id: string }, tracks: CatalogueLine['tracks'], from: number): Promise<void> {
  if (tracks.length === 0) return;
  await tx.query(
    `insert into tracks (workspace_id, release_id, position, title, isrc, duration_ms)
     select $1, $2, $6 + place - 1, title, isrc, duration_ms from unnest($3::text[], $4::text[], $5::integer[]) with ordinality as listed (title, isrc, duration_ms, place)`,
    [release.workspaceId, release.id, tracks.map(({ title }) => title), tracks.map(({ isrc }) => isrc), tracks.map(({ durationMs }) => durationMs), from],
  );
}

/** Until the first publishing a slug that nobody chose goes with the title. */
async function followingSlug(tx: Transaction, release: ReleaseEntity, title: string | undefined): Promise<{ slug?: string }> {
  if (title === undefined || release.firstPublishedAt || !isSuggestedSlug(release.slug, release.title)) return {};
  return { slug: await freeSlug(tx, release.artistId, title, release.id) };
}

/** The credit that is printed; empty where it is the artist alone, by name or handle. */
function creditOf({ artist: text }: CatalogueLine, artist: ArtistEntity): string {
  const isHandle = [artist.handle, `@${artist.handle}`].includes(text.toLowerCase());
  return isHandle || compareArtists(text, artist.name) === 'same' ? '' : text;
}

function keptLinks(links: readonly PastedLink[]): string[] {
  return links.flatMap(({ status, platform, url }) => (status === 'conflict' && platform ? [`${platformName(platform)} has another link already; ${url ?? 'this one'} was left out.`] : []));
}
