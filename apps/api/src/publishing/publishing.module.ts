import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { BioPagesModule } from '../bio-pages/bio-pages.module.js';
import { DestinationsModule } from '../destinations/destinations.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { ArchiveReleasesService } from './archive-releases.service.js';
import { CdnPurge } from './cdn-purge.js';
import { ChangeFeed } from './change-feed.js';
import { MoreReleasesService } from './more-releases.service.js';
import { PageChangesController } from './page-changes.controller.js';
import { PublishBioPagesService } from './publish-bio-pages.service.js';
import { PublishReleasesService } from './publish-releases.service.js';
import { PublishedBioPageDocumentResolver, PublishedReleaseDocumentResolver } from './published-documents.resolver.js';
import { PublishedDocumentsService } from './published-documents.service.js';
import { PublishedPagesResolver } from './published-pages.resolver.js';
import { PublishedPagesService } from './published-pages.service.js';
import { PublishingResolver } from './publishing.resolver.js';
import { ReleasesController } from './releases.controller.js';

@Module({
  imports: [ArtistsModule, ReleasesModule, BioPagesModule, DestinationsModule, MatchingModule, MediaModule],
  providers: [PublishReleasesService, ArchiveReleasesService, PublishBioPagesService, PublishedPagesService, PublishedDocumentsService, MoreReleasesService, ChangeFeed, CdnPurge, PublishingResolver, PublishedPagesResolver, PublishedReleaseDocumentResolver, PublishedBioPageDocumentResolver],
  controllers: [PageChangesController, ReleasesController],
})
export class PublishingModule {}
