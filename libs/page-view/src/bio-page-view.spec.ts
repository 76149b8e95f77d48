import { describe, expect, it } from '@jest/globals';
import type { SectionView } from './page-view.js';
import { bioPage, facts, picture } from './testdata/documents.js';
import { toPageView } from './to-page-view.js';

function section<T extends SectionView['type']>(sections: SectionView[], type: T): Extract<SectionView, { type: T }> | undefined {
  return sections.find((each): each is Extract<SectionView, { type: T }> => each.type === type);
}

const releases = bioPage().releases;
const [newest, older] = releases;
if (!newest || !older) throw new Error('The sample has two releases');
const coming = { ...newest, id: 'coming', slug: 'coming', title: 'Virtual', releasedAt: '2026-12-01T00:00:00.000Z' };

describe('a bio page', () => {
  it('keeps the sections in the artist’s order', () => {
    expect(toPageView(bioPage(), facts).sections.map((each) => each.type)).toEqual(['featured', 'socials', 'links', 'releases', 'text', 'signup']);
  });

  it('features the newest release that is out', () => {
    const view = toPageView(bioPage({ releases: [coming, older, newest] }), facts);
    expect(section(view.sections, 'featured')).toMatchObject({ eyebrow: 'Out now', action: 'Listen', card: { title: 'Nightmare·Escape The ERA - EP', href: '/dreamcatcher/nightmare-escape-the-era' } });
    expect(view.changesAt).toBe('2026-12-01T00:00:00.000Z');
  });

  it('features another one at the moment it comes out', () => {
    const view = toPageView(bioPage({ releases: [coming, newest] }), { ...facts, now: new Date('2026-12-01T00:00:00.000Z') });
    expect(section(view.sections, 'featured')?.card.title).toBe('Virtual');
    expect(view.changesAt).toBeNull();
  });

  it('features what comes next when nothing is out yet', () => {
    const view = toPageView(bioPage({ releases: [coming] }), facts);
    expect(section(view.sections, 'featured')).toMatchObject({ eyebrow: 'Coming next', action: 'See more', card: { title: 'Virtual' } });
  });

  it('features the release that the artist pinned', () => {
    const document = bioPage();
    const view = toPageView({ ...document, sections: [{ id: 'x', type: 'featured-release', releaseId: 'prequel' }] }, facts);
    expect(section(view.sections, 'featured')?.card.title).toBe('Prequel');
  });

  it('lists the other releases once', () => {
    expect(section(toPageView(bioPage(), facts).sections, 'releases')).toMatchObject({ title: 'Releases', cards: [{ title: 'Prequel' }] });
  });

  it('shows a release until its page ends', () => {
    const ends = '2026-07-20T12:00:00.000Z';
    const document = bioPage({ releases: [{ ...newest, expiresAt: ends }] });
    const before = toPageView(document, { ...facts, now: new Date(Date.parse(ends) - 1) });
    expect(before.changesAt).toBe(ends);
    expect(section(before.sections, 'featured')?.card.title).toBe(newest.title);
    const after = toPageView(document, { ...facts, now: new Date(ends) });
    expect(section(after.sections, 'featured')).toBeUndefined();
    expect(after).toMatchObject({ changesAt: null });
  });

  it('leaves out sections that have nothing to show', () => {
    const view = toPageView(bioPage({
      releases: [],
      sections: [{ id: '1', type: 'featured-release', releaseId: null }, { id: '2', type: 'releases', title: 'All' }, { id: '3', type: 'socials', links: [] }, { id: '4', type: 'links', title: 'x', links: [] }, { id: '5', type: 'text', title: '', text: ' \n ' }],
    }), facts);
    expect(view.sections).toEqual([]);
  });

  it('leads links and socials through their click addresses, named for people', () => {
    const { sections } = toPageView(bioPage(), facts);
    expect(section(sections, 'links')?.links).toEqual([
      { title: 'Shop', host: 'shop.example', href: '/dreamcatcher/go/l1' },
      { title: 'tour.example', host: '', href: '/dreamcatcher/go/l2' },
    ]);
    expect(section(sections, 'socials')?.links.map((link) => [link.name, link.href])).toEqual([['Instagram', '/dreamcatcher/go/social-instagram'], ['LinkedIn', '/dreamcatcher/go/social-linkedin']]);
  });

  it('takes its colours from the portrait, else from the featured artwork', () => {
    const green: [string, string] = ['#2f6b4a', '#d9c98f'];
    const withPortrait = toPageView(bioPage({ portrait: picture({ colours: green }) }), facts);
    const withArtwork = toPageView(bioPage({ releases: [{ ...newest, artwork: picture({ colours: green }) }] }), facts);
    expect(withArtwork.palettes).toEqual(withPortrait.palettes);
    expect(withArtwork.palettes).not.toEqual(toPageView(bioPage(), facts).palettes);
  });
});
