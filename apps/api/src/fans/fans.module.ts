import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { EventsModule } from '../events/events.module.js';
import { FanHistory } from './fan-history.service.js';
import { FanIntakeModule } from './fan-intake.module.js';
import { FanReleaseCountResolver, FanSourceResolver } from './fan-source.resolver.js';
import { FansCsvController } from './fans-csv.controller.js';
import { FansCsv } from './fans-csv.service.js';
import { FansList } from './fans-list.service.js';
import { FansResolver } from './fans.resolver.js';
import { FansService } from './fans.service.js';
import { OptInAnswersResolver } from './opt-in-answers.resolver.js';

/** The CRM. */
@Module({
  imports: [FanIntakeModule, EventsModule, ArtistsModule, ReleasesModule],
  controllers: [FansCsvController],
  providers: [FansService, FansList, FansCsv, FanHistory, FansResolver, FanSourceResolver, FanReleaseCountResolver, OptInAnswersResolver],
  exports: [FansList],
})
export class FansModule {}
