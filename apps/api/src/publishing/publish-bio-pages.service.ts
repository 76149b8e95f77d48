import { Injectable } from '@nestjs/common';
import { accept, compileBioPage, refuse, type GoneDocument, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { ArtistsService } from '../artists/artists.service.js';
import { BioPageEntity } from '../bio-pages/bio-page.entity.js';
import { BioPagesService } from '../bio-pages/bio-pages.service.js';
import { Database } from '../database/database.js';
import { MediaService } from '../media/media.service.js';
import { toPublishedPicture } from '../media/picture.type.js';
import { putPage, putShortForms } from './published-pages.js';
import { publishedCards } from './published-releases.js';

/** What the public sees of an artist's bio page. */
@Injectable()
export class PublishBioPagesService {
  constructor(
    private readonly database: Database,
    private readonly artists: ArtistsService,
    private readonly bioPages: BioPagesService,
    private readonly media: MediaService,
  ) {}

  async publishBioPage(viewer: Viewer, artistId: string): Promise<Result<BioPageEntity>> {
    const inside = requireInWorkspace(viewer, 'pages:publish');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<BioPageEntity>> => {
      const artist = await this.artists.require(tx, artistId, 'share');
      const page = await this.bioPages.lock(tx, artist.id);
      const [portrait] = await this.media.find(tx, [page.portraitId]);
      const document = compileBioPage({
        workspaceId: page.workspaceId,
        artist,
        headline: page.headline,
        portrait: portrait ? toPublishedPicture(portrait, page.portraitAlt) : null,
        theme: page.theme,
        releases: await publishedCards(tx, artist.id),
        sections: await this.bioPages.sections(tx, artist.id),
      });
      const address = { path: `/${artist.handle}`, workspaceId: page.workspaceId, artistId: artist.id, releaseId: null };
      await putPage(tx, address, document);
      await putShortForms(tx, address);
      const key = { workspaceId: page.workspaceId, artistId: artist.id };
      await tx.update(BioPageEntity, key, { status: 'published', publishedVersion: page.version, publishedAt: new Date() });
      return accept(await tx.findOneByOrFail(BioPageEntity, key));
    });
  }

  async unpublishBioPage(viewer: Viewer, artistId: string): Promise<Result<BioPageEntity>> {
    const inside = requireInWorkspace(viewer, 'pages:publish');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<BioPageEntity>> => {
      const { id, handle, name } = await this.artists.require(tx, artistId, 'share');
      const page = await this.bioPages.lock(tx, id);
      if (page.status !== 'published') return refuse('NOT_PUBLISHED', [], 'This bio page is not published.');
      const gone: GoneDocument = { kind: 'gone', workspaceId: page.workspaceId, artist: { id, handle, name } };
      await putPage(tx, { path: `/${handle}`, workspaceId: page.workspaceId, artistId: id, releaseId: null }, gone);
      const key = { workspaceId: page.workspaceId, artistId: id };
      await tx.update(BioPageEntity, key, { status: 'unpublished', publishedVersion: null });
      return accept(await tx.findOneByOrFail(BioPageEntity, key));
    });
  }
}
