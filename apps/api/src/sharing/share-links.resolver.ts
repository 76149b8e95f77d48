import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { shareContext, shareContexts, type Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist } from '../artists/artist.type.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { Release } from '../releases/release.type.js';
import { badInput } from '../request-error.js';
import { MakeShareLinkInput, ShareContext, ShareLink, ShareLinkPayload, textFor, toShareContext, toShareLink } from './share-link.type.js';
import { ShareLinksService } from './share-links.service.js';

@Resolver(() => ShareLink)
export class ShareLinksResolver {
  constructor(
    private readonly service: ShareLinksService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => [ShareContext], { description: 'Every place where artists share, with the page that belongs there and why.' })
  @Requires('any-viewer')
  shareContexts(): ShareContext[] {
    return shareContexts.map(toShareContext);
  }

  @Mutation(() => ShareLinkPayload, { description: 'The short form of the address that is right at a place. Made when it is first asked for, the same ever after. Codes: CONTEXT_UNKNOWN, CHANNEL_UNKNOWN, CHANNEL_MISSING, RELEASE_MISSING, ARTIST_MISSING, NAME_ONE, CAMPAIGN_TOO_LONG.' })
  @Requires('releases:write')
  makeShareLink(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: MakeShareLinkInput): Promise<ShareLinkPayload> {
    return payload('shareLink', this.service.makeShareLink(viewer, input), (row) => toShareLink(row, this.environment.publicPagesUrl));
  }

  @ResolveField(() => Int, { description: 'Visits by its channel in the last seven days, today included: of the release’s page, or of all pages of the artist. Whatever the campaign.' })
  @Requires('numbers:read')
  async visitsThisWeek(@Parent() { channel, row }: ShareLink, @Context() context: RequestContext): Promise<number> {
    const visits = await this.service.visitsThisWeek(context).load(row.releaseId === null ? `artist:${row.artistId}` : `release:${row.releaseId}`);
    return visits.get(channel) ?? 0;
  }

  @ResolveField(() => String, { description: 'The text to paste with it at a place, as things stand now.' })
  @Requires('releases:read')
  text(@Parent() link: ShareLink, @Args('context', { description: 'Id of the place.' }) id: string): string {
    const place = shareContext(id);
    if (!place) throw badInput({ context: 'There is no such place. `shareContexts` lists them.' });
    return textFor(place, link);
  }
}

@Resolver(() => Release)
export class ReleaseShareLinksResolver {
  constructor(
    private readonly service: ShareLinksService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @ResolveField(() => [ShareLink], { description: 'The short forms of its smart link, the oldest first.' })
  @Requires('releases:read')
  async shareLinks(@Parent() release: Release, @Context() context: RequestContext): Promise<ShareLink[]> {
    return (await this.service.ofRelease(context).load(release.id)).map((row) => toShareLink(row, this.environment.publicPagesUrl));
  }
}

@Resolver(() => Artist)
export class ArtistShareLinksResolver {
  constructor(
    private readonly service: ShareLinksService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @ResolveField(() => [ShareLink], { description: 'The short forms of the bio page, the oldest first.' })
  @Requires('releases:read')
  async shareLinks(@Parent() artist: Artist, @Context() context: RequestContext): Promise<ShareLink[]> {
    return (await this.service.ofArtist(context).load(artist.id)).map((row) => toShareLink(row, this.environment.publicPagesUrl));
  }
}
