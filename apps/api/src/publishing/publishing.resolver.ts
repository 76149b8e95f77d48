import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { BioPagePayload } from '../bio-pages/bio-page.inputs.js';
import { toBioPage } from '../bio-pages/bio-page.type.js';
import { payload } from '../graphql/user-error.js';
import { ReleasePayload } from '../releases/release.inputs.js';
import { toRelease } from '../releases/release.type.js';
import { ArchiveReleasesService } from './archive-releases.service.js';
import { PublishBioPagesService } from './publish-bio-pages.service.js';
import { PublishReleasesService } from './publish-releases.service.js';
import { ArchiveReleaseInput, DeleteReleaseInput, DeleteReleasePayload, PublishBioPageInput, PublishReleaseInput, RestoreReleaseInput, UnpublishBioPageInput, UnpublishReleaseInput } from './publishing.inputs.js';

@Resolver()
export class PublishingResolver {
  constructor(
    private readonly releases: PublishReleasesService,
    private readonly archive: ArchiveReleasesService,
    private readonly bioPages: PublishBioPagesService,
  ) {}

  @Mutation(() => ReleasePayload, { description: 'Makes everything that is saved of a release public. Codes: TITLE_MISSING, NO_DESTINATIONS, RELEASE_ARCHIVED.' })
  @Requires('pages:publish')
  publishRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: PublishReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.releases.publishRelease(viewer, input.releaseId), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Takes a smart link down; its address says that it is gone. Code: NOT_PUBLISHED.' })
  @Requires('pages:publish')
  unpublishRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UnpublishReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.releases.unpublishRelease(viewer, input.releaseId), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Puts a release away: out of lists, and off the public. Its address leads where it is told to, its direct links to their platforms. Archived already, it leads there from now on. Codes: PLATFORM_MISSING, PAGE_TAKEN_DOWN.' })
  @Requires('pages:publish')
  archiveRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ArchiveReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.archive.archiveRelease(viewer, { ...input, platform: input.platform ?? null }), toRelease);
  }

  @Mutation(() => ReleasePayload, { description: 'Takes a release out of the archive: public again as it was when it was public (which takes `pages:publish`), else as a draft or unpublished. Code: NOT_ARCHIVED.' })
  @Requires('releases:write')
  restoreRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: RestoreReleaseInput): Promise<ReleasePayload> {
    return payload('release', this.archive.restoreRelease(viewer, input.releaseId), toRelease);
  }

  @Mutation(() => DeleteReleasePayload, { description: 'Removes a release that was never public. Code: RELEASE_WAS_PUBLISHED.' })
  @Requires('releases:write')
  deleteRelease(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: DeleteReleaseInput): Promise<DeleteReleasePayload> {
    return payload('deletedReleaseId', this.releases.deleteRelease(viewer, input.releaseId), (id) => id);
  }

  @Mutation(() => BioPagePayload, { description: 'Makes everything that is saved of a bio page public.' })
  @Requires('pages:publish')
  publishBioPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: PublishBioPageInput): Promise<BioPagePayload> {
    return payload('bioPage', this.bioPages.publishBioPage(viewer, input.artistId), toBioPage);
  }

  @Mutation(() => BioPagePayload, { description: 'Takes a bio page down; its address says that it is gone. Code: NOT_PUBLISHED.' })
  @Requires('pages:publish')
  unpublishBioPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UnpublishBioPageInput): Promise<BioPagePayload> {
    return payload('bioPage', this.bioPages.unpublishBioPage(viewer, input.artistId), toBioPage);
  }
}
