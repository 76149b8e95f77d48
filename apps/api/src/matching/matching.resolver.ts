import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { toPastedLink } from '../destinations/destination.type.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload } from '../releases/release.inputs.js';
import { Release, toRelease } from '../releases/release.type.js';
import { ConfirmDestinationInput, DecideMatchesInput, DecideMatchesPayload, DecideMatchInput, MatchReleaseInput, StartReleaseInput, StartReleasePayload } from './match.inputs.js';
import { MatchCandidate, MatchCandidateConnection, ReleaseMatch } from './match.type.js';
import { MatchDecisionsService } from './match-decisions.service.js';
import { MatchesList } from './matches-list.service.js';
import { MatchingService } from './matching.service.js';

@Resolver(() => Release)
export class MatchingResolver {
  constructor(
    private readonly service: MatchingService,
    private readonly decisions: MatchDecisionsService,
    private readonly list: MatchesList,
  ) {}

  @Query(() => MatchCandidateConnection, { description: 'Matches that wait for a person, the newest first.' })
  @Requires('releases:read')
  reviewQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('artistId', { type: () => ID, nullable: true, description: 'Only of releases of this artist.' }) artistId: string | null,
  ): Promise<MatchCandidateConnection> {
    return this.list.reviewQueue(viewer, { first, after, artistId });
  }

  @Mutation(() => StartReleasePayload, {
    description:
      'Begins a release from one thing: a link, a UPC or an ISRC. A draft is made at once, the rest is looked up. Until the title is known it is called after its code, and cannot be published. Codes: FROM_EMPTY, FROM_INVALID, UPC_LENGTH, UPC_CHECK_DIGIT, ARTIST_MISSING, SLUG_TAKEN, SLUG_INVALID, and those of a link that is not understood.',
  })
  @Requires('releases:write')
  async startRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: StartReleaseInput): Promise<StartReleasePayload> {
    const outcome = await this.service.startRelease(viewer, input);
    return { ...(await payload('release', outcome, ({ release }) => toRelease(release))), links: outcome.ok ? outcome.value.links.map(toPastedLink) : [] };
  }

  @Mutation(() => ReleasePayload, {
    description: 'Looks a release up at music services, for the first time or again. Destinations that are there stay. Codes: RELEASE_ARCHIVED, SERVICE_UNKNOWN, SERVICE_NOT_CONFIGURED, SEVERAL_TRACKS, and those of startRelease.',
  })
  @Requires('releases:write')
  matchRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: MatchReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.service.matchRelease(viewer, input), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Takes a match, turns it down, or takes that back. Codes: PLATFORM_TAKEN, unless it may `replace` the other link; ALREADY_DECIDED.' })
  @Requires('releases:write')
  decideMatch(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: DecideMatchInput): Promise<ReleasePayload> {
    return payload('release', this.decisions.decide(viewer, input), toRelease);
  }

  @Mutation(() => DecideMatchesPayload, { description: 'Takes many matches or turns them down. Codes: PLATFORM_TAKEN, ALREADY_DECIDED.' })
  @Requires('releases:write')
  async decideMatches(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: DecideMatchesInput): Promise<DecideMatchesPayload> {
    const { decided, errors } = await this.decisions.decideMany(viewer, input);
    return { decided, userErrors: errors };
  }

  @Mutation(() => ReleasePayload, { description: 'Says that a flagged destination is the right one. What its service says of the release then counts as sure.' })
  @Requires('releases:write')
  confirmDestination(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ConfirmDestinationInput): Promise<ReleasePayload> {
    return payload('release', this.decisions.confirmDestination(viewer, input), toRelease);
  }

  @ResolveField(() => ReleaseMatch, { nullable: true, description: 'How far the release is looked up; null when it never was.' })
  match(@Parent() release: Release, @Context() context: RequestContext): Promise<ReleaseMatch | null> {
    return this.list.ofRelease(context).load(release.id);
  }

  @ResolveField(() => [MatchCandidate], { description: 'Links that may be the release’s and wait for a person, the likeliest first.' })
  candidates(@Parent() release: Release, @Context() context: RequestContext): Promise<MatchCandidate[]> {
    return this.list.pendingOf(context).load(release.id);
  }
}
