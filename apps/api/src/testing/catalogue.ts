import { graphql } from '@lynkify/contract';
import type { PublishedDocument } from '@lynkify/domain';
import type { Asker, World } from './world.js';

export const CreateArtist = graphql(`mutation CreateArtist($input: CreateArtistInput!) { createArtist(input: $input) { artist { id handle name publicUrl formerHandles } userErrors { code path } } }`);
export const ChangeHandle = graphql(`mutation ChangeHandle($input: ChangeHandleInput!) { changeHandle(input: $input) { artist { id handle formerHandles } userErrors { code path } } }`);
export const CreateRelease = graphql(`
  mutation CreateRelease($input: CreateReleaseInput!) {
    createRelease(input: $input) {
      release { id slug title type version status timeZone releaseDate releaseTime releasedAt upc artistCredit publicUrl destinations { id platform platformName url goUrl position method } capture { title consentText version askName } }
      links { text status platform url code message }
      userErrors { code path message }
    }
  }
`);
export const UpdateRelease = graphql(`
  mutation UpdateRelease($input: UpdateReleaseInput!) {
    updateRelease(input: $input) {
      release { id slug title artistCredit type releaseDate releaseTime timeZone releasedAt upc description version hasUnpublishedChanges theme { appearance accent buttons credit } capture { title consentText version askName } artwork { id alt } }
      userErrors { code path }
    }
  }
`);
export const ChangeSlug = graphql(`mutation ChangeSlug($input: ChangeReleaseSlugInput!) { changeReleaseSlug(input: $input) { release { slug formerSlugs hasUnpublishedChanges } userErrors { code path } } }`);
export const AddDestinations = graphql(`
  mutation AddDestinations($input: AddDestinationsInput!) {
    addDestinations(input: $input) { release { id version destinations { id platform url position } } links { status platform url code } userErrors { code path } }
  }
`);
export const PublishRelease = graphql(`
  mutation PublishRelease($input: PublishReleaseInput!) {
    publishRelease(input: $input) { release { id slug status version publishedVersion hasUnpublishedChanges publishedAt firstPublishedAt } userErrors { code path } }
  }
`);
export const UnpublishRelease = graphql(`mutation UnpublishRelease($input: UnpublishReleaseInput!) { unpublishRelease(input: $input) { release { status publishedVersion } userErrors { code } } }`);
export const ArchiveRelease = graphql(`mutation ArchiveRelease($input: ArchiveReleaseInput!) { archiveRelease(input: $input) { release { status archiveLeadsTo archivePlatform publishedVersion } userErrors { code } } }`);
export const PublishBioPage = graphql(`mutation PublishBioPage($input: PublishBioPageInput!) { publishBioPage(input: $input) { bioPage { status version publishedVersion hasUnpublishedChanges publicUrl } userErrors { code } } }`);

const PageAt = graphql(`query PageAt($path: String!) { publishedPage(path: $path) { kind version document } }`);

/** Two links of real releases, of two platforms. */
export const twoLinks = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N\nhttps://www.deezer.com/album/629506181';

/** A new artist of the world's owner, made as people make one. */
export async function newArtist(world: World, handle: string, name = 'An artist'): Promise<{ id: string; handle: string; name: string }> {
  const { createArtist } = await world.owner.run(CreateArtist, { input: { name, handle } });
  if (!createArtist.artist) throw new Error(`no artist: ${createArtist.userErrors.map(({ code }) => code).join()}`);
  return createArtist.artist;
}

/** A new release with two destinations, not yet published. */
export async function newRelease(world: World, input: { artistId: string; title?: string; slug?: string; releaseDate?: string; links?: string }) {
  const { createRelease } = await world.owner.run(CreateRelease, { input: { title: 'A song', links: twoLinks, ...input } });
  if (!createRelease.release) throw new Error(`no release: ${createRelease.userErrors.map(({ code }) => code).join()}`);
  return createRelease.release;
}

/** Publishes a release and says at which version. */
export async function publish(who: Asker, releaseId: string) {
  const { publishRelease } = await who.run(PublishRelease, { input: { releaseId } });
  if (!publishRelease.release) throw new Error(`not published: ${publishRelease.userErrors.map(({ code }) => code).join()}`);
  return publishRelease.release;
}

/** What the renderer gets at a path; null when nothing was ever there. */
export async function pageAt(world: World, path: string): Promise<PublishedDocument | null> {
  const { publishedPage } = await world.renderer.run(PageAt, { path });
  return (publishedPage?.document ?? null) as PublishedDocument | null;
}
