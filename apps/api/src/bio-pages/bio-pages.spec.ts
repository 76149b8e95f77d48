import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { newArtist, newRelease, pageAt, publish, PublishBioPage } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const Update = graphql(`mutation Update($input: UpdateBioPageInput!) { updateBioPage(input: $input) { bioPage { headline version theme { appearance accent } portrait { id } } userErrors { code path } } }`);
const SetSections = graphql(`
  mutation SetSections($input: SetBioSectionsInput!) { setBioSections(input: $input) { bioPage { version sections { id type position visible settings } } userErrors { code path } } }
`);
const Page = graphql(`query Page($id: ID!) { artist(id: $id) { bioPage { artist { id } sections { id type settings } releases { title } } } }`);

describe('bio pages', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const seed = async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique(), 'Queen');
    const { artist } = await world.owner.run(Page, { id: artistId });
    const sections = artist?.bioPage.sections ?? [];
    const set = async (list: { id?: string; type: string; visible?: boolean; settings: unknown }[], version?: number) => (await world.owner.run(SetSections, { input: { artistId, version, sections: list } })).setBioSections;
    return { world, artistId, handle, sections, set };
  };

  it('keep what is left out of a change and refuse one made from an older version', async () => {
    const { world, artistId } = await seed();
    const update = async (input: object) => (await world.owner.run(Update, { input: { artistId, ...input } })).updateBioPage;
    expect((await update({ version: 1, headline: ' Rock  band ', theme: { accent: '#112233' } })).bioPage).toEqual({ headline: 'Rock band', version: 2, theme: { appearance: 'auto', accent: '#112233' }, portrait: null });
    expect((await update({ version: 2, theme: { appearance: 'dark' } })).bioPage).toMatchObject({ headline: 'Rock band', theme: { appearance: 'dark', accent: '#112233' } });
    expect((await update({ version: 2, headline: 'Late' })).userErrors).toEqual([{ code: 'STALE_VERSION', path: ['version'] }]);
    expect((await update({ theme: { accent: 'red' }, portraitId: artistId })).userErrors).toEqual([{ code: 'THEME_INVALID', path: ['theme', 'accent'] }]);
    expect((await update({ portraitId: artistId })).userErrors).toEqual([{ code: 'PORTRAIT_NOT_FOUND', path: ['portraitId'] }]);
  });

  it('are made of sections in the order given: named ones stay, new ones are added, the rest go', async () => {
    const { sections, set } = await seed();
    const [featured, socials, links] = sections;
    const { bioPage } = await set([
      { id: links?.id, type: 'links', settings: { title: 'Shop', links: [{ title: 'Tickets', url: 'queenonline.com/tour?utm_source=x' }] } },
      { type: 'text', settings: { title: 'About', text: 'Since 1970.\r\n\r\n\r\nLondon.' } },
      { id: featured?.id, type: 'featured-release', settings: { releaseId: null }, visible: false },
      { id: socials?.id, type: 'socials', settings: { links: [{ url: 'instagram.com/officialqueenmusic' }, { url: 'https://www.tiktok.com/@officialqueenmusic?lang=en' }] } },
    ]);
    expect(bioPage?.sections).toMatchObject([
      { id: links?.id, type: 'links', position: 0, settings: { title: 'Shop', links: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), title: 'Tickets', url: expect.stringContaining('https://queenonline.com/tour') }] } },
      { type: 'text', position: 1, settings: { title: 'About', text: 'Since 1970.\n\nLondon.' } },
      { id: featured?.id, type: 'featured-release', position: 2, visible: false },
      { id: socials?.id, position: 3, settings: { links: [{ network: 'instagram', url: 'https://www.instagram.com/officialqueenmusic/' }, { network: 'tiktok', url: 'https://www.tiktok.com/@officialqueenmusic' }] } },
    ]);
  });

  it('keep the id of a link, by which its clicks are counted, when its words change', async () => {
    const { sections, set } = await seed();
    const id = sections[2]?.id;
    const first = await set([{ id, type: 'links', settings: { title: '', links: [{ title: 'A', url: 'https://a.example.com' }] } }]);
    const settings = first.bioPage?.sections[0]?.settings as { links: { id: string; title: string; url: string }[] };
    const again = await set([{ id, type: 'links', settings: { title: '', links: [{ title: 'New', url: 'https://b.example.com' }, { ...settings.links[0], title: 'Renamed' }] } }]);
    expect(again.bioPage?.sections[0]?.settings).toMatchObject({ links: [{ title: 'New' }, { id: settings.links[0]?.id, title: 'Renamed' }] });
  });

  it('name what is wrong in a section by its place, and change nothing', async () => {
    const { world, artistId, sections, set } = await seed();
    const refused = await set([
      { type: 'links', settings: { links: [{ title: 'Fine', url: 'https://a.example.com' }, { title: 'Bad', url: 'javascript:alert(1)' }, { title: 'Local', url: 'http://localhost/x' }] } },
      { type: 'socials', settings: { links: [{ url: 'https://www.instagram.com/one' }, { url: 'https://www.instagram.com/two' }] } },
      { type: 'marquee', settings: {} },
      { type: 'signup', settings: { capture: { title: 'Join', consentText: '', askName: false } } },
    ]);
    expect(refused.bioPage).toBeNull();
    expect(refused.userErrors).toEqual([
      { code: 'LINK_INVALID', path: ['sections', '0', 'settings', 'links', '1', 'url'] },
      { code: 'LINK_INVALID', path: ['sections', '0', 'settings', 'links', '2', 'url'] },
      { code: 'NETWORK_TWICE', path: ['sections', '1', 'settings', 'links', '1', 'url'] },
      { code: 'SECTION_TYPE_UNKNOWN', path: ['sections', '2', 'type'] },
      { code: 'CONSENT_TEXT_INVALID', path: ['sections', '3', 'settings', 'capture', 'consentText'] },
    ]);
    const many = { title: '', links: Array.from({ length: 201 }, (_, index) => ({ title: `Link ${index}`, url: 'https://a.example.com' })) };
    expect((await set([{ type: 'links', settings: many }])).userErrors).toEqual([{ code: 'LINKS_TOO_MANY', path: ['sections', '0', 'settings', 'links'] }]);
    expect((await set([{ id: artistId, type: 'text', settings: {} }])).userErrors).toEqual([{ code: 'SECTION_UNKNOWN', path: ['sections', '0', 'id'] }]);
    expect((await set([{ id: sections[0]?.id, type: 'text', settings: {} }])).userErrors).toEqual([{ code: 'SECTION_UNKNOWN', path: ['sections', '0', 'id'] }]);
    expect((await set([{ type: 'signup', settings: {} }, { type: 'signup', settings: {} }])).userErrors).toEqual([{ code: 'SECTION_TWICE', path: ['sections', '1'] }]);
    expect((await set([], 9)).userErrors).toEqual([{ code: 'STALE_VERSION', path: ['version'] }]);
    await expect(set([{ type: 'text', settings: 'words' }])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const { artist } = await world.owner.run(Page, { id: artistId });
    expect(artist?.bioPage.sections).toEqual(sections);
  });

  it('count the version of the signup up when its wording changes, whatever version is sent', async () => {
    const { sections, set } = await seed();
    const signup = sections[3];
    const before = signup?.settings as { capture: { title: string; consentText: string; askName: boolean; version: number } };
    const version = async (capture: object) => ((await set([{ id: signup?.id, type: 'signup', settings: { capture } }])).bioPage?.sections[0]?.settings as typeof before).capture.version;
    expect(await version({ ...before.capture, version: 99 })).toBe(1);
    expect(await version({ ...before.capture, consentText: 'Queen may write to me.' })).toBe(2);
  });

  it('pin only a release of the artist', async () => {
    const { world, artistId, sections, set } = await seed();
    const own = await newRelease(world, { artistId });
    const foreign = await newRelease(world, { artistId: (await newArtist(world, unique())).id });
    const pin = (releaseId: string) => set([{ id: sections[0]?.id, type: 'featured-release', settings: { releaseId } }]);
    expect((await pin(own.id)).bioPage?.sections[0]?.settings).toEqual({ releaseId: own.id });
    expect((await pin(foreign.id)).userErrors).toEqual([{ code: 'RELEASE_NOT_FOUND', path: ['sections', '0', 'settings', 'releaseId'] }]);
  });

  it('are published with their visible sections and their releases, newest first', async () => {
    const { world, artistId, handle, sections, set } = await seed();
    for (const [title, releaseDate] of [['Jazz', '1978-11-10'], ['Innuendo', '1991-02-04'], ['Undated', undefined]] as const) await publish(world.owner, (await newRelease(world, { artistId, title, releaseDate })).id);
    await newRelease(world, { artistId, title: 'Only a draft' });
    await set([
      { id: sections[0]?.id, type: 'featured-release', settings: { releaseId: null } },
      { type: 'text', visible: false, settings: { title: 'Hidden', text: 'Hidden' } },
    ]);
    await world.owner.run(PublishBioPage, { input: { artistId } });
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ kind: 'bio-page', headline: null, sections: [{ id: sections[0]?.id, type: 'featured-release', releaseId: null }], releases: [{ title: 'Innuendo' }, { title: 'Jazz' }, { title: 'Undated' }] });
    const { artist } = await world.owner.run(Page, { id: artistId });
    expect(artist?.bioPage).toMatchObject({ artist: { id: artistId }, releases: [{ title: 'Innuendo' }, { title: 'Jazz' }, { title: 'Undated' }] });
  });

  it('of another workspace look as if they did not exist', async () => {
    const { artistId } = await seed();
    const { owner: other } = await seedWorkspace(api);
    await expect(other.run(Update, { input: { artistId, headline: 'Mine' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.run(SetSections, { input: { artistId, sections: [] } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
