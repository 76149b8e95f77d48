import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases/releases.module.js';
import { DeadLinksService } from './dead-links.service.js';

/**
 * Apart from PublishingModule, which nobody may import: what others import is stopped later, and the feed of page changes
 * has to end before the drain of GraphQL's server waits for it in vain.
 */
@Module({ imports: [ReleasesModule], providers: [DeadLinksService], exports: [DeadLinksService] })
export class DeadLinksModule {}
