import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReleasesModule } from '../releases/releases.module.js';
import { TrackEntity } from './track.entity.js';
import { TracksResolver } from './tracks.resolver.js';
import { TracksService } from './tracks.service.js';

@Module({ imports: [TypeOrmModule.forFeature([TrackEntity]), ReleasesModule], providers: [TracksService, TracksResolver], exports: [TracksService] })
export class TracksModule {}
