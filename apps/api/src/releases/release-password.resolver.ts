import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload, SetReleasePasswordInput } from './release.inputs.js';
import { ReleasePasswordService } from './release-password.service.js';
import { toRelease } from './release.type.js';

@Resolver()
export class ReleasePasswordResolver {
  constructor(private readonly service: ReleasePasswordService) {}

  @Mutation(() => ReleasePayload, { description: 'Has the page of a release ask for a password, from its next publishing on, or for none any more. Who opened it with the former one is asked again. Codes: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG.' })
  @Requires('releases:write')
  setReleasePassword(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: SetReleasePasswordInput): Promise<ReleasePayload> {
    return payload('release', this.service.setPassword(viewer, input), toRelease);
  }
}
