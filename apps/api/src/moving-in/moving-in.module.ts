import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { BioPagesModule } from '../bio-pages/bio-pages.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { BioLinksService } from './bio-links.service.js';
import { MovingInResolver } from './moving-in.resolver.js';
import { MovingInService } from './moving-in.service.js';
import { OutsidePicturesController } from './outside-pictures.controller.js';
import { OutsidePictures } from './outside-pictures.service.js';
import { PageReader } from './page-reader.service.js';

@Module({
  imports: [ArtistsModule, BioPagesModule, MatchingModule, MediaModule, ReleasesModule],
  providers: [MovingInService, BioLinksService, PageReader, OutsidePictures, MovingInResolver],
  controllers: [OutsidePicturesController],
})
export class MovingInModule {}
