import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublishedDocument } from '@lynkify/domain';
import { Database } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { MediaService } from '../media/media.service.js';
import { PictureFiles } from '../media/picture-files.js';
import { sharePictureSize } from '../media/read-picture.js';
import { pageAt, putSharePicture } from '../publishing/published-pages.js';
import { sharePictureJob } from './dress-page.js';
import { contentHash, shareContent, type ShareContent } from './share-content.js';

/** Draws the pictures that stand for pages, after they were published. */
@Injectable()
export class SharePicturesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly media: MediaService,
    private readonly files: PictureFiles,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sharePictureJob, (payload) => this.draw(payload));
  }

  private async draw({ workspaceId, path }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof path !== 'string') throw new Error('a picture of no page');
    const document = await this.database.inWorkspace({ workspaceId }, (tx) => pageAt(tx, path));
    const content = document && shareContent(document);
    // Moved, taken down or locked since: whatever stands there now has ordered its own.
    if (!document || !content) return;
    const hash = contentHash(content);
    const drawn = await this.picture({ workspaceId }, document, content, hash);
    await this.database.inWorkspace({ workspaceId }, (tx) =>
      putSharePicture(tx, path, { id: drawn.id, width: drawn.width, height: drawn.height }, (now) => {
        const shown = shareContent(now);
        return shown !== null && contentHash(shown).equals(hash);
      }),
    );
  }

  private async picture(inside: { workspaceId: string }, document: PublishedDocument, content: ShareContent, hash: Buffer) {
    const known = await this.media.bySource(inside, hash);
    if (known) return known;
    // Loaded by the first job: neither serving nor starting needs what draws pages and letters.
    const [{ toPageView }, { drawSharePicture }] = await Promise.all([import('@lynkify/page-view'), import('./draw-share-picture.js')]);
    if (document.kind !== 'smart-link' && document.kind !== 'bio-page') throw new Error('a picture of no page');
    const { palettes, theme } = toPageView(document, { now: new Date(), pagesUrl: this.environment.publicPagesUrl, mediaUrl: '', locale: 'en' });
    const colours = palettes[theme.appearance === 'dark' ? 'dark' : 'light'];
    const { picture } = content;
    const widest = picture?.widths.findLast((width) => width <= 1_280);
    const jpeg = await drawSharePicture({ title: content.title, artist: content.artist, artwork: picture && widest !== undefined ? this.files.path(picture.id, `${widest}.jpeg`) : null, colours });
    return this.media.keepDrawn(inside, hash, { ...sharePictureSize, colours: picture?.colours ?? [colours.panel, colours.accent], jpeg });
  }
}
