import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistsModule } from '../artists/artists.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { BioPageEntity, BioSectionEntity } from './bio-page.entity.js';
import { ArtistBioPageResolver, BioPagesResolver } from './bio-pages.resolver.js';
import { BioPagesService } from './bio-pages.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([BioPageEntity, BioSectionEntity]), ArtistsModule, MediaModule, ReleasesModule],
  providers: [BioPagesService, BioPagesResolver, ArtistBioPageResolver],
  exports: [BioPagesService],
})
export class BioPagesModule {}
