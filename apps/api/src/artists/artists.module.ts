import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistEntity } from './artist.entity.js';
import { ArtistsResolver } from './artists.resolver.js';
import { ArtistsService } from './artists.service.js';
import { WorkspaceArtistsResolver } from './workspace-artists.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([ArtistEntity])], providers: [ArtistsService, ArtistsResolver, WorkspaceArtistsResolver], exports: [ArtistsService] })
export class ArtistsModule {}
