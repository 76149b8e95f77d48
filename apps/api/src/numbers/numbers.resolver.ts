import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist } from '../artists/artist.type.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { Release } from '../releases/release.type.js';
import { NumbersService } from './numbers.service.js';
import { Numbers } from './numbers.type.js';

const firstDay = { type: () => GraphQLDate, description: 'The first day, in the workspace’s time zone.' };
const lastDay = { type: () => GraphQLDate, description: 'The last day, included. At most 400 days in all.' };

@Resolver()
export class NumbersResolver {
  constructor(private readonly service: NumbersService) {}

  @Query(() => Numbers, { description: 'The numbers of the whole workspace.' })
  @Requires('numbers:read')
  numbers(@CurrentViewer() viewer: Viewer, @Args('from', firstDay) from: string, @Args('to', lastDay) to: string): Promise<Numbers> {
    return this.service.numbers(viewer, from, to);
  }
}

@Resolver(() => Artist)
export class ArtistNumbersResolver {
  constructor(private readonly service: NumbersService) {}

  @ResolveField(() => Numbers, { description: 'The numbers of the bio page and of all smart links of this artist.' })
  @Requires('numbers:read')
  numbers(@Parent() artist: Artist, @CurrentViewer() viewer: Viewer, @Args('from', firstDay) from: string, @Args('to', lastDay) to: string): Promise<Numbers> {
    return this.service.numbers(viewer, from, to, { artistId: artist.id });
  }
}

@Resolver(() => Release)
export class ReleaseNumbersResolver {
  constructor(private readonly service: NumbersService) {}

  @ResolveField(() => Numbers, { description: 'The numbers of this release’s smart link.' })
  @Requires('numbers:read')
  numbers(@Parent() release: Release, @CurrentViewer() viewer: Viewer, @Args('from', firstDay) from: string, @Args('to', lastDay) to: string): Promise<Numbers> {
    return this.service.numbers(viewer, from, to, { releaseId: release.id });
  }
}
