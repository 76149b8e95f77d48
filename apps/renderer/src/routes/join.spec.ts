import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultCaptureForm, type Language, type SmartLinkDocument } from '@lynkify/domain';
import { toPageView } from '@lynkify/page-view';
import { artist, bioPage, capture, smartLink, workspaceId } from '../../testing/documents.js';
import { createWorld, desktop, phone, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld({ TRUST_PROXY: '1' }); });
afterAll(() => world.close());

const capturesOf = (path: string) => world.api.ofKind('capture').filter((event) => event.path === path);

/** The form's stamp, fetched on another device so that the post is no quick one. */
async function stampOf(path: string): Promise<string> {
  const { text } = await world.renderer.ask(path, { headers: { 'user-agent': desktop } });
  const stamp = /name="t" value="([^"]+)"/u.exec(text)?.[1];
  if (!stamp) throw new Error(`${path} has no form`);
  return stamp;
}

/** What the form of a page says in a language, and the field that goes with it. */
function formIn(language: Language, document: SmartLinkDocument): { consentText: string; shown: string } {
  const { signup } = toPageView(document, { now: new Date(), pagesUrl: '', mediaUrl: '', locale: language });
  if (!signup) throw new Error('The page has no form');
  return signup;
}

describe('the capture form', () => {
  it('takes an email, a name and a ticked box, and leads to the next step', async () => {
    const path = '/lady-gaga/joining';
    const document = smartLink('joining');
    world.api.publish(path, document);
    const t = await stampOf(path);

    const { status, headers } = await world.renderer.ask(`${path}/join?via=qr`, { form: { email: ' fan@Example.COM ', name: '  First   Last ', consent: 'yes', website: '', t } });
    const next = await world.renderer.ask(String(headers.location));

    expect({ status, location: headers.location }).toEqual({ status: 303, location: `${path}/joined` });
    expect(next.status).toBe(200);
    expect(next.text).toContain('Check your mail');
    await world.api.until('the capture arrived', () => capturesOf(path).length === 1);
    expect(capturesOf(path)[0]).toMatchObject({
      workspaceId, artistId: artist.id, releaseId: document.release.id, email: 'fan@example.com', name: 'First Last', consented: true,
      consentText: capture.consentText, formVersion: 3, locale: 'en', audience: 'person', channel: 'qr', network: expect.stringMatching(/^[\w-]{22}$/u),
    });
  });

  it.each(['de', 'ar', 'ja'] as const)('puts on record what the fan read in their language (%s)', async (language) => {
    const path = `/lady-gaga/reading-${language}`;
    const document = smartLink(`reading-${language}`, { capture: { ...defaultCaptureForm(artist.name), version: 5 } });
    world.api.publish(path, document);
    const { consentText, shown } = formIn(language, document);

    await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', shown, t: await stampOf(path) } });

    await world.api.until('the capture arrived', () => capturesOf(path).length === 1);
    expect(capturesOf(path)[0]).toMatchObject({ consentText, locale: language, formVersion: 5 });
    expect(consentText).toBe(defaultCaptureForm(artist.name, language).consentText);
  });

  it('asks anew where the words were changed after the fan read them', async () => {
    const path = '/lady-gaga/reworded';
    const before = smartLink('reworded');
    const after = { ...before, capture: { ...capture, version: 4, consentText: 'Lady Gaga and her label may email me.' } };
    world.api.publish(path, after);

    const { status, text } = await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', shown: formIn('en', before).shown, t: await stampOf(path) } });
    const made = await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', shown: 'tlh.0', t: await stampOf(path) } });

    expect([status, made.status]).toEqual([422, 422]);
    expect(text).toContain('The wording has changed');
    expect(text).toContain('Lady Gaga and her label may email me.');
    expect(/<input type="checkbox"[^>]*>/u.exec(text)?.[0]).not.toContain('checked');
    expect(capturesOf(path)).toHaveLength(0);
    expect((await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', shown: formIn('en', after).shown, t: await stampOf(path) } })).status).toBe(303);
  });

  it('works on a bio page', async () => {
    world.api.publish('/gaga-joins', bioPage('gaga-joins'));

    const { headers } = await world.renderer.ask('/gaga-joins/join', { form: { email: 'fan@example.com', consent: 'yes', t: await stampOf('/gaga-joins') } });

    expect(headers.location).toBe('/gaga-joins/joined');
    await world.api.until('the capture arrived', () => capturesOf('/gaga-joins').length === 1);
    expect(capturesOf('/gaga-joins')[0]?.releaseId).toBeNull();
  });

  it.each([
    ['no email', { email: '', consent: 'yes' }, 'Enter your email'],
    ['no such email', { email: 'fan@', consent: 'yes' }, 'value="fan@"'],
    ['two emails', { email: 'a@example.com,b@example.com', consent: 'yes' }, 'a@example.com,b@example.com'],
    ['an unticked box', { email: 'fan@example.com', name: 'Kept "as" typed' }, 'value="Kept &quot;as&quot; typed"'],
  ])('says by the field what is wrong with %s, and keeps what was typed', async (_, form, words) => {
    const path = '/lady-gaga/wrong';
    world.api.publish(path, smartLink('wrong'));

    const { status, headers, text } = await world.renderer.ask(`${path}/join`, { form: { ...form, t: await stampOf(path) } });

    expect(status).toBe(422);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain(words);
    expect(text).toContain('aria-invalid="true"');
    expect(capturesOf(path)).toHaveLength(0);
  });

  it.each([
    ['fills the field that people do not see', () => ({ website: 'https://spam.example' })],
    ['never saw the form', () => ({ t: 'made-up' })],
  ])('tells a program that %s the same as a fan, and marks it as one', async (name, more) => {
    const slug = name.replace(/[^a-z]+/gu, '-');
    const path = `/lady-gaga/${slug}`;
    world.api.publish(path, smartLink(slug));
    const t = await stampOf(path);

    const { status, headers } = await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', t, ...more() } });

    expect({ status, location: headers.location }).toEqual({ status: 303, location: `${path}/joined` });
    await world.api.until('the capture arrived', () => capturesOf(path).length === 1);
    expect(capturesOf(path)[0]).toMatchObject({ audience: 'bot', visitor: null });
  });

  it('marks a post right after its page as a program', async () => {
    const path = '/lady-gaga/quick';
    world.api.publish(path, smartLink('quick'));
    const { text } = await world.renderer.ask(path);
    const t = /name="t" value="([^"]+)"/u.exec(text)?.[1] ?? '';

    await world.renderer.ask(`${path}/join`, { form: { email: 'fan@example.com', consent: 'yes', t } });

    await world.api.until('the capture arrived', () => capturesOf(path).length === 1);
    expect(capturesOf(path)[0]?.audience).toBe('bot');
  });

  it('still reaches a page whose address changed while it was open', async () => {
    world.api.publish('/lady-gaga/before', smartLink('before'));
    const t = await stampOf('/lady-gaga/before');
    world.api.publish('/lady-gaga/after', smartLink('after'));
    world.api.publish('/lady-gaga/before', { kind: 'redirect', workspaceId, to: '/lady-gaga/after' });
    await world.renderer.askUntil('/lady-gaga/before', ({ status }) => status === 301);

    const { status, headers } = await world.renderer.ask('/lady-gaga/before/join', { form: { email: 'fan@example.com', consent: 'yes', t } });

    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/lady-gaga/after/joined' });
    await world.api.until('the capture arrived', () => capturesOf('/lady-gaga/after').length === 1);
    expect(capturesOf('/lady-gaga/after')[0]?.audience).toBe('person');
  });

  it('slows one network down without losing what was typed, and leaves others alone', async () => {
    const path = '/lady-gaga/crowded';
    world.api.publish(path, smartLink('crowded'));
    const t = await stampOf(path);
    const post = (address: string) => world.renderer.ask(`${path}/join`, { headers: { 'x-forwarded-for': address }, form: { email: 'kept@example.com', consent: 'yes', t } });

    const replies = await Promise.all(Array.from({ length: 80 }, (_, index) => post(`203.0.113.${index}`)));
    const refused = replies.filter(({ status }) => status === 429);

    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]?.text).toContain('value="kept@example.com"');
    expect(refused[0]?.headers['retry-after']).toBe('30');
    expect((await post('198.51.100.7')).status).toBe(303);
  });

  it('of a page without one is not there', async () => {
    world.api.publish('/lady-gaga/formless', smartLink('formless', { capture: null }));

    const { status } = await world.renderer.ask('/lady-gaga/formless/join', { form: { email: 'fan@example.com', consent: 'yes' } });

    expect(status).toBe(404);
  });

  it('refuses a body that is no form of ours', async () => {
    world.api.publish('/lady-gaga/bodies', smartLink('bodies'));

    const long = await world.renderer.ask('/lady-gaga/bodies/join', { form: { email: 'a'.repeat(20_000) } });
    const json = await world.renderer.ask('/lady-gaga/bodies/join', { method: 'POST', headers: { 'content-type': 'application/json' } });

    expect(long.status).toBe(413);
    expect(json.status).toBe(422);
    expect(capturesOf('/lady-gaga/bodies')).toHaveLength(0);
  });

  it('leaves no email readable in the spool', async () => {
    const path = '/lady-gaga/sealed';
    world.api.publish(path, smartLink('sealed'));
    const t = await stampOf(path);
    world.api.intake = () => 'fail';

    await world.renderer.ask(`${path}/join`, { headers: { 'user-agent': phone }, form: { email: 'secret-fan@example.com', name: 'Secretive', consent: 'yes', t } });
    const spooled = readdirSync(world.folders.spool).filter((file) => !file.endsWith('lock')).map((file) => readFileSync(join(world.folders.spool, file), 'latin1')).join('');
    world.api.intake = () => 'store';

    expect(spooled).toContain('"sealed":1');
    expect(spooled).not.toMatch(/secret-fan|Secretive|example\.com/u);
    await world.api.until('the capture arrived whole', () => capturesOf(path).some(({ email }) => email === 'secret-fan@example.com'));
  });
});
