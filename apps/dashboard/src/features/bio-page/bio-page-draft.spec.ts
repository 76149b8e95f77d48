import { describe, expect, it } from '@jest/globals';
import { defaultBioSections, defaultTheme } from '@lynkify/domain';
import { themeInput } from '../page-editor/theme.js';
import { bioPageChanges } from './bio-page-changes.js';
import { documentOf, draftOf, problemsOf, withoutEmptyLinks, type BioPageDraft } from './bio-page-draft.js';
import type { EditedBioPage } from './bio-page-query.js';

const page: EditedBioPage = {
  headline: '', status: 'DRAFT', version: 1, hasUnpublishedChanges: false, publishedAt: null, publicUrl: 'https://pages.example/dreamcatcher', artist: { id: 'a1', handle: 'dreamcatcher', name: 'Dreamcatcher' },
  portrait: null, theme: themeInput(defaultTheme), sections: defaultBioSections('Dreamcatcher').map((section, index) => ({ id: `s${index}`, ...section })),
  releases: [{ id: 'r1', slug: 'nightmare', title: 'Nightmare', artistCredit: '', type: 'EP', releasedAt: '2018-05-10T00:00:00.000Z', artwork: null }],
};
const draft = (change: Partial<BioPageDraft> = {}): BioPageDraft => ({ ...draftOf(page).draft, ...change });
const links = (...rows: { id: string; title: string; url: string }[]) => ({ id: 'l', type: 'links', visible: true, settings: { title: '', links: rows } });

describe('the draft of a bio page', () => {
  it('has nothing wrong as a new page begins', () => {
    expect(problemsOf(draft())).toEqual({});
  });

  it('names a wrong link by its row on the screen, empty rows above it counted', () => {
    const sections = [links({ id: 'a', title: '', url: '' }, { id: 'b', title: 'Tour', url: 'nowhere' })];
    expect(Object.keys(problemsOf(draft({ sections })))).toEqual(['sections.0.settings.links.1.url']);
  });

  it('lets an empty row pass and does not send it', () => {
    const { settings } = links({ id: 'a', title: '', url: ' ' }, { id: 'b', title: 'Tour', url: 'https://example.com/' });
    expect(problemsOf(draft({ sections: [links({ id: 'a', title: '', url: '' })] }))).toEqual({});
    expect(withoutEmptyLinks(settings).settings['links']).toEqual([{ id: 'b', title: 'Tour', url: 'https://example.com/' }]);
  });

  it('knows that a page has one signup form', () => {
    const { sections } = draft();
    expect(Object.keys(problemsOf(draft({ sections: [...sections, { ...sections[3]!, id: 'again' }] })))).toEqual(['sections.4']);
  });
});

describe('the page of a draft', () => {
  it('leaves out hidden sections and links that are not yet right', () => {
    const sections = [{ ...links(), id: 'h', visible: false }, links({ id: 'a', title: 'Tour', url: 'https://example.com/tour' }, { id: 'b', title: 'Half', url: 'http' })];
    const { sections: shown } = documentOf(page, draft({ sections }), 'w1');
    expect(shown).toEqual([{ id: 'l', type: 'links', title: '', links: [{ id: 'a', title: 'Tour', url: 'https://example.com/tour' }] }]);
  });

  it('credits a release without a credit to the artist', () => {
    expect(documentOf(page, draft(), 'w1').releases[0]?.artistCredit).toBe('Dreamcatcher');
  });
});

describe('what publishing changes of a bio page, in words', () => {
  const before = documentOf(page, draft(), 'w1');
  const words = (change: Partial<BioPageDraft>) => bioPageChanges(before, documentOf(page, draft(change), 'w1'));

  it('is nothing when nothing differs', () => {
    expect(words({})).toEqual([]);
  });

  it('names sections that came, went and moved', () => {
    const { sections } = draft();
    expect(words({ sections: [...sections, { id: 'new', type: 'text', visible: true, settings: { title: 'Press', text: 'Write first.' } }] })).toEqual(['Text “Press” is new']);
    expect(words({ sections: sections.map((section) => ({ ...section, visible: section.type !== 'socials' })) })).toEqual(['Social links goes']);
    expect(words({ sections: [...sections].reverse() })).toEqual(['The sections stand in another order']);
  });

  it('says when another release is pinned', () => {
    const sections = draft().sections.map((section) => (section.type === 'featured-release' ? { ...section, settings: { releaseId: 'r1' } } : section));
    expect(words({ headline: 'Seven voices', sections })).toEqual(['The line under the name: “Seven voices” is new', 'Another release is featured']);
  });
});
