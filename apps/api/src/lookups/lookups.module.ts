import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Outbound } from '../outbound/outbound.js';
import { ServiceTurns } from '../outbound/service-turns.js';
import { Deezer } from './deezer.js';
import { Itunes } from './itunes.js';
import { Lookups } from './lookups.js';
import { MusicBrainz } from './musicbrainz.js';
import { ServiceCalls } from './service-calls.js';

/** Every client over one guard and one set of turns. */
export function makeLookups({ lookups }: Pick<Environment, 'lookups'>, outbound: Outbound, turns: ServiceTurns): Lookups {
  return new Lookups([
    new Itunes(new ServiceCalls(outbound, turns, 'itunes', 'Apple Music (iTunes)')),
    new Deezer(new ServiceCalls(outbound, turns, 'deezer', 'Deezer', { pauseMs: 5_000 })),
    new MusicBrainz(new ServiceCalls(outbound, turns, 'musicbrainz', 'MusicBrainz', { pauseMs: 10_000, saysUnavailable: true }), lookups.musicbrainzUrl),
  ]);
}

@Global()
@Module({
  providers: [{ provide: Lookups, inject: [ENVIRONMENT, Outbound, ServiceTurns], useFactory: makeLookups }],
  exports: [Lookups],
})
export class LookupsModule {}
