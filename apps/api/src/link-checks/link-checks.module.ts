import { Module } from '@nestjs/common';
import { DestinationsModule } from '../destinations/destinations.module.js';
import { DeadLinksModule } from '../publishing/dead-links.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { DestinationChecker } from './destination-checker.js';
import { DestinationProblemsService } from './destination-problems.service.js';
import { LinkCheckMailStop } from './link-check-mail-stop.service.js';
import { LinkCheckMails } from './link-check-mails.js';
import { LinkChecksResolver } from './link-checks.resolver.js';
import { LinkChecksService } from './link-checks.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@Module({
  imports: [DestinationsModule, DeadLinksModule, ReleasesModule],
  controllers: [UnsubscribeController],
  providers: [DestinationChecker, DestinationProblemsService, LinkCheckMailStop, LinkCheckMails, LinkChecksResolver, LinkChecksService],
})
export class LinkChecksModule {}
