import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistEntity } from './artist.entity.js';
import { ArtistsResolver } from './artists.resolver.js';
import { ArtistsService } from './artists.service.js';

@Module({ imports: [TypeOrmModule.forFeature([ArtistEntity])], providers: [ArtistsService, ArtistsResolver], exports: [ArtistsService] })
export class ArtistsModule {}
