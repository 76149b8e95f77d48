import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArtistsService } from '../artists/artists.service.js';
import { Artist, toArtist } from '../artists/artist.type.js';
import type { RequestContext } from '../graphql/context.js';
import { Release, toRelease } from '../releases/release.type.js';
import { ReleasesService } from '../releases/releases.service.js';
import { FanReleaseCount, FanSource } from './fan.type.js';

@Resolver(() => FanSource)
export class FanSourceResolver {
  constructor(
    private readonly artists: ArtistsService,
    private readonly releases: ReleasesService,
  ) {}

  @ResolveField(() => Artist, { nullable: true, description: 'The artist on whose page it was. Null when the artist is gone.' })
  async artist(@Parent() source: FanSource, @Context() context: RequestContext): Promise<Artist | null> {
    const artist = source.artistId === null ? null : await this.artists.byId(context).load(source.artistId);
    return artist && toArtist(artist);
  }

  @ResolveField(() => Release, { nullable: true, description: 'The release on whose smart link it was. Null for a bio page.' })
  async release(@Parent() source: FanSource, @Context() context: RequestContext): Promise<Release | null> {
    const release = source.releaseId === null ? null : await this.releases.byId(context).load(source.releaseId);
    return release && toRelease(release);
  }
}

@Resolver(() => FanReleaseCount)
export class FanReleaseCountResolver {
  constructor(private readonly releases: ReleasesService) {}

  @ResolveField(() => Release, { nullable: true, description: 'The release. Null: a bio page.' })
  async release(@Parent() counted: FanReleaseCount, @Context() context: RequestContext): Promise<Release | null> {
    const release = counted.releaseId === null ? null : await this.releases.byId(context).load(counted.releaseId);
    return release && toRelease(release);
  }
}
