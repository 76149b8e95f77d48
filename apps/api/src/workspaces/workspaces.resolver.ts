import { Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';

@Resolver()
export class WorkspacesResolver {
  @Query(() => String, { description: 'Replaced by helper B.' })
  @Requires('workspace:read')
  workspaceProbe(): string {
    return 'inside';
  }
}
