import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistsModule } from '../artists/artists.module.js';
import { MediaModule } from '../media/media.module.js';
import { ArtistReleasesResolver } from './artist-releases.resolver.js';
import { ReleaseAddressService } from './release-address.service.js';
import { ReleasePasswordResolver } from './release-password.resolver.js';
import { ReleasePasswordService } from './release-password.service.js';
import { ReleaseEntity } from './release.entity.js';
import { ReleasesListService } from './releases-list.service.js';
import { ReleasesResolver } from './releases.resolver.js';
import { ReleasesService } from './releases.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReleaseEntity]), ArtistsModule, MediaModule],
  providers: [ReleasesService, ReleasesListService, ReleaseAddressService, ReleasesResolver, ArtistReleasesResolver, ReleasePasswordService, ReleasePasswordResolver],
  exports: [ReleasesService, ReleasesListService],
})
export class ReleasesModule {}
