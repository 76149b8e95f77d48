import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Workspace } from '../workspaces/workspace.type.js';
import { Artist, toArtist } from './artist.type.js';
import { ArtistsService } from './artists.service.js';

@Resolver(() => Workspace)
export class WorkspaceArtistsResolver {
  constructor(private readonly service: ArtistsService) {}

  @ResolveField(() => [Artist], { description: 'The artists of the workspace, by name: one, or a label’s roster.' })
  @Requires('artists:read')
  async artists(@CurrentViewer() viewer: Viewer): Promise<Artist[]> {
    return (await this.service.artists(viewer)).map(toArtist);
  }
}
