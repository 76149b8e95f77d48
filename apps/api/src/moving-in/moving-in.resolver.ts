import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { toBioPage } from '../bio-pages/bio-page.type.js';
import { toPastedLink } from '../destinations/destination.type.js';
import { payload } from '../graphql/user-error.js';
import { toRelease } from '../releases/release.type.js';
import { BioLinksService } from './bio-links.service.js';
import { MoveInInput, MoveInToBioPageInput, ReadPageInput } from './moving-in.inputs.js';
import { MovingInService } from './moving-in.service.js';
import { MoveInPayload, MoveInToBioPagePayload, ReadPagePayload, toReadPage } from './moving-in.type.js';

@Resolver()
export class MovingInResolver {
  constructor(
    private readonly service: MovingInService,
    private readonly bioLinks: BioLinksService,
  ) {}

  @Query(() => ReadPagePayload, {
    description: 'Reads a page of another product, or any page, and offers what of it could come along. Codes: NOT_A_URL, PRIVATE_ADDRESS, PAGE_NOT_FOUND, PAGE_REFUSED, PAGE_UNREACHABLE, PAGE_NOT_READABLE, TOO_MANY_TRIES.',
  })
  @Requires('releases:write')
  readPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) { url }: ReadPageInput): Promise<ReadPagePayload> {
    return payload('page', this.service.readPage(viewer, url), toReadPage);
  }

  @Mutation(() => MoveInPayload, { description: 'Makes a release of what was chosen of a page, or adds it to one, and has the rest looked up. Codes: ARTIST_MISSING, SLUG_INVALID, SLUG_RESERVED, SLUG_TOO_LONG, TEXT_TOO_LONG.' })
  @Requires('releases:write')
  async moveIn(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: MoveInInput): Promise<MoveInPayload> {
    const outcome = await this.service.moveIn(viewer, input);
    return { ...(await payload('release', outcome, ({ release }) => toRelease(release))), links: outcome.ok ? outcome.value.links.map(toPastedLink) : [], slugKept: outcome.ok && outcome.value.slugKept };
  }

  @Mutation(() => MoveInToBioPagePayload, { description: 'Adds links and profiles of a page to the draft of a bio page. Code: LINKS_TOO_MANY.' })
  @Requires('artists:write')
  async moveInToBioPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: MoveInToBioPageInput): Promise<MoveInToBioPagePayload> {
    const outcome = await this.bioLinks.add(viewer, input);
    return { ...(await payload('bioPage', outcome, ({ bioPage }) => toBioPage(bioPage))), added: outcome.ok ? outcome.value.added : 0, left: outcome.ok ? outcome.value.left : [] };
  }
}
