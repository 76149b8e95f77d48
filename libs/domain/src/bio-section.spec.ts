import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bioSectionTypes, doubledSection, parseBioSection, sectionSettings, type SectionReading } from './bio-section.js';

const reading = (more: Partial<SectionReading> = {}): SectionReading => {
  let count = 0;
  return { newId: () => `new-${(count += 1)}`, ...more };
};
const parse = (type: string, settings: unknown, more?: Partial<SectionReading>) => parseBioSection({ id: 's', type, settings }, reading(more));
const refusals = (type: string, settings: unknown) => {
  const result = parse(type, settings);
  return result.ok ? [] : result.errors.map(({ code, path }) => [code, path.join('.')]);
};

describe('a section of a bio page', () => {
  it('is of a known type with settings that are an object', () => {
    expect(refusals('marquee', {})).toEqual([['SECTION_TYPE_UNKNOWN', 'type']]);
    expect(refusals('constructor', {})).toEqual([['SECTION_TYPE_UNKNOWN', 'type']]);
    for (const wrong of [null, [], 'text', 3]) expect(refusals('text', wrong)).toEqual([['SECTION_INVALID', 'settings']]);
  });

  it('keeps only what its type knows', () => {
    expect(parse('text', { title: ' A ', text: 'B\r\n\r\n\r\n\r\nC', html: '<script>' })).toEqual({ ok: true, value: { id: 's', type: 'text', title: 'A', text: 'B\n\nC' } });
    expect(parse('featured-release', {})).toEqual({ ok: true, value: { id: 's', type: 'featured-release', releaseId: null } });
    expect(parse('releases', { title: 3 })).toEqual({ ok: true, value: { id: 's', type: 'releases', title: '' } });
  });

  it('has canonical social links, one of each network', () => {
    expect(parse('socials', { links: [{ url: 'www.instagram.com/queen/?igsh=x' }, { url: 'x.com/queen', network: 'instagram' }] })).toEqual({
      ok: true,
      value: { id: 's', type: 'socials', links: [{ network: 'instagram', url: 'https://www.instagram.com/queen/' }, { network: 'x', url: 'https://x.com/queen' }] },
    });
    expect(refusals('socials', { links: [{ url: 'x.com/a' }, { url: 'twitter.com/b' }, {}] })).toEqual([['NETWORK_TWICE', 'settings.links.1.url'], ['LINK_INVALID', 'settings.links.2.url']]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://127.0.0.1/', 'https://user:secret@example.com/', 'ftp://example.com', 'mailto:a@example.com', '', 7])('refuses %p as a link', (url) => {
    expect(refusals('links', { links: [{ title: 'T', url }] })).toEqual([['LINK_INVALID', 'settings.links.0.url']]);
  });

  it('gives every link an id of its own and keeps the ones there are', () => {
    const url = 'https://example.com/';
    const result = parse('links', { links: [{ id: 'kept', url }, { url }, { id: 'kept', url }, { id: 'social-x', url }, { id: '../x', url }] });
    expect(result.ok && result.value.type === 'links' && result.value.links.map(({ id }) => id)).toEqual(['kept', 'new-1', 'new-2', 'new-3', 'new-4']);
  });

  it('takes at most 200 links', () => {
    const links = Array.from({ length: 201 }, () => ({ title: '', url: 'https://example.com/' }));
    expect(refusals('links', { links })).toEqual([['LINKS_TOO_MANY', 'settings.links']]);
    expect(refusals('links', { links: links.slice(1) })).toEqual([]);
  });

  it('leaves out what is not yet right while somebody types', () => {
    expect(parse('links', { links: [{ url: 'https://example.com/' }, { url: 'htt' }] }, { tolerant: true })).toMatchObject({ ok: true, value: { links: [{ url: 'https://example.com/' }] } });
  });

  it('counts the version of a form from the one before, whatever is sent', () => {
    const capture = { title: 'Join', consentText: 'Queen may write to me.', askName: false, version: 50 };
    expect(parse('signup', { capture })).toMatchObject({ value: { capture: { version: 1 } } });
    const previous = { capture: { ...capture, version: 4 } };
    expect(parse('signup', { capture }, { previous })).toMatchObject({ value: { capture: { version: 4 } } });
    expect(parse('signup', { capture: { ...capture, askName: true } }, { previous })).toMatchObject({ value: { capture: { version: 5 } } });
    expect(refusals('signup', {})).toEqual([['CAPTURE_TITLE_INVALID', 'settings.capture.title'], ['CONSENT_TEXT_INVALID', 'settings.capture.consentText']]);
  });

  it('never throws, and what was accepted is accepted again unchanged', () => {
    const settings = fc.oneof(
      fc.jsonValue(),
      fc.record({ title: fc.string(), text: fc.string(), releaseId: fc.option(fc.string()), links: fc.array(fc.record({ id: fc.string(), title: fc.string(), url: fc.oneof(fc.webUrl(), fc.string()) })) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...bioSectionTypes.map(({ type }) => type)), settings, (type, value) => {
        const once = parse(type, value, { tolerant: true });
        if (!once.ok) return;
        const stored = sectionSettings(once.value);
        expect(parse(type, stored, { previous: stored })).toEqual(once);
      }),
    );
  });

  it('is single where its form or its addresses must be unmistakable', () => {
    expect(doubledSection(['links', 'text', 'links', 'text', 'signup'])).toBeNull();
    expect(doubledSection(['socials', 'links', 'socials'])).toBe(2);
    expect(doubledSection(['unknown', 'unknown'])).toBeNull();
  });
});
