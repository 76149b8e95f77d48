import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload } from '../releases/release.inputs.js';
import { toRelease } from '../releases/release.type.js';
import { DestinationProblemsService } from './destination-problems.service.js';
import { AcceptMovedDestinationInput, CheckDestinationInput, DestinationProblemConnection } from './link-check.type.js';
import { LinkChecksService } from './link-checks.service.js';

@Resolver()
export class LinkChecksResolver {
  constructor(
    private readonly checks: LinkChecksService,
    private readonly problems: DestinationProblemsService,
  ) {}

  @Query(() => DestinationProblemConnection, { description: 'Destinations of published releases that are gone or moved and not switched off, the newest first.' })
  @Requires('releases:read')
  destinationProblems(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Args('artistId', { type: () => ID, nullable: true, description: 'Of this artist alone.' }) artistId: string | null,
  ): Promise<DestinationProblemConnection> {
    return this.problems.problems(viewer, { first, after: after ?? null, artistId: artistId ?? null });
  }

  @Mutation(() => ReleasePayload, { description: 'Looks at a destination now. What was looked at a minute ago is not looked at again. Something missing for the first time counts as gone only when it is still missing six hours later. Code: SERVICE_BUSY.' })
  @Requires('releases:write')
  checkDestination(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: CheckDestinationInput): Promise<ReleasePayload> {
    return payload('release', this.checks.checkNow(viewer, input.destinationId), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Puts the address to which a destination moved in its place. A published page has it once it is published again. Codes: NOT_MOVED, PLATFORM_TAKEN.' })
  @Requires('releases:write')
  acceptMovedDestination(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: AcceptMovedDestinationInput): Promise<ReleasePayload> {
    return payload('release', this.checks.acceptMove(viewer, input.destinationId), toRelease);
  }
}
