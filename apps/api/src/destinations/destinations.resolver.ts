import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { ArtistsService } from '../artists/artists.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload } from '../releases/release.inputs.js';
import { releaseUrl } from '../releases/release-url.js';
import { Release, toRelease } from '../releases/release.type.js';
import { AddDestinationsInput, AddDestinationsPayload, RemoveDestinationInput, ReorderDestinationsInput, UpdateDestinationInput } from './destination.inputs.js';
import { Destination, PastedLink, toDestination, toPastedLink } from './destination.type.js';
import { DestinationsService } from './destinations.service.js';

@Resolver(() => Release)
export class DestinationsResolver {
  constructor(
    private readonly service: DestinationsService,
    private readonly artists: ArtistsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => [PastedLink], { description: 'What each link of a text is, before anything is saved.' })
  @Requires('releases:read')
  async recogniseLinks(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'The pasted text, at most 500 lines.' }) text: string,
    @Args('releaseId', { type: () => ID, nullable: true, description: 'The release beside whose destinations it is read.' }) releaseId: string | null,
  ): Promise<PastedLink[]> {
    return (await this.service.recogniseLinks(viewer, text, releaseId ?? null)).map(toPastedLink);
  }

  @Mutation(() => AddDestinationsPayload, { description: 'Adds the links of a pasted text to a release. What is there already is not added twice; a link of a platform that has another one is only taken with `replace`.' })
  @Requires('releases:write')
  async addDestinations(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: AddDestinationsInput): Promise<AddDestinationsPayload> {
    const outcome = await this.service.addDestinations(viewer, { ...input, asStore: input.asStore ?? [] });
    return { ...(await payload('release', outcome, ({ release }) => toRelease(release))), links: outcome.ok ? outcome.value.links.map(toPastedLink) : [] };
  }

  @Mutation(() => ReleasePayload, { description: 'Puts another address in a destination’s place, or says whether and when the page offers it. What is public stays as it is until it is published again. Codes: PLATFORM_TAKEN, MOMENT_INVALID, WINDOW_BACKWARDS, and those of a link that is not understood, e.g. UNKNOWN_HOST, SEARCH_PAGE, NOT_A_URL.' })
  @Requires('releases:write')
  updateDestination(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UpdateDestinationInput): Promise<ReleasePayload> {
    return payload('release', this.service.updateDestination(viewer, input), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Takes a destination off its release. A published page keeps it until it is published again.' })
  @Requires('releases:write')
  removeDestination(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: RemoveDestinationInput): Promise<ReleasePayload> {
    return payload('release', this.service.removeDestination(viewer, input), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Puts a release’s destinations into another order. Code: DESTINATIONS_CHANGED when the list does not name each of them once.' })
  @Requires('releases:write')
  reorderDestinations(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ReorderDestinationsInput): Promise<ReleasePayload> {
    return payload('release', this.service.reorderDestinations(viewer, input), toRelease);
  }

  @ResolveField(() => [Destination], { description: 'The buttons of the smart link, in order.' })
  async destinations(@Parent() release: Release, @Context() context: RequestContext): Promise<Destination[]> {
    const [rows, artist] = await Promise.all([this.service.ofRelease(context).load(release.id), this.artists.handleById(context).load(release.artistId)]);
    return rows.map((row) => toDestination(row, releaseUrl(this.environment.publicPagesUrl, artist ?? '', release.slug)));
  }
}
