import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload } from '../releases/release.inputs.js';
import { Release, toRelease } from '../releases/release.type.js';
import { SetTracksInput, Track, toTrack } from './track.type.js';
import { TracksService } from './tracks.service.js';

@Resolver(() => Release)
export class TracksResolver {
  constructor(private readonly service: TracksService) {}

  @Mutation(() => ReleasePayload, { description: 'Sets the whole list of a release’s tracks. Codes: TEXT_EMPTY, TEXT_TOO_LONG, ISRC_LENGTH, ISRC_INVALID.' })
  @Requires('releases:write')
  setTracks(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: SetTracksInput): Promise<ReleasePayload> {
    return payload('release', this.service.setTracks(viewer, input), toRelease);
  }

  @ResolveField(() => [Track], { description: 'The recordings, in order.' })
  async tracks(@Parent() release: Release, @Context() context: RequestContext): Promise<Track[]> {
    return (await this.service.ofRelease(context).load(release.id)).map(toTrack);
  }
}
