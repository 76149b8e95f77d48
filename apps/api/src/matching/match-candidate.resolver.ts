import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Destination } from '../destinations/destination.type.js';
import { DestinationsService } from '../destinations/destinations.service.js';
import type { RequestContext } from '../graphql/context.js';
import { Release, toRelease } from '../releases/release.type.js';
import { ReleasesService } from '../releases/releases.service.js';
import { notFound } from '../request-error.js';
import { samePage } from './known-release.js';
import { MatchCandidate } from './match.type.js';
import { MatchesList } from './matches-list.service.js';

@Resolver(() => MatchCandidate)
export class MatchCandidateResolver {
  constructor(
    private readonly releases: ReleasesService,
    private readonly destinations: DestinationsService,
  ) {}

  @ResolveField(() => Release, { description: 'The release that it may belong to.' })
  async release(@Parent() candidate: MatchCandidate, @Context() context: RequestContext): Promise<Release> {
    const release = await this.releases.byId(context).load(candidate.releaseId);
    if (!release) throw notFound('release');
    return toRelease(release);
  }

  @ResolveField(() => String, { nullable: true, description: 'The other link that the release has on this platform, whose place it would take.' })
  async conflictsWith(@Parent() candidate: MatchCandidate, @Context() context: RequestContext): Promise<string | null> {
    const held = (await this.destinations.ofRelease(context).load(candidate.releaseId)).find(({ platform }) => platform === candidate.platform);
    return held && !samePage(held.url, candidate.url) ? held.url : null;
  }
}

@Resolver(() => Destination)
export class DestinationEvidenceResolver {
  constructor(private readonly list: MatchesList) {}

  @ResolveField(() => [String], { description: 'Why it was taken, in sentences, the strongest first; none where a person put it there and nothing confirmed it.' })
  evidence(@Parent() destination: Destination): string[] {
    return this.list.reasons(destination.matchEvidence, destination.service);
  }
}
