import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist, toArtist } from '../artists/artist.type.js';
import { ArtistsService } from '../artists/artists.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { MediaService } from '../media/media.service.js';
import { Picture, toPublishedPicture } from '../media/picture.type.js';
import { Release } from '../releases/release.type.js';
import { ReleasesListService } from '../releases/releases-list.service.js';
import { notFound } from '../request-error.js';
import { BioPagePayload, SetBioSectionsInput, UpdateBioPageInput } from './bio-page.inputs.js';
import { BioPage, BioSection, toBioPage, toBioSection } from './bio-page.type.js';
import { BioPagesService } from './bio-pages.service.js';

@Resolver(() => BioPage)
export class BioPagesResolver {
  constructor(
    private readonly service: BioPagesService,
    private readonly artists: ArtistsService,
    private readonly releasesList: ReleasesListService,
    private readonly media: MediaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Mutation(() => BioPagePayload, { description: 'Saves changes of a bio page; what is public stays as it is until it is published again. Codes: STALE_VERSION, PORTRAIT_NOT_FOUND, THEME_INVALID, TEXT_TOO_LONG.' })
  @Requires('artists:write')
  updateBioPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UpdateBioPageInput): Promise<BioPagePayload> {
    return payload('bioPage', this.service.updateBioPage(viewer, input), toBioPage);
  }

  @Mutation(() => BioPagePayload, {
    description:
      'Sets the whole list of a bio page’s sections. Codes: STALE_VERSION, SECTION_UNKNOWN, SECTION_TYPE_UNKNOWN, SECTION_TWICE, SECTION_INVALID, LINK_INVALID, LINKS_TOO_MANY, NETWORK_TWICE, TEXT_TOO_LONG, RELEASE_NOT_FOUND, CAPTURE_TITLE_INVALID, CONSENT_TEXT_INVALID.',
  })
  @Requires('artists:write')
  setBioSections(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: SetBioSectionsInput): Promise<BioPagePayload> {
    return payload('bioPage', this.service.setBioSections(viewer, input), toBioPage);
  }

  @ResolveField(() => Artist, { description: 'Whose page it is.' })
  async artist(@Parent() page: BioPage, @Context() context: RequestContext): Promise<Artist> {
    const artist = await this.artists.byId(context).load(page.artistId);
    if (!artist) throw notFound('artist');
    return toArtist(artist);
  }

  @ResolveField(() => Picture, { nullable: true, description: 'The picture at the top.' })
  async portrait(@Parent() page: BioPage, @Context() context: RequestContext): Promise<Picture | null> {
    const row = page.portraitId === null ? null : await this.media.byId(context).load(page.portraitId);
    return row && toPublishedPicture(row, page.portraitAlt);
  }

  @ResolveField(() => [BioSection], { description: 'The sections, in order, hidden ones included.' })
  async sections(@Parent() page: BioPage, @Context() context: RequestContext): Promise<BioSection[]> {
    return (await this.service.sectionsOf(context).load(page.artistId)).map(toBioSection);
  }

  @ResolveField(() => String, { description: 'Address of the page, whether or not it is published.' })
  async publicUrl(@Parent() page: BioPage, @Context() context: RequestContext): Promise<string> {
    const artist = await this.artists.byId(context).load(page.artistId);
    return `${this.environment.publicPagesUrl}/${artist?.handle ?? ''}`;
  }

  @ResolveField(() => [Release], { description: 'The artist’s published releases, newest first, as the page shows them.' })
  @Requires('releases:read')
  releases(@Parent() page: BioPage, @Context() context: RequestContext): Promise<Release[]> {
    return this.releasesList.publishedOf(context).load(page.artistId);
  }
}

@Resolver(() => Artist)
export class ArtistBioPageResolver {
  constructor(private readonly service: BioPagesService) {}

  @ResolveField(() => BioPage, { description: 'The artist’s permanent page.' })
  async bioPage(@Parent() artist: Artist, @Context() context: RequestContext): Promise<BioPage> {
    const page = await this.service.ofArtist(context).load(artist.id);
    if (!page) throw notFound('bio page');
    return toBioPage(page);
  }
}
