import { Injectable } from '@nestjs/common';
import { accept, defaultCaptureForm, defaultTheme, fillableFields, parseSlug, refuse, type FieldOrigins, type ReleaseType, type Result, type Viewer } from '@lynkify/domain';
import type { PastedLink } from '@lynkify/platforms';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import type { ArtistEntity } from '../artists/artist.entity.js';
import { ArtistsService } from '../artists/artists.service.js';
import { brokenConstraint } from '../database/constraints.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { addPasted } from '../destinations/pasted-destinations.js';
import { batchLoader } from '../graphql/context.js';
import { askAgainOnReleaseDay } from '../matching/release-day.js';
import { MediaService } from '../media/media.service.js';
import { notFound } from '../request-error.js';
import { readRelease, type ReleaseFields, type TypedRelease } from './release-fields.js';
import { freeSlug, isSuggestedSlug } from './release-slugs.js';
import { ReleaseEntity } from './release.entity.js';

export interface NewRelease extends Pick<TypedRelease, 'title' | 'type' | 'releaseDate' | 'releaseTime' | 'timeZone' | 'upc' | 'artistCredit'> {
  artistId: string;
  links?: string | null;
  slug?: string | null;
}

/** What a release is called until somebody says so. It cannot be published under it. */
export const untitled = 'Untitled release';

export const slugTaken = (slug: string) => `Another release of this artist has the address “${slug}”. Choose another one.`;

@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly artists: ArtistsService,
    private readonly media: MediaService,
  ) {}

  /** Releases by id, in one query per request; null for what is not in the viewer's workspace. */
  readonly byId = batchLoader<string, ReleaseEntity | null>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) => tx.findBy(ReleaseEntity, { id: In([...ids]) }));
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  });

  async release(viewer: Viewer, id: string): Promise<ReleaseEntity | null> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    return isId(id) ? this.database.inWorkspace(inside, (tx) => tx.findOneBy(ReleaseEntity, { id })) : null;
  }

  /** The release, for this unit of work alone until it ends, so that nothing saved at the same time is lost. @throws RequestError NOT_FOUND */
  async lock(tx: Transaction, id: string): Promise<ReleaseEntity> {
    const release = isId(id) ? await tx.findOne(ReleaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
    if (!release) throw notFound('release');
    return release;
  }

  /** The locked release, and its artist kept as it is: neither may move while a page is written at their address. */
  async lockWithArtist(tx: Transaction, id: string): Promise<{ artist: ArtistEntity; release: ReleaseEntity }> {
    const found = isId(id) ? await tx.findOneBy(ReleaseEntity, { id }) : null;
    if (!found) throw notFound('release');
    const artist = await this.artists.require(tx, found.artistId, 'share');
    return { artist, release: await this.lock(tx, id) };
  }

  /** Marks a locked release as changed by a person and returns it as it is now. What they changed no match fills any more. */
  async changed(tx: Transaction, release: ReleaseEntity, fields: Partial<ReleaseEntity> = {}, typed: readonly string[] = Object.keys(fields)): Promise<ReleaseEntity> {
    const version = release.version + 1;
    return this.write(tx, release, { ...fields, origins: typedOrigins(release, typed), version, editedVersion: version, updatedAt: new Date() });
  }

  /**
   * The same for a change by the system: it shows as a change to publish, and whoever has the release open can still save
   * what they changed of it.
   * @param origins whose the changed fields are from now on
   */
  async changedBySystem(tx: Transaction, release: ReleaseEntity, fields: Partial<ReleaseEntity> = {}, origins: FieldOrigins = {}): Promise<ReleaseEntity> {
    return this.write(tx, release, {
      ...fields,
      ...(await this.slugOf(tx, release, fields.title)),
      origins: { ...release.origins, ...origins },
      version: release.version + 1,
      editedVersion: release.editedVersion ?? release.version,
      updatedAt: new Date(),
    });
  }

  private async write(tx: Transaction, release: ReleaseEntity, fields: Partial<ReleaseEntity>): Promise<ReleaseEntity> {
    await tx.update(ReleaseEntity, { workspaceId: release.workspaceId, id: release.id }, fields);
    const written = await tx.findOneByOrFail(ReleaseEntity, { id: release.id });
    if (['releaseDate', 'releaseTime', 'timeZone'].some((name) => name in fields)) await askAgainOnReleaseDay(tx, written);
    return written;
  }

  async createRelease(viewer: Viewer, input: NewRelease): Promise<Result<{ release: ReleaseEntity; links: PastedLink[] }>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const title = input.title?.trim() ? input.title : untitled;
    const fields = readRelease({ ...input, title }, { theme: defaultTheme, capture: null });
    const slug = input.slug?.trim() ? parseSlug(input.slug) : accept(null);
    if (!fields.ok || !slug.ok) return { ok: false, errors: [...(fields.ok ? [] : fields.errors), ...(slug.ok ? [] : slug.errors)] };

    return this.database.inWorkspace(inside, async (tx): Promise<Result<{ release: ReleaseEntity; links: PastedLink[] }>> => {
      const artist = await this.artists.require(tx, input.artistId, 'share');
      const id = await this.addDraft(tx, artist, { slug: slug.value, fields: { ...fields.value, title: fields.value.title ?? title } });
      if (id === null) return refuse('SLUG_TAKEN', ['slug'], slugTaken(slug.value ?? ''));
      const { links } = input.links ? await addPasted(tx, { workspaceId: artist.workspaceId, id }, { text: input.links }) : { links: [] };
      return accept({ release: await tx.findOneByOrFail(ReleaseEntity, { id }), links });
    });
  }

  /**
   * A new draft of this artist, with what every release has from the start where the fields say nothing.
   * @param provisional the title is only there until somebody knows better
   * @returns its id; null when the chosen slug is taken
   */
  async addDraft(tx: Transaction, artist: ArtistEntity, { slug = null, fields, provisional = fields.title === untitled }: { slug?: string | null; fields: ReleaseFields & { title: string }; provisional?: boolean }): Promise<string | null> {
    const [workspace]: { time_zone: string }[] = await tx.query('select time_zone from workspaces where id = $1', [artist.workspaceId]);
    const usual = { type: 'single' as const, timeZone: workspace?.time_zone ?? 'UTC', artistCredit: '', description: '', capture: defaultCaptureForm(artist.name), theme: artist.releaseTheme ?? defaultTheme };
    const said = Object.entries(fields).filter(([, value]) => value !== null && value !== '').map(([name]) => name);
    const origins = { type: 'default', ...typedOrigins({ origins: {} }, said), ...(provisional && { title: 'default' }) };
    return this.insert(tx, { workspaceId: artist.workspaceId, artistId: artist.id, slug, origins, fields: { ...usual, ...fields } });
  }

  /** The new row's id, or null when the chosen slug is taken. A suggested slug that somebody else got first is suggested anew. */
  private async insert(tx: Transaction, { workspaceId, artistId, slug, origins, fields }: { workspaceId: string; artistId: string; slug: string | null; origins: FieldOrigins; fields: ReleaseFields & { title: string; type: ReleaseType } }): Promise<string | null> {
    for (;;) {
      const address = slug ?? (await freeSlug(tx, artistId, fields.title));
      const [row]: { id: string }[] = await tx.query(
        `insert into releases (workspace_id, artist_id, slug, title, artist_credit, type, release_date, release_time, time_zone, upc, description, theme, capture, label, origins)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict on constraint releases_artist_slug_key do nothing returning id`,
        [workspaceId, artistId, address, fields.title, fields.artistCredit, fields.type, fields.releaseDate ?? null, fields.releaseTime ?? null, fields.timeZone, fields.upc ?? null, fields.description, JSON.stringify(fields.theme), JSON.stringify(fields.capture), fields.label ?? '', JSON.stringify(origins)],
      );
      if (row) return row.id;
      if (slug !== null) return null;
    }
  }

  async updateRelease(viewer: Viewer, input: TypedRelease & { releaseId: string; version?: number | null }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const save = () =>
      this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
        const release = await this.lock(tx, input.releaseId);
        if (input.version != null && isStale(input.version, release)) {
          return refuse('STALE_VERSION', ['version'], 'Somebody saved this release since you opened it. Load it again; nothing of theirs was overwritten.');
        }
        const fields = readRelease(input, release);
        if (!fields.ok) return fields;
        const { artworkId } = fields.value;
        if (artworkId && (await this.media.find(tx, [artworkId])).length === 0) return refuse('ARTWORK_NOT_FOUND', ['artworkId'], 'There is no such picture. Upload it again.');
        const differing = onlyDifferent(fields.value, release);
        const typed = Object.keys(fields.value);
        if (Object.keys(differing).length === 0) {
          // Nothing to publish; but what a match had filled in and a person says too is theirs from now on.
          const origins = typedOrigins(release, typed);
          return accept(stable(origins) === stable(release.origins) ? release : await this.write(tx, release, { origins }));
        }
        return accept(await this.changed(tx, release, { ...differing, ...(await this.slugOf(tx, release, differing.title)) }, typed));
      });
    for (;;) {
      try {
        return await save();
      } catch (error) {
        // Only the slug that follows a title can be taken here; the next try suggests another one.
        if (brokenConstraint(error) !== 'releases_artist_slug_key') throw error;
      }
    }
  }

  /** Until the first publishing a slug that was made from the title goes with it: nobody has the address yet. */
  private async slugOf(tx: Transaction, release: ReleaseEntity, title: string | undefined): Promise<{ slug?: string }> {
    if (title === undefined || release.firstPublishedAt || !isSuggestedSlug(release.slug, release.title)) return {};
    return { slug: await freeSlug(tx, release.artistId, title, release.id) };
  }
}

/** Whether a person changed the release since this version; what the system changed takes nothing from anybody. */
function isStale(version: number, release: ReleaseEntity): boolean {
  return version > release.version || version < (release.editedVersion ?? release.version);
}

function typedOrigins({ origins }: Pick<ReleaseEntity, 'origins'>, fields: readonly string[]): FieldOrigins {
  return { ...origins, ...Object.fromEntries(fillableFields.filter((field) => fields.includes(field)).map((field) => [field, 'typed'])) };
}

function onlyDifferent(fields: ReleaseFields, release: ReleaseEntity): ReleaseFields {
  const before: Partial<ReleaseEntity> = { ...release, releaseTime: release.releaseTime?.slice(0, 5) ?? null };
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => stable(value) !== stable(before[name as keyof ReleaseFields])));
}

/** JSON with its keys in one order: Postgres keeps its own order in jsonb. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';
}
