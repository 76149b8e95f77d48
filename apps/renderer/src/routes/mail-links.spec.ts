import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());

const tokenOf = (letter: string) => letter.repeat(66);

describe.each([
  ['confirm', 'A', 'B'],
  ['unsubscribe', 'C', 'D'],
] as const)('the %s link of a mail', (kind, good, bad) => {
  it('does nothing when it is opened, and shows a button', async () => {
    const { status, text, headers } = await world.renderer.ask(`/${kind}/${tokenOf(good)}`);

    expect(status).toBe(200);
    expect(text).toContain('method="post"');
    expect(text).toContain(`action="/${kind}/${tokenOf(good)}"`);
    expect(headers['cache-control']).toBe('no-store');
    expect(world.api.answeredLinks.filter(({ token }) => token === tokenOf(good))).toEqual([]);
  });

  it('acts when the button is pressed, without cookie or redirect', async () => {
    world.api.linksOf.set(tokenOf(good), { artistName: 'Lady Gaga', artistHandle: 'lady-gaga' });

    const { status, text, headers } = await world.renderer.ask(`/${kind}/${tokenOf(good)}`, { form: { 'List-Unsubscribe': 'One-Click' } });

    expect(status).toBe(200);
    expect(text).toContain('href="/lady-gaga"');
    expect(headers['set-cookie']).toBeUndefined();
    expect(world.api.answeredLinks).toContainEqual({ kind, token: tokenOf(good), ...(kind === 'unsubscribe' ? { oneClick: true } : {}) });
  });

  it('says kindly that a token is none', async () => {
    const unknown = await world.renderer.ask(`/${kind}/${tokenOf(bad)}`, { form: {} });
    const shapeless = await world.renderer.ask(`/${kind}/short`);

    expect([unknown.status, shapeless.status]).toEqual([404, 404]);
    expect(unknown.text).toContain('<style>');
  });

  it('is noted and answered later while the API is away', async () => {
    const token = tokenOf(good.toLowerCase());
    await world.api.stop();

    const { status } = await world.renderer.ask(`/${kind}/${token}`, { form: {} });
    await world.api.start();

    expect(status).toBe(200);
    await world.api.until('the answer arrived', () => world.api.ofKind(kind).some((event) => event.token === token));
  });
});

it('tells the button of the page from that of a mail program, also on the durable road', async () => {
  const [pressed, later] = [tokenOf('F'), tokenOf('G')];
  world.api.linksOf.set(pressed, { artistName: 'Lady Gaga', artistHandle: 'lady-gaga' });
  await world.renderer.ask(`/unsubscribe/${pressed}`, { form: {} });
  await world.api.stop();
  await world.renderer.ask(`/unsubscribe/${later}`, { form: { 'List-Unsubscribe': 'One-Click' } });
  await world.api.start();

  expect(world.api.answeredLinks).toContainEqual({ kind: 'unsubscribe', token: pressed, oneClick: false });
  await world.api.until('the answer arrived', () => world.api.ofKind<'confirm' | 'unsubscribe'>('unsubscribe').some((event) => event.token === later && event.oneClick === true));
});

it('takes one-click unsubscribe as multipart too', async () => {
  const token = tokenOf('E');
  world.api.linksOf.set(token, { artistName: 'Lady Gaga', artistHandle: 'lady-gaga' });

  const { status } = await world.renderer.ask(`/unsubscribe/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    raw: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  });

  expect(status).toBe(200);
  expect(world.api.answeredLinks).toContainEqual({ kind: 'unsubscribe', token, oneClick: true });
});
