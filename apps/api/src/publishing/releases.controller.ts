import { Body, Controller, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { ArtistsService } from '../artists/artists.service.js';
import { toPastedLink } from '../destinations/destination.type.js';
import { DestinationsService } from '../destinations/destinations.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { MatchingService } from '../matching/matching.service.js';
import { releaseUrl } from '../releases/release-url.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { badInput, notFound, RequestError } from '../request-error.js';
import { accepted } from '../rest-accepted.js';
import { PublishReleasesService } from './publish-releases.service.js';
import { DestinationOfferBody, NewReleaseBody } from './releases.bodies.js';

/** A release as REST answers it. */
interface ReleaseBody {
  id: string;
  artistId: string;
  title: string;
  slug: string;
  status: string;
  url: string;
}

/** A few calls for scripts that look after many releases; everything else is GraphQL. */
@Controller('v1/releases')
export class ReleasesController {
  constructor(
    private readonly releases: ReleasesService,
    private readonly publishing: PublishReleasesService,
    private readonly artists: ArtistsService,
    private readonly matching: MatchingService,
    private readonly destinations: DestinationsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post()
  @Requires('releases:write')
  async create(@CurrentViewer() viewer: Viewer, @Body() { artistId, links, from, match = false, ...body }: NewReleaseBody) {
    const artist = artistId ?? (await this.onlyArtist(viewer));
    const lines = Array.isArray(links) ? links.join('\n') : links;
    const others = Object.entries({ links, ...body }).filter(([name, value]) => name !== 'slug' && value !== undefined);
    if (from !== undefined && others.length > 0) throw badInput(Object.fromEntries(others.map(([name]) => [name, 'What “from” begins is looked up: send this with “match” in place of “from”, or change it afterwards.'])));
    const made = accepted(from === undefined ? await this.releases.createRelease(viewer, { ...body, artistId: artist, links: lines }) : await this.matching.startRelease(viewer, { from, artistId: artist, slug: body.slug }));
    if (match && from === undefined) accepted(await this.matching.matchRelease(viewer, { releaseId: made.release.id }));
    return { release: await this.toBody(viewer, made.release), links: made.links.map(toPastedLink) };
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('pages:publish')
  async publish(@CurrentViewer() viewer: Viewer, @Param('id') id: string) {
    return { release: await this.toBody(viewer, accepted(await this.publishing.publishRelease(viewer, id))) };
  }

  /** Whether and when the page offers a platform; public once the release is published again. */
  @Patch(':id/destinations/:platform')
  @Requires('releases:write')
  async offer(@CurrentViewer() viewer: Viewer, @Param('id') releaseId: string, @Param('platform') platform: string, @Body() body: DestinationOfferBody) {
    return { release: await this.toBody(viewer, accepted(await this.destinations.updateOffer(viewer, { releaseId, platform, ...body }))) };
  }

  private async onlyArtist(viewer: Viewer): Promise<string> {
    const id = await this.artists.onlyArtistId(viewer);
    if (!id) throw new RequestError('ARTIST_MISSING', 422, 'Say whose release it is in “artistId”: the workspace has not exactly one artist.', { fields: { artistId: 'Name an artist.' } });
    return id;
  }

  private async toBody(viewer: Viewer, { id, artistId, title, slug, status }: ReleaseEntity): Promise<ReleaseBody> {
    const handle = await this.artists.handleOf(viewer, artistId);
    if (handle === null) throw notFound('artist');
    return { id, artistId, title, slug, status, url: releaseUrl(this.environment.publicPagesUrl, handle, slug) };
  }
}
