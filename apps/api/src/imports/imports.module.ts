import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArtistsModule } from '../artists/artists.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { ArtistPages } from './artist-pages.service.js';
import { CatalogueReleases } from './catalogue-releases.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportEntity } from './import.entity.js';
import { ImportLineReleaseResolver, ListedReleaseResolver } from './import-releases.resolver.js';
import { ImportMatching } from './import-matching.js';
import { ImportReports } from './import-report.service.js';
import { ImportRuns } from './import-runs.js';
import { ImportsController } from './imports.controller.js';
import { ImportsListService } from './imports-list.service.js';
import { ImportsResolver } from './imports.resolver.js';
import { ImportsService } from './imports.service.js';
import { Roster } from './roster.service.js';
import { TakeLines } from './take-lines.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ImportEntity]), ArtistsModule, ReleasesModule, MatchingModule],
  providers: [ImportsService, ImportsListService, ImportCheckService, ImportReports, ImportRuns, ArtistPages, TakeLines, CatalogueReleases, ImportMatching, Roster, ImportsResolver, ImportLineReleaseResolver, ListedReleaseResolver],
  controllers: [ImportsController],
})
export class ImportsModule {}
