import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { ArtistNumbersResolver, NumbersResolver, ReleaseNumbersResolver } from './numbers.resolver.js';
import { NumbersService } from './numbers.service.js';

@Module({ imports: [EventsModule], providers: [NumbersService, NumbersResolver, ArtistNumbersResolver, ReleaseNumbersResolver], exports: [NumbersService] })
export class NumbersModule {}
