import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Outbound } from '../outbound/outbound.js';
import { ServiceTurns } from '../outbound/service-turns.js';
import { AppleMusic } from './apple-music.js';
import { Deezer } from './deezer.js';
import { Itunes } from './itunes.js';
import { Lookups } from './lookups.js';
import { MusicBrainz } from './musicbrainz.js';
import { Odesli } from './odesli.js';
import { ServiceCalls } from './service-calls.js';
import { Spotify } from './spotify.js';
import { Tidal } from './tidal.js';
import { YouTube } from './youtube.js';

/** Every client over one guard and one set of turns. */
export function makeLookups({ lookups }: Pick<Environment, 'lookups'>, outbound: Outbound, turns: ServiceTurns): Lookups {
  return new Lookups([
    new Itunes(new ServiceCalls(outbound, turns, 'itunes', 'Apple Music (iTunes)')),
    new Deezer(new ServiceCalls(outbound, turns, 'deezer', 'Deezer', { pauseMs: 5_000 })),
    new MusicBrainz(new ServiceCalls(outbound, turns, 'musicbrainz', 'MusicBrainz', { pauseMs: 10_000, saysUnavailable: true }), lookups.musicbrainzUrl),
    new Spotify(new ServiceCalls(outbound, turns, 'spotify', 'Spotify', { pauseMs: 30_000 }), lookups.spotify),
    new AppleMusic(new ServiceCalls(outbound, turns, 'apple-music', 'Apple Music'), lookups.appleMusic),
    new Tidal(new ServiceCalls(outbound, turns, 'tidal', 'TIDAL', { pauseMs: 30_000 }), lookups.tidal),
    new YouTube(new ServiceCalls(outbound, turns, 'youtube', 'YouTube'), lookups.youtubeKey),
    new Odesli(new ServiceCalls(outbound, turns, 'odesli', 'Odesli'), lookups.odesli),
  ]);
}

@Global()
@Module({
  providers: [{ provide: Lookups, inject: [ENVIRONMENT, Outbound, ServiceTurns], useFactory: makeLookups }],
  exports: [Lookups],
})
export class LookupsModule {}
