import { describe, expect, it } from '@jest/globals';
import { languages } from '@lynkify/domain';
import { renderHtml } from './document/render-html.js';
import { toReminderMessageView } from './reminder-message-view.js';
import { destinations, facts, smartLink } from './testdata/documents.js';
import { toPageView } from './to-page-view.js';

const reminder = { consentText: '', version: 1 };
const before = { ...facts, now: new Date('2024-08-10T22:00:00Z') };
const named = { title: 'Die With A Smile', artist: 'Lady Gaga & Bruno Mars' };

describe('a smart link before the release', () => {
  it('asks for a mail on the day, in place of the signup, and has a calendar file; afterwards it is the other way round', () => {
    const document = smartLink({ reminder });
    const asked = renderHtml(toPageView(document, before)).html;
    expect(asked).toContain('action="/lady-gaga/die-with-a-smile/remind"');
    expect(asked).toContain('href="/lady-gaga/die-with-a-smile/release.ics"');
    expect(asked).toContain('You get one email when “Die With A Smile” by Lady Gaga &amp; Bruno Mars is out, and nothing else.');
    expect(asked).not.toContain('/join"');

    const out = renderHtml(toPageView(document, facts)).html;
    expect(out).toContain('/join"');
    expect(out).not.toMatch(/\/remind"|release\.ics/u);
  });

  it('joins as ever where the artist asks for no reminder, and for documents of before there were any', () => {
    for (const document of [smartLink({ reminder: null }), smartLink()]) {
      const view = toPageView(document, before);
      expect({ reminder: view.reminder, signup: view.signup !== null, calendar: view.calendar }).toEqual({ reminder: null, signup: true, calendar: '/lady-gaga/die-with-a-smile/release.ics' });
    }
  });

  it('is in the words of the artist where they wrote their own, whatever the language', () => {
    const document = smartLink({ reminder: { consentText: 'One mail, promised.', version: 2 } });
    expect(toPageView(document, { ...before, locale: 'de' }).reminder).toMatchObject({ title: 'Hör es, sobald es da ist', consentText: 'One mail, promised.' });
  });

  it('keeps the address that was typed, and says what is wrong with it', () => {
    const view = toPageView(smartLink({ reminder }), { ...before, form: { startedToken: 'x', values: { email: 'ada@' }, errors: { email: 'email-invalid' } } });
    expect(view.reminder).toMatchObject({ email: 'ada@', errors: { email: 'Check the address: it looks like name@example.com.', form: null } });
    expect(renderHtml(view).html).toContain('aria-invalid="true"');
  });

  it('calls an order ahead what each platform calls it', () => {
    const view = toPageView(smartLink({ destinations: destinations('spotify', 'apple_music', 'itunes', 'bandcamp', 'pandora', 'youtube') }), before);
    expect(view.rows.map(({ action }) => action)).toEqual(['Pre-save', 'Pre-add', 'Pre-order', 'Pre-order', 'Pre-save', 'Watch']);
  });

  it('counts down in days, in the last two in hours and in the last hour in minutes, and says when that changes', () => {
    const left = (now: string) => {
      const view = toPageView(smartLink(), { ...facts, now: new Date(now) });
      return [view.out?.when ?? null, view.changesAt];
    };
    expect(left('2024-08-10T21:00:00Z')).toEqual(['in 6 days', '2024-08-10T22:00:00.000Z']);
    expect(left('2024-08-14T21:30:00Z')).toEqual(['in 25 hours', '2024-08-14T22:00:00.000Z']);
    expect(left('2024-08-15T21:58:30Z')).toEqual(['in 2 minutes', '2024-08-15T21:59:00.000Z']);
    expect(left('2024-08-15T22:00:00Z')).toEqual([null, null]);
  });
});

describe('the pages about a reminder', () => {
  it('offer the page’s platforms while confirming, the remembered one picked', () => {
    const view = toReminderMessageView({ kind: 'reminder-confirm', action: '/confirm/reminder/x', named, platforms: ['deezer', 'spotify'], platform: 'spotify' }, { locale: 'en' });
    expect(view.choice).toMatchObject({ name: 'platform', chosen: 'spotify', options: [{ value: '' }, { value: 'deezer', label: 'Deezer' }, { value: 'spotify', label: 'Spotify' }] });
    const { html } = renderHtml(view);
    expect(html).toContain('<option value="spotify" selected="">Spotify</option>');
    expect(html).toContain('noindex');
  });

  it('have a sentence and a way on in every language, none with a gap in it', () => {
    for (const locale of languages) {
      const views = [
        toReminderMessageView({ kind: 'reminder-check-mail', path: '/a/b', named }, { locale }),
        toReminderMessageView({ kind: 'reminder-confirm', action: '/c', named, platforms: ['spotify', 'deezer'], platform: null }, { locale }),
        toReminderMessageView({ kind: 'reminder-out', path: '/a/b', named }, { locale }),
        toReminderMessageView({ kind: 'reminder-cancel', action: '/c', named }, { locale }),
        toReminderMessageView({ kind: 'reminder-cancelled', path: '/a/b', named }, { locale }),
        toReminderMessageView({ kind: 'reminder-invalid' }, { locale }),
      ];
      for (const view of views) {
        expect(view.text).not.toMatch(/[{}]|undefined/u);
        expect(view.button ?? view.link).not.toBeNull();
      }
      expect(toPageView(smartLink({ reminder }), { ...before, locale }).reminder?.consentText).toContain('Die With A Smile');
    }
  });
});
