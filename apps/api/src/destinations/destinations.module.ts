import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistsModule } from '../artists/artists.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { DestinationEntity } from './destination.entity.js';
import { DestinationsResolver } from './destinations.resolver.js';
import { DestinationsService } from './destinations.service.js';

@Module({ imports: [TypeOrmModule.forFeature([DestinationEntity]), ArtistsModule, ReleasesModule], providers: [DestinationsService, DestinationsResolver], exports: [DestinationsService] })
export class DestinationsModule {}
