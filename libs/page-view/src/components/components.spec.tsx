import { describe, expect, it } from '@jest/globals';
import { defaultCaptureForm } from '@lynkify/domain';
import { renderToStaticMarkup } from 'react-dom/server';
import { capture, bioPage, destinations, facts, smartLink } from '../testdata/documents.js';
import { toInstanceView, toMessageView, toPageView } from '../to-page-view.js';
import type { Message, PageFacts } from '../page-view.js';
import { Page } from './page.js';

const drawLink = (document = smartLink(), more: Partial<PageFacts> = {}) => renderToStaticMarkup(<Page view={toPageView(document, { ...facts, ...more })} />);
const drawBio = (document = bioPage()) => renderToStaticMarkup(<Page view={toPageView(document, facts)} />);
const drawMessage = (message: Message) => renderToStaticMarkup(<Page view={toMessageView(message, facts)} />);
const tag = (html: string, like: RegExp) => like.exec(html)?.[0] ?? '';

describe('a smart link’s markup', () => {
  it('has each row as a plain link to the click address', () => {
    const html = drawLink();
    expect(html).toContain('href="/lady-gaga/die-with-a-smile/go/spotify" rel="nofollow noopener"');
    expect(html.match(/<a class="row"/gu)).toHaveLength(5);
    expect(html).not.toContain('target=');
    expect(html).not.toMatch(/href="\/[^"]*via=/u);
  });

  it('fills the fan’s own platform and puts it before the others', () => {
    const html = drawLink(smartLink(), { platform: 'tidal' });
    expect(html.match(/class="row lead"/gu)).toHaveLength(1);
    expect(html.indexOf('/go/tidal')).toBeLessThan(html.indexOf('/go/spotify'));
  });

  it('fetches the artwork first, in the size it is shown, without moving the page when it comes', () => {
    const html = drawLink();
    const image = tag(html, /<img [^>]*>/u);
    expect(image).toMatch(/fetchPriority="high"/iu);
    expect(image).toContain('width="3000" height="3000"');
    expect(html).toMatch(/<source type="image\/avif" srcSet="[^"]+ 320w,[^"]+" sizes="[^"]+"/u);
    expect(image).not.toContain('loading="lazy"');
  });

  it('sets the title as a sleeve where there is no artwork, and says it once', () => {
    const html = drawLink(smartLink({ artwork: null, capture: null }));
    expect(html).toContain('class="art type short"');
    expect(html.match(/Die With A Smile/gu)).toHaveLength(1);
    expect(html).not.toContain('<img');
  });

  it('says that links are coming when there is none yet, and none where the form is enough', () => {
    expect(drawLink(smartLink({ destinations: [], capture: null }, { releasedAt: '2027-01-01T00:00:00Z', releaseDate: '2027-01-01' }))).toContain('Links appear here when it is out.');
    expect(drawLink(smartLink({ destinations: destinations() }))).not.toContain('<nav');
  });

  it('names the maker unless the owner switched it off', () => {
    expect(drawLink()).toContain('Made with Lynkify');
    expect(drawLink(smartLink({ theme: { appearance: 'auto', accent: null, buttons: 'pill', credit: false } }))).not.toContain('Lynkify');
  });
});

describe('the capture form', () => {
  it('posts to the page’s join address with an unticked box beside the exact wording', () => {
    const html = drawLink();
    expect(html).toMatch(/<form (?=[^>]*method="post")[^>]*action="\/lady-gaga\/die-with-a-smile\/join"/u);
    const box = tag(html, /<input type="checkbox"[^>]*>/u);
    expect(box).toContain('name="consent" value="yes"');
    expect(box).not.toContain('checked');
    expect(html).toContain('<span>Yes, Lady Gaga may email me about new releases &amp; shows.</span>');
  });

  it('labels every field that a person sees', () => {
    const html = drawLink();
    for (const field of ['email', 'name']) expect(html).toContain(`<label for="join-${field}">`);
    expect(html).toMatch(/<label class="consent"><input type="checkbox"/u);
    expect(html).toMatch(/aria-labelledby="join-title"/u);
  });

  it('speaks the fan’s language where the artist kept the usual words, and says so where they wrote others', () => {
    const usual = drawLink(smartLink({ capture: defaultCaptureForm('Lady Gaga') }), { locale: 'de' });
    expect(usual).toContain('<h2 id="join-title">Neues zuerst erfahren</h2>');
    expect(usual).toContain('<span>Ja, Lady Gaga darf mir E-Mails');
    expect(usual).toMatch(/name="shown" value="de\.[0-9a-z]+"/u);
    const own = drawLink(smartLink(), { locale: 'de' });
    expect(own).toContain('<span lang="en" dir="auto">Yes, Lady Gaga may email me about new releases &amp; shows.</span>');
    expect(own).toContain('>Eintragen</button>');
  });

  it('lets what artists wrote run in its own direction on a page that runs from the right', () => {
    const html = drawLink(smartLink({}, { title: 'What? (Live!)', description: 'One week.' }), { locale: 'ar' });
    expect(html).toMatch(/^<div class="page smart-link rounded" lang="ar" dir="rtl">/u);
    expect(html).toContain('<bdi>What? (Live!)</bdi></h1>');
    expect(html).toContain('<bdi>Lady Gaga &amp; Bruno Mars</bdi></a>');
    expect(html).toContain('<p dir="auto">One week.</p>');
    expect(tag(html, /<input id="join-email"[^>]*>/u)).toContain('dir="ltr"');
  });

  it('hides the honeypot from people, keyboards and password managers', () => {
    expect(drawLink()).toMatch(/<div class="unseen" aria-hidden="true">.*?<input id="join-website" tabindex="-1" autoComplete="off" name="website"/iu);
  });

  it('carries the stamp', () => {
    expect(drawLink(smartLink(), { form: { startedToken: 'stamp-1' } })).toContain('<input type="hidden" name="t" value="stamp-1"/>');
  });

  it('asks for a name only where the artist wants it', () => {
    expect(drawLink(smartLink({ capture: { ...capture, askName: false } }))).not.toContain('name="name"');
  });

  it('comes back open, with what was typed, the error tied to its field and the focus on the first of them', () => {
    const html = drawLink(smartLink(), { form: { startedToken: 't', values: { email: 'ada@', name: 'Ada', consent: true }, errors: { email: 'email-invalid', name: 'name-too-long' } } });
    expect(html).toContain('<form class="signup open"');
    const email = tag(html, /<input id="join-email"[^>]*>/u);
    expect(email).toContain('aria-invalid="true"');
    expect(email).toContain('aria-describedby="join-email-error"');
    expect(email).toContain('value="ada@"');
    expect(email).toMatch(/autofocus/iu);
    expect(html).toContain('<p class="error" id="join-email-error">Check the address');
    expect(tag(html, /<input id="join-name"[^>]*>/u)).not.toMatch(/autofocus/iu);
    expect(tag(html, /<input type="checkbox"[^>]*>/u)).toContain('checked');
  });

  it('says what is wrong with the whole to who listens', () => {
    expect(drawLink(smartLink(), { form: { startedToken: '', errors: { form: 'too-many' } } })).toMatch(/<p class="error" role="alert">That was tried often/u);
  });
});

describe('a bio page’s markup', () => {
  it('makes the featured release one link', () => {
    expect(drawBio()).toMatch(/<a class="featured" href="\/dreamcatcher\/nightmare-escape-the-era">.*?Listen<\/span><\/a>/u);
  });

  it('names every social network, though only its mark is seen', () => {
    expect(drawBio()).toMatch(/href="\/dreamcatcher\/go\/social-instagram"[^>]*>.*?<span class="unseen">Instagram<\/span>/u);
  });

  it('sets the name large where there is no portrait', () => {
    const html = drawBio();
    expect(html).toContain('<header class="sleeve bare">');
    expect(html).not.toContain('class="portrait"');
  });

  it('gives its form ids of its own', () => {
    expect(drawBio()).toContain('action="/dreamcatcher/join"');
    expect(drawBio()).toContain('id="join-s6-email"');
  });
});

describe('messages', () => {
  it('confirm and unsubscribe by a button that posts, never by a link', () => {
    for (const kind of ['confirm', 'unsubscribe'] as const) {
      const html = drawMessage({ kind, action: `/${kind}/abc`, artistName: 'Queen' });
      expect(html).toContain(`<form action="/${kind}/abc" method="post"><button type="submit"`);
      expect(html).not.toContain(`href="/${kind}`);
      expect(html).toContain('Queen');
    }
  });

  it('lead back to the artist where one is known, else to the start page', () => {
    expect(drawMessage({ kind: 'gone', artist: { name: 'Queen', handle: 'queen' } })).toContain('<a href="/queen">To Queen</a>');
    expect(drawMessage({ kind: 'not-found' })).toContain('<a href="/">To the start page</a>');
  });

  it('name the address that the mail goes to', () => {
    expect(drawMessage({ kind: 'check-mail', email: 'ada@example.com' })).toContain('We are sending a mail to ada@example.com.');
  });
});

describe('the home page of an instance', () => {
  it('lists the artists', () => {
    const html = renderToStaticMarkup(<Page view={toInstanceView([{ handle: 'queen', name: 'Queen', portrait: null }], facts)} />);
    expect(html).toMatch(/<a href="\/queen">.*<b><bdi>Queen<\/bdi><\/b><\/a>/u);
  });

  it('says so when there is none', () => {
    expect(renderToStaticMarkup(<Page view={toInstanceView([], facts)} />)).toContain('No page is published yet.');
  });
});
