import { Injectable } from '@nestjs/common';
import { accept, refuse, type ArchivedDocument, type ArchiveTarget, type Result, type SmartLinkDocument, type Viewer, withholdDestinations } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { requireInWorkspace, requirePermission } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { offersOf } from './dead-links.service.js';
import { pageAt, putPage } from './published-pages.js';
import { refreshArtistPages } from './published-releases.js';

/** Where the address of a release leads once it is archived. */
export interface ArchiveChoice {
  leadsTo: ArchiveTarget;
  /** With `platform`: which. */
  platform: string | null;
}

/** Puts releases away and brings them back. What was shared goes on leading somewhere meanwhile. */
@Injectable()
export class ArchiveReleasesService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  /**
   * Out of lists and off the public; the address leads where it is told to. Archived already, it leads there from now on. What
   * was never public, or was taken down before, has nothing that could lead on.
   */
  async archiveRelease(viewer: Viewer, { releaseId, leadsTo, platform }: ArchiveChoice & { releaseId: string }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'pages:publish');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { artist, release } = await this.releases.lockWithArtist(tx, releaseId);
      const address = { path: `/${artist.handle}/${release.slug}`, workspaceId: release.workspaceId, artistId: artist.id, releaseId: release.id };
      const page = await pageAt(tx, address.path);
      const standing = (page?.kind === 'smart-link' || page?.kind === 'archived') && page.release.id === release.id ? page : null;
      const chosen = leadsTo === 'platform' ? platform : null;
      if (leadsTo === 'platform' && (standing || chosen === null) && !standing?.destinations.some((destination) => destination.platform === chosen)) {
        return refuse('PLATFORM_MISSING', ['platform'], chosen === null ? 'Choose the platform that the address leads to.' : `The page has no ${platformName(chosen)} link that works. Choose another platform.`);
      }
      if (!standing && release.status === 'archived' && leadsTo !== (release.archiveLeadsTo ?? leadsTo)) {
        return refuse('PAGE_TAKEN_DOWN', ['leadsTo'], 'Its page was taken down before it was archived, so nothing can lead on. Restore and publish it first.');
      }
      if (standing) {
        const archived: ArchivedDocument = { ...standing, kind: 'archived', leadsTo, platform: chosen };
        await putPage(tx, address, archived);
        await this.mark(tx, release, { status: 'archived', archiveLeadsTo: leadsTo, archivePlatform: chosen });
      } else if (release.status !== 'archived') {
        await this.mark(tx, release, { status: 'archived', archiveLeadsTo: release.firstPublishedAt ? 'gone' : null, archivePlatform: null });
      }
      await refreshArtistPages(tx, artist);
      return accept(await tx.findOneByOrFail(ReleaseEntity, { id: release.id }));
    });
  }

  /** Takes a release out of the archive: public again as it was, or else a draft or unpublished. */
  async restoreRelease(viewer: Viewer, releaseId: string): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { artist, release } = await this.releases.lockWithArtist(tx, releaseId);
      if (release.status !== 'archived') return refuse('NOT_ARCHIVED', [], 'This release is not archived.');
      const path = `/${artist.handle}/${release.slug}`;
      const page = await pageAt(tx, path);
      const back = page?.kind === 'archived' && page.release.id === release.id ? page : null;
      if (back) {
        requirePermission(viewer, 'pages:publish');
        const { leadsTo: _leadsTo, platform: _platform, ...kept } = back;
        const document: SmartLinkDocument = { ...kept, kind: 'smart-link' };
        await putPage(tx, { path, workspaceId: release.workspaceId, artistId: artist.id, releaseId: release.id }, withholdDestinations(document, await offersOf(tx, release)));
      }
      await this.mark(tx, release, { status: back ? 'published' : release.firstPublishedAt ? 'unpublished' : 'draft', archiveLeadsTo: null, archivePlatform: null });
      await refreshArtistPages(tx, artist);
      return accept(await tx.findOneByOrFail(ReleaseEntity, { id: release.id }));
    });
  }

  private async mark(tx: Transaction, release: ReleaseEntity, fields: Partial<ReleaseEntity>): Promise<void> {
    await tx.update(ReleaseEntity, { workspaceId: release.workspaceId, id: release.id }, { ...fields, updatedAt: new Date() });
  }
}
