import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist } from '../artists/artist.type.js';
import type { ReleaseStatusValue } from './release.entity.js';
import { ReleaseConnection, ReleaseStatuses } from './release.type.js';
import { ReleasesListService } from './releases-list.service.js';

@Resolver(() => Artist)
export class ArtistReleasesResolver {
  constructor(private readonly list: ReleasesListService) {}

  @ResolveField(() => ReleaseConnection, { description: 'The artist’s releases, the last saved first. Archived ones only when asked for.' })
  @Requires('releases:read')
  releases(
    @Parent() artist: Artist,
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('search', { type: () => String, nullable: true, description: 'Part of the title, the credit or the address, or a whole UPC.' }) search: string | null,
    @Args('status', { type: () => ReleaseStatuses, nullable: true, description: 'Only releases that stand so.' }) status: ReleaseStatusValue | null,
  ): Promise<ReleaseConnection> {
    return this.list.releases(viewer, { first, after, search, status, artistId: artist.id });
  }
}
