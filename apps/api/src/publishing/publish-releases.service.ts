import { Injectable } from '@nestjs/common';
import { accept, compileSmartLink, refuse, withholdDestinations, type GoneDocument, type Result, type SmartLinkDocument, type Viewer } from '@lynkify/domain';
import { offeredBefore } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import type { ArtistEntity } from '../artists/artist.entity.js';
import { Database, type Transaction } from '../database/database.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import { MediaService } from '../media/media.service.js';
import { toPublishedPicture } from '../media/picture.type.js';
import { publishedVideo } from '../releases/release-video.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService, untitled } from '../releases/releases.service.js';
import { orderMailsIfDue } from '../reminders/order-mails.js';
import { TrackEntity } from '../tracks/track.entity.js';
import { offersOf } from './dead-links.service.js';
import { newestCards } from './more-releases.js';
import { endShortForms, putPage, putShortForms } from './published-pages.js';
import { refreshArtistPages } from './published-releases.js';

/** What the public sees of a release, and when it stops to. Each change tells the renderers in the transaction that makes it. */
@Injectable()
export class PublishReleasesService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
    private readonly media: MediaService,
  ) {}

  /** Compiles a release's rows into the one document that its address answers with from now on. */
  async publishRelease(viewer: Viewer, releaseId: string): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'pages:publish');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { artist, release } = await this.releases.lockWithArtist(tx, releaseId);
      if (release.status === 'archived') return refuse('RELEASE_ARCHIVED', [], 'This release is archived. Restore it first.');
      if (release.title === untitled || release.origins.title === 'default') return refuse('TITLE_MISSING', ['title'], 'Give the release its title before it is published.');
      const document = await this.compile(tx, artist, release);
      if (document.destinations.length === 0 && !document.withheld) return refuse('NO_DESTINATIONS', ['destinations'], `${document.off ? 'Switch on' : 'Add'} at least one platform: a smart link leads to the music.`);
      await putPage(tx, pageOf(artist, release), document);
      await putShortForms(tx, pageOf(artist, release));
      // From here on the address is this release's alone; whoever had it before redirects from there no longer.
      await tx.query('delete from former_slugs where artist_id = $1 and slug = $2', [artist.id, release.slug]);
      await this.mark(tx, release, { status: 'published', publishedVersion: release.version, publishedAt: new Date(), firstPublishedAt: release.firstPublishedAt ?? new Date() });
      await refreshArtistPages(tx, artist);
      await orderMailsIfDue(tx, release, document.release.releasedAt);
      return accept(await this.reload(tx, release));
    });
  }

  /** Takes a smart link down. Its address says that it is gone, and stays the release's. */
  async unpublishRelease(viewer: Viewer, releaseId: string): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'pages:publish');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { artist, release } = await this.releases.lockWithArtist(tx, releaseId);
      if (release.status !== 'published') return refuse('NOT_PUBLISHED', [], 'This release is not published.');
      await this.takeDown(tx, artist, release);
      return accept(await this.reload(tx, release));
    });
  }

  /** Removes a release that was never public. What was public keeps its address and its numbers, and can be archived. */
  async deleteRelease(viewer: Viewer, releaseId: string): Promise<Result<string>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<string>> => {
      const release = await this.releases.lock(tx, releaseId);
      if (release.firstPublishedAt) return refuse('RELEASE_WAS_PUBLISHED', [], 'This release was public, so its address and its numbers are kept. Archive it instead.');
      await endShortForms(tx, release.id);
      await tx.delete(ReleaseEntity, { workspaceId: release.workspaceId, id: release.id });
      return accept(release.id);
    });
  }

  private async compile(tx: Transaction, artist: ArtistEntity, release: ReleaseEntity): Promise<SmartLinkDocument> {
    const ofRelease = { where: { releaseId: release.id }, order: { position: 'asc' as const } };
    const [artwork] = await this.media.find(tx, [release.artworkId]);
    const document = compileSmartLink({
      workspaceId: release.workspaceId,
      artist,
      release: { ...release, releaseTime: release.releaseTime?.slice(0, 5) ?? null },
      artwork: artwork ? toPublishedPicture(artwork, release.artworkAlt) : null,
      destinations: (await tx.find(DestinationEntity, ofRelease)).map((row) => ({ ...row, before: row.beforeRelease ?? offeredBefore(row.platform) })),
      tracks: await tx.find(TrackEntity, ofRelease),
      previews: release.previews,
      video: publishedVideo(release),
      others: release.alsoBy ? await newestCards(tx, artist.id) : null,
      capture: release.capture,
      reminder: release.reminder,
      theme: release.theme,
      elsewhere: release.elsewhere,
      access: { expiresAt: release.expires, afterwards: release.afterExpiry, password: release.passwordHash },
    });
    return withholdDestinations(document, await offersOf(tx, release));
  }

  private async takeDown(tx: Transaction, artist: ArtistEntity, release: ReleaseEntity): Promise<void> {
    const { id, handle, name } = artist;
    const gone: GoneDocument = { kind: 'gone', workspaceId: release.workspaceId, artist: { id, handle, name } };
    await putPage(tx, pageOf(artist, release), gone);
    await this.mark(tx, release, { status: 'unpublished', publishedVersion: null });
    await refreshArtistPages(tx, artist);
  }

  private async mark(tx: Transaction, release: ReleaseEntity, fields: Partial<ReleaseEntity>): Promise<void> {
    await tx.update(ReleaseEntity, { workspaceId: release.workspaceId, id: release.id }, { ...fields, updatedAt: new Date() });
  }

  private reload(tx: Transaction, release: ReleaseEntity): Promise<ReleaseEntity> {
    return tx.findOneByOrFail(ReleaseEntity, { id: release.id });
  }
}

function pageOf(artist: ArtistEntity, release: ReleaseEntity) {
  return { path: `/${artist.handle}/${release.slug}`, workspaceId: release.workspaceId, artistId: artist.id, releaseId: release.id };
}
