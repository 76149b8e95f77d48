import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SmartLinkDocument } from '@lynkify/domain';
import { artist, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, desktop, phone, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld({ TRUST_PROXY: '1', CDN_HOLD_SECONDS: '3600' }); });
afterAll(() => world.close());

const day = 86_400_000;
const tokenOf = (letter: string) => letter.repeat(66);
const named = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(text)?.[1] ?? '';

/** A release that is out in so many milliseconds, published. */
function announced(slug: string, left = 3 * day, more: Partial<SmartLinkDocument> = {}) {
  const document = smartLink(slug, { reminder: { consentText: '', version: 4 }, ...more });
  const out = Date.now() + left;
  document.release.releasedAt = new Date(out).toISOString();
  document.release.releaseDate = document.release.releasedAt.slice(0, 10);
  const path = `/lady-gaga/${slug}`;
  world.api.publish(path, document);
  return { path, document, out };
}

/** The hidden fields of the form, fetched on another device so that the post is no quick one. */
async function fieldsOf(path: string, headers: Record<string, string> = {}): Promise<{ t: string; shown: string }> {
  const { text } = await world.renderer.ask(path, { headers: { 'user-agent': desktop, ...headers } });
  return { t: named(text, 't'), shown: named(text, 'shown') };
}

const asked = (path: string) => world.api.ofKind('reminder').filter((event) => event.path === path);

describe('before the release a page', () => {
  it('takes an address for one mail, in the words and the language that were read, and knows the fan’s platform', async () => {
    const { path, document } = announced('reminded');
    const fields = await fieldsOf(path, { 'accept-language': 'de' });

    const { status, headers } = await world.renderer.ask(`${path}/remind`, { headers: { cookie: 'lynkify_platform=deezer', 'user-agent': phone }, form: { email: ' fan@Example.COM ', website: '', ...fields } });
    const next = await world.renderer.ask(String(headers.location));

    expect({ status, location: headers.location }).toEqual({ status: 303, location: `${path}/reminded` });
    expect(next.text).toContain('Check your mail');
    await world.api.until('the reminder arrived', () => asked(path).length === 1);
    expect(asked(path)[0]).toMatchObject({
      workspaceId, artistId: artist.id, releaseId: document.release.id, email: 'fan@example.com', platform: 'deezer', audience: 'person', locale: 'de', formVersion: 4,
      consentText: 'Du bekommst eine einzige E-Mail, sobald „Die With A Smile“ von Lady Gaga & Bruno Mars da ist, und sonst nichts.',
    });
  });

  it('says what is wrong with an address and keeps it, and asks anew where its words have changed', async () => {
    const { path, document } = announced('wrong-reminder');
    const fields = await fieldsOf(path);
    const wrong = await world.renderer.ask(`${path}/remind`, { form: { email: 'fan@', ...fields } });
    world.api.publish(path, { ...document, reminder: { consentText: 'Other words.', version: 5 } });
    await world.renderer.askUntil(path, ({ text }) => text.includes('Other words.'));
    const changed = await world.renderer.ask(`${path}/remind`, { form: { email: 'fan@example.com', ...fields } });

    expect([wrong.status, changed.status]).toEqual([422, 422]);
    expect(wrong.text).toContain('value="fan@"');
    expect(wrong.text).toContain('aria-invalid="true"');
    expect(changed.text).toContain('value="fan@example.com"');
    expect(asked(path)).toHaveLength(0);
  });

  it('tells a program the same as a fan and marks it, and has no form where the artist wants none', async () => {
    const { path } = announced('trapped-reminder');
    const reply = await world.renderer.ask(`${path}/remind`, { form: { email: 'fan@example.com', website: 'https://spam.example', ...(await fieldsOf(path)) } });
    expect(reply.headers.location).toBe(`${path}/reminded`);
    await world.api.until('it arrived', () => asked(path).length === 1);
    expect(asked(path)[0]).toMatchObject({ audience: 'bot', visitor: null });

    const { path: silent } = announced('no-reminder', day, { reminder: null });
    expect((await world.renderer.ask(`${silent}/remind`, { form: { email: 'fan@example.com' } })).status).toBe(404);
  });

  it('has a calendar file of its moment, newer with each publication, and none once it is out or without a date', async () => {
    const { path, document, out } = announced('dated');
    const { status, headers, text } = await world.renderer.ask(`${path}/release.ics`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['content-disposition']).toBe('inline; filename="dated.ics"');
    expect(text).toContain(`DTSTART:${new Date(out).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z\r\n`);
    expect(text).toContain(`UID:${document.release.id}@pages.test\r\n`);

    const later = new Date(out + day).toISOString();
    world.api.publish(path, { ...document, release: { ...document.release, releasedAt: later } });
    const moved = await world.renderer.askUntil(`${path}/release.ics`, (reply) => reply.text.includes(later.slice(0, 10).replaceAll('-', '')));
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/u.exec(file)?.[1]);
    expect(sequence(moved.text)).toBeGreaterThan(sequence(text));
    expect(moved.text).toContain(`UID:${document.release.id}@pages.test\r\n`);

    await world.renderer.moveClock(out + day + 1 - Date.now());
    const afterwards = await world.renderer.ask(`${path}/release.ics`);
    await world.renderer.moveClock(0);
    world.api.publish(path, { ...document, release: { ...document.release, releasedAt: null, releaseDate: null } });
    const undated = await world.renderer.askUntil(`${path}/release.ics`, (reply) => reply.status === 404);
    expect([afterwards.status, undated.status]).toEqual([404, 404]);
  });

  it('turns at its moment, also for browsers and caches that hold what was; who asked too late finds the music', async () => {
    const { path, out } = announced('turning');
    await world.renderer.moveClock(out - 90_000 - Date.now());
    const before = await world.renderer.ask(path);
    const fields = { t: named(before.text, 't'), shown: named(before.text, 'shown') };
    const heldFor = Number(/max-age=(\d+)/u.exec(String(before.headers['cdn-cache-control']))?.[1]);
    await world.renderer.moveClock(out + 1 - Date.now());
    const after = await world.renderer.ask(path, { headers: { 'if-none-match': String(before.headers.etag) } });
    const late = await world.renderer.ask(`${path}/remind`, { headers: { 'user-agent': phone }, form: { email: 'late@', ...fields } });
    await world.renderer.moveClock(0);

    expect(before.text).toContain(`action="${path}/remind"`);
    expect(heldFor).toBeLessThanOrEqual(30);
    expect(after.status).toBe(200);
    expect(after.text).toContain(`action="${path}/join"`);
    expect(after.text).not.toMatch(/\/remind"|release\.ics/u);
    expect({ status: late.status, location: late.headers.location }).toEqual({ status: 303, location: path });
  });
});

describe('the links of mails about a reminder', () => {
  const about = { releaseTitle: 'Die With A Smile', artistCredit: 'Lady Gaga', path: '/lady-gaga/smile', platforms: ['spotify', 'deezer'], platform: null, isOut: false };

  it('show a button and the platforms, the remembered one picked, and act when it is pressed', async () => {
    const token = tokenOf('R');
    world.api.reminders.set(token, about);
    const opened = await world.renderer.ask(`/confirm/reminder/${token}`, { headers: { cookie: 'lynkify_platform=deezer' } });
    expect(opened.text).toContain('“Die With A Smile” by Lady Gaga');
    expect(opened.text).toContain('<option value="deezer" selected="">');
    expect(opened.headers['cache-control']).toBe('no-store');
    expect(world.api.answeredReminders).toEqual([]);

    const pressed = await world.renderer.ask(`/confirm/reminder/${token}`, { form: { platform: 'spotify' } });
    const never = await world.renderer.ask(`/unsubscribe/reminder/${token}`, { form: { 'List-Unsubscribe': 'One-Click' } });
    expect(pressed.text).toContain('You’re set');
    expect(never.text).toContain('No reminder then');
    expect(world.api.answeredReminders).toEqual([{ kind: 'confirm', token, platform: 'spotify' }, { kind: 'cancel', token, oneClick: true }]);
    world.api.reminders.set(token, { ...about, isOut: true });
    expect((await world.renderer.ask(`/confirm/reminder/${token}`, { form: { platform: '<b>' } })).text).toContain('It’s out');
  });

  it('are noted and answered later while the API is away, and are none when they are unknown', async () => {
    const token = tokenOf('S');
    expect((await world.renderer.ask(`/confirm/reminder/${tokenOf('T')}`)).status).toBe(404);
    await world.api.stop();
    const opened = await world.renderer.ask(`/confirm/reminder/${token}`);
    const pressed = await world.renderer.ask(`/confirm/reminder/${token}`, { form: { platform: 'deezer' } });
    await world.api.start();

    expect([opened.status, pressed.status]).toEqual([200, 200]);
    expect(opened.text).toContain('Remind me');
    await world.api.until('the answer arrived', () => world.api.ofKind<'confirm-reminder' | 'cancel-reminder'>('confirm-reminder').some((event) => event.token === token && event.platform === 'deezer'));
  });
});
