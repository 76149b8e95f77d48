import { describe, expect, it } from '@jest/globals';
import { compileBioPage, defaultBioSections, newestFirst, type BioPageSource } from './compile-bio-page.js';
import { defaultTheme, type ReleaseCard } from './published-page.js';

const card = (id: string, releasedAt: string | null): ReleaseCard => ({ id, slug: id, title: id, artistCredit: 'Queen', type: 'album', releasedAt, artwork: null });

const source: BioPageSource = {
  workspaceId: 'w',
  artist: { id: 'a', handle: 'queen', name: 'Queen' },
  headline: '  ',
  portrait: null,
  theme: defaultTheme,
  releases: [card('undated-1', null), card('jazz', '1978-11-10T00:00:00.000Z'), card('undated-2', null), card('innuendo', '1991-02-04T00:00:00.000Z')],
  sections: defaultBioSections('Queen').map((section, index) => ({ ...section, id: `s${index}` })),
};

describe('the document of a bio page', () => {
  it('has the sections that every new page starts with', () => {
    const document = compileBioPage(source);
    expect(document.sections).toEqual([
      { id: 's0', type: 'featured-release', releaseId: null },
      { id: 's1', type: 'socials', links: [] },
      { id: 's2', type: 'links', title: '', links: [] },
      { id: 's3', type: 'signup', capture: { title: 'Get the next one first', consentText: expect.stringContaining('Queen'), version: 1, askName: false } },
    ]);
    expect(document.headline).toBeNull();
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has its releases newest first, those without a date last', () => {
    expect(newestFirst(source.releases).map(({ id }) => id)).toEqual(['innuendo', 'jazz', 'undated-2', 'undated-1']);
  });

  it('leaves out what is hidden, what is not yet right, and the second of what there can be only one', () => {
    const text = { type: 'text', settings: { title: '', text: 'Shown' } };
    const { sections } = compileBioPage({
      ...source,
      sections: [
        { id: '1', visible: true, ...text },
        { id: '2', visible: false, ...text },
        { id: '3', visible: true, type: 'marquee', settings: {} },
        { id: '4', visible: true, type: 'socials', settings: { links: [{ url: 'x.com/queen' }, { url: 'x.co' }, { url: 'not yet' }] } },
        { id: '5', visible: true, type: 'socials', settings: { links: [] } },
        { id: '6', visible: true, type: 'signup', settings: {} },
      ],
    });
    expect(sections).toMatchObject([{ id: '1' }, { id: '4', links: [{ network: 'x' }, { network: 'website' }] }]);
  });

  it('is the same for the same source, also where a link has no id yet', () => {
    const typed = { ...source, sections: [{ id: 's', visible: true, type: 'links', settings: { title: '', links: [{ title: 'A', url: 'a.example.com' }, { title: 'B', url: 'b.example.com' }] } }] };
    expect(compileBioPage(typed)).toEqual(compileBioPage(typed));
    expect(compileBioPage(typed).sections).toMatchObject([{ links: [{ id: 's-1' }, { id: 's-2' }] }]);
  });
});
