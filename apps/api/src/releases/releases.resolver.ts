import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist, toArtist } from '../artists/artist.type.js';
import { ArtistsService } from '../artists/artists.service.js';
import { toPastedLink } from '../destinations/destination.type.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { MediaService } from '../media/media.service.js';
import { Picture, toPublishedPicture } from '../media/picture.type.js';
import { notFound } from '../request-error.js';
import { ReleaseAddressService } from './release-address.service.js';
import { ChangeReleaseSlugInput, CreateReleaseInput, CreateReleasePayload, ReleasePayload, UpdateReleaseInput } from './release.inputs.js';
import { releaseUrl } from './release-url.js';
import { Release, ReleaseConnection, ReleaseStatuses, toRelease } from './release.type.js';
import type { ReleaseStatusValue } from './release.entity.js';
import { ReleasesListService } from './releases-list.service.js';
import { ReleasesService } from './releases.service.js';

@Resolver(() => Release)
export class ReleasesResolver {
  constructor(
    private readonly service: ReleasesService,
    private readonly list: ReleasesListService,
    private readonly addresses: ReleaseAddressService,
    private readonly artists: ArtistsService,
    private readonly media: MediaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => Release, { nullable: true, description: 'One release of the workspace.' })
  @Requires('releases:read')
  async release(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The release’s id.' }) id: string): Promise<Release | null> {
    const release = await this.service.release(viewer, id);
    return release && toRelease(release);
  }

  @Query(() => ReleaseConnection, { description: 'Releases of the workspace, the last saved first. Archived ones only when asked for.' })
  @Requires('releases:read')
  releases(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('search', { type: () => String, nullable: true, description: 'Part of the title, the credit, the address or the artist’s name, or a whole UPC.' }) search: string | null,
    @Args('status', { type: () => ReleaseStatuses, nullable: true, description: 'Only releases that stand so.' }) status: ReleaseStatusValue | null,
    @Args('artistId', { type: () => ID, nullable: true, description: 'Only releases of this artist.' }) artistId: string | null,
  ): Promise<ReleaseConnection> {
    return this.list.releases(viewer, { first, after, search, status, artistId });
  }

  @Mutation(() => CreateReleasePayload, {
    description: 'Makes a release, from pasted links if there are any. Codes: SLUG_TAKEN, SLUG_INVALID, SLUG_RESERVED, SLUG_TOO_LONG, TEXT_TOO_LONG, UPC_LENGTH, UPC_CHECK_DIGIT, UPC_INVALID, TIME_INVALID, TIME_ZONE_INVALID.',
  })
  @Requires('releases:write')
  async createRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: CreateReleaseInput): Promise<CreateReleasePayload> {
    const outcome = await this.service.createRelease(viewer, input);
    return { ...(await payload('release', outcome, ({ release }) => toRelease(release))), links: outcome.ok ? outcome.value.links.map(toPastedLink) : [] };
  }

  @Mutation(() => ReleasePayload, {
    description: 'Saves changes of a release; what is public stays as it is until it is published again. Codes: STALE_VERSION, ARTWORK_NOT_FOUND, THEME_INVALID, CAPTURE_TITLE_INVALID, CONSENT_TEXT_INVALID, REMINDER_TEXT_TOO_LONG, and those of createRelease.',
  })
  @Requires('releases:write')
  updateRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UpdateReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.service.updateRelease(viewer, input), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Moves a release to another public address, at once. The old one redirects, until another release is published there. Codes: SLUG_TAKEN, SLUG_INVALID, SLUG_RESERVED, SLUG_EMPTY, SLUG_TOO_LONG.' })
  @Requires('releases:write')
  changeReleaseSlug(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ChangeReleaseSlugInput): Promise<ReleasePayload> {
    return payload('release', this.addresses.changeSlug(viewer, input), toRelease);
  }

  @ResolveField(() => Artist, { description: 'Whose release it is.' })
  async artist(@Parent() release: Release, @Context() context: RequestContext): Promise<Artist> {
    const artist = await this.artists.byId(context).load(release.artistId);
    if (!artist) throw notFound('artist');
    return toArtist(artist);
  }

  @ResolveField(() => String, { description: 'Address of the smart link, whether or not it is published.' })
  async publicUrl(@Parent() release: Release, @Context() context: RequestContext): Promise<string> {
    const handle = await this.artists.handleById(context).load(release.artistId);
    return releaseUrl(this.environment.publicPagesUrl, handle ?? '', release.slug);
  }

  @ResolveField(() => [String], { description: 'Slugs held before, the latest first. Their addresses redirect.' })
  formerSlugs(@Parent() release: Release, @Context() context: RequestContext): Promise<string[]> {
    return this.addresses.formerSlugs(context).load(release.id);
  }

  @ResolveField(() => Picture, { nullable: true, description: 'The cover.' })
  async artwork(@Parent() release: Release, @Context() context: RequestContext): Promise<Picture | null> {
    const row = release.artworkId === null ? null : await this.media.byId(context).load(release.artworkId);
    return row && toPublishedPicture(row, release.artworkAlt);
  }
}
