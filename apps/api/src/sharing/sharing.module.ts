import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { NumbersModule } from '../numbers/numbers.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { ShareLinksController } from './share-links.controller.js';
import { ArtistShareLinksResolver, ReleaseShareLinksResolver, ShareLinksResolver } from './share-links.resolver.js';
import { ShareLinksService } from './share-links.service.js';

@Module({
  imports: [ArtistsModule, NumbersModule, ReleasesModule],
  providers: [ShareLinksService, ShareLinksResolver, ReleaseShareLinksResolver, ArtistShareLinksResolver],
  controllers: [ShareLinksController],
})
export class SharingModule {}
