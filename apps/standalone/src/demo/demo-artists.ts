import { graphql, type ResultOf } from '@lynkify/contract';
import { refused } from './demo-account.js';
import type { DemoSession } from './demo-session.js';
import type { DemoArtist, DemoRelease } from './demo-workspace.js';
import { drawSleeve } from './sleeve.js';

const Roster = graphql(`
  query DemoRoster {
    workspace {
      id
      artists {
        id handle name
        bioPage { status portrait { id } sections { id type settings visible } }
        releases(first: 50) { nodes { id title slug status artwork { id } destinations { platform } } }
      }
    }
  }
`);

const CreateArtist = graphql(`
  mutation DemoCreateArtist($input: CreateArtistInput!) {
    createArtist(input: $input) { artist { id } userErrors { code message } }
  }
`);

const CreateRelease = graphql(`
  mutation DemoCreateRelease($input: CreateReleaseInput!) {
    createRelease(input: $input) { release { id } userErrors { code message } }
  }
`);

const SetArtwork = graphql(`
  mutation DemoSetArtwork($input: UpdateReleaseInput!) {
    updateRelease(input: $input) { release { id } userErrors { code message } }
  }
`);

const PublishRelease = graphql(`
  mutation DemoPublishRelease($input: PublishReleaseInput!) {
    publishRelease(input: $input) { release { id } userErrors { code message } }
  }
`);

const UpdateBioPage = graphql(`
  mutation DemoUpdateBioPage($input: UpdateBioPageInput!) {
    updateBioPage(input: $input) { bioPage { status } userErrors { code message } }
  }
`);

const SetBioSections = graphql(`
  mutation DemoSetBioSections($input: SetBioSectionsInput!) {
    setBioSections(input: $input) { bioPage { status } userErrors { code message } }
  }
`);

const PublishBioPage = graphql(`
  mutation DemoPublishBioPage($input: PublishBioPageInput!) {
    publishBioPage(input: $input) { bioPage { status } userErrors { code message } }
  }
`);

/** The demo's artists with their releases, as the API tells them. */
export type Roster = ResultOf<typeof Roster>['workspace'];
type RosterArtist = Roster['artists'][number];
type RosterRelease = RosterArtist['releases']['nodes'][number];

export async function readRoster(session: DemoSession): Promise<Roster> {
  return (await session.execute(Roster)).workspace;
}

/** Makes what is missing of the artists, step by step as a member would; what is there already is left as it is. */
export async function makeArtists(session: DemoSession, artists: readonly DemoArtist[]): Promise<Roster> {
  const known = await readRoster(session);
  for (const wanted of artists) {
    if (known.artists.some(({ handle }) => handle === wanted.handle)) continue;
    const { createArtist } = await session.execute(CreateArtist, { input: { name: wanted.name, handle: wanted.handle } });
    if (!createArtist.artist) throw refused(`createArtist ${wanted.handle}`, createArtist.userErrors);
  }

  const withArtists = await readRoster(session);
  for (const [wanted, artist] of pairs(artists, withArtists)) {
    for (const release of wanted.releases) await makeRelease(session, artist, release);
    if (artist.bioPage.status === 'DRAFT') await makeBioPage(session, artist, wanted);
  }
  return readRoster(session);
}

async function makeRelease(session: DemoSession, artist: RosterArtist, wanted: DemoRelease): Promise<void> {
  const known: RosterRelease | undefined = artist.releases.nodes.find(({ title }) => title === wanted.title);
  const id = known?.id ?? (await createRelease(session, artist.id, wanted));
  if (!known?.artwork) {
    const artworkId = await session.uploadPicture(await drawSleeve(wanted.sleeve), `${wanted.title}.png`);
    const { updateRelease } = await session.execute(SetArtwork, { input: { releaseId: id, artworkId } });
    if (!updateRelease.release) throw refused(`updateRelease ${wanted.title}`, updateRelease.userErrors);
  }
  if (known && known.status !== 'DRAFT') return;
  const { publishRelease } = await session.execute(PublishRelease, { input: { releaseId: id } });
  if (!publishRelease.release) throw refused(`publishRelease ${wanted.title}`, publishRelease.userErrors);
}

async function createRelease(session: DemoSession, artistId: string, { title, type, releaseDate, timeZone, links }: DemoRelease): Promise<string> {
  const { createRelease: answer } = await session.execute(CreateRelease, { input: { artistId, title, type, releaseDate, timeZone, links: links.join('\n') } });
  if (!answer.release) throw refused(`createRelease ${title}`, answer.userErrors);
  return answer.release.id;
}

async function makeBioPage(session: DemoSession, artist: RosterArtist, wanted: DemoArtist): Promise<void> {
  const { headline, portrait } = wanted;
  const portraitId = portrait ? await session.uploadPicture(await drawSleeve(portrait), `${wanted.handle}.png`) : undefined;
  const { updateBioPage } = await session.execute(UpdateBioPage, { input: { artistId: artist.id, headline, portraitId } });
  if (!updateBioPage.bioPage) throw refused(`updateBioPage ${wanted.handle}`, updateBioPage.userErrors);

  const { setBioSections } = await session.execute(SetBioSections, { input: { artistId: artist.id, sections: sectionsOf(artist, wanted) } });
  if (!setBioSections.bioPage) throw refused(`setBioSections ${wanted.handle}`, setBioSections.userErrors);

  const { publishBioPage } = await session.execute(PublishBioPage, { input: { artistId: artist.id } });
  if (!publishBioPage.bioPage) throw refused(`publishBioPage ${wanted.handle}`, publishBioPage.userErrors);
}

/** The sections that a new bio page has, filled in, and every release after the links. What stays empty is left out. */
function sectionsOf(artist: RosterArtist, { socials, links }: DemoArtist) {
  const filled: Readonly<Record<string, { links: object[] }>> = {
    socials: { links: socials.map((url) => ({ url, network: networkOf(url) })) },
    links: { links: links.map((link, index) => ({ id: `link-${index + 1}`, ...link })) },
  };
  return artist.bioPage.sections.flatMap(({ id, type, visible, settings }) => {
    const content = filled[type];
    const section = { id, type, visible, settings: content ? { ...(settings as object), ...content } : settings };
    const kept = content?.links.length === 0 ? [] : [section];
    return type === 'links' ? [...kept, { type: 'releases', visible: true, settings: { title: 'Releases' } }] : kept;
  });
}

const networkOf = (url: string) => (url.includes('bandcamp.com') ? 'bandcamp' : url.includes('soundcloud.com') ? 'soundcloud' : 'website');

/** Each wanted artist with the one that the API knows. */
function pairs(artists: readonly DemoArtist[], roster: Roster): [DemoArtist, RosterArtist][] {
  return artists.flatMap((wanted) => roster.artists.filter(({ handle }) => handle === wanted.handle).map((artist): [DemoArtist, RosterArtist] => [wanted, artist]));
}
