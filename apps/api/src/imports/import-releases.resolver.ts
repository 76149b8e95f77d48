import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/context.js';
import { Release, toRelease } from '../releases/release.type.js';
import { ReleasesService } from '../releases/releases.service.js';
import { ImportLine, ListedRelease } from './import.type.js';

@Resolver(() => ImportLine)
export class ImportLineReleaseResolver {
  constructor(private readonly releases: ReleasesService) {}

  @ResolveField(() => Release, { nullable: true, description: 'The release that it made or found; null when there is none.' })
  release(@Parent() { releaseId }: ImportLine, @Context() context: RequestContext): Promise<Release | null> {
    return loadRelease(this.releases, releaseId, context);
  }
}

@Resolver(() => ListedRelease)
export class ListedReleaseResolver {
  constructor(private readonly releases: ReleasesService) {}

  @ResolveField(() => Release, { nullable: true, description: 'The artist’s release that it is; null when an import would make one.' })
  release(@Parent() { releaseId }: ListedRelease, @Context() context: RequestContext): Promise<Release | null> {
    return loadRelease(this.releases, releaseId, context);
  }
}

async function loadRelease(releases: ReleasesService, id: string | null, context: RequestContext): Promise<Release | null> {
  const row = id === null ? null : await releases.byId(context).load(id);
  return row && toRelease(row);
}
