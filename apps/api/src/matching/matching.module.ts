import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { DestinationsModule } from '../destinations/destinations.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { DestinationEvidenceResolver, MatchCandidateResolver } from './match-candidate.resolver.js';
import { MatchArtwork } from './match-artwork.js';
import { MatchDecisionsService } from './match-decisions.service.js';
import { MatchRecord } from './match-record.service.js';
import { MatchRunner } from './match-runner.js';
import { MatchesList } from './matches-list.service.js';
import { MatchingResolver } from './matching.resolver.js';
import { MatchingService } from './matching.service.js';

@Module({
  imports: [ArtistsModule, ReleasesModule, DestinationsModule, MediaModule],
  providers: [MatchingService, MatchRecord, MatchRunner, MatchArtwork, MatchDecisionsService, MatchesList, MatchingResolver, MatchCandidateResolver, DestinationEvidenceResolver],
  exports: [MatchingService],
})
export class MatchingModule {}
