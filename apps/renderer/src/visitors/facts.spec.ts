import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smartLink } from '../../testing/documents.js';
import { createWorld, phone, type World } from '../../testing/renderer-process.js';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const home = '89.160.20.112';
const server = '3.5.140.2';
let world: World;
beforeAll(async () => { world = await createWorld({ TRUST_PROXY: '1', PUBLIC_PAGES_URL: 'https://pages.test' }); });
afterAll(() => world.close());

/** What arrives of one visit, from this address and with these headers. */
async function visit(slug: string, address: string, headers: Record<string, string> = {}) {
  const path = `/lady-gaga/${slug}`;
  world.api.publish(path, smartLink(slug));
  expect((await world.renderer.ask(path, { headers: { 'x-forwarded-for': address, ...headers } })).status).toBe(200);
  const found = () => world.api.ofKind('visit').find((event) => event.path === path);
  await world.api.until('the visit arrived', () => found() !== undefined);
  return found();
}

describe('a visit', () => {
  it('says where it came from, and not from whom', async () => {
    const event = await visit('from-home', home);

    expect(event).toMatchObject({ country: 'SE', region: 'Stockholm', city: 'Stockholm', audience: 'person', visitor: expect.stringMatching(/^[\w-]{22}$/u) });
    expect(JSON.stringify(event)).not.toMatch(/89\.160|Safari/u);
  });

  it('of a browser among servers is a scanner\'s, and of no visitor', async () => {
    expect(await visit('from-server', server, { 'user-agent': chrome, 'accept-language': 'en', 'sec-fetch-mode': 'navigate' })).toMatchObject({ audience: 'scanner', visitor: null, country: 'KR' });
  });

  it('of a Chrome without any of its headers is a scanner\'s, of one with a language a person\'s', async () => {
    expect(await visit('without-headers', home, { 'user-agent': chrome })).toMatchObject({ audience: 'scanner', visitor: null });
    expect(await visit('with-language', home, { 'user-agent': chrome, 'accept-language': 'en' })).toMatchObject({ audience: 'person' });
  });

  it('believes no header about where it came from unless it is set', async () => {
    expect(await visit('pretending', home, { 'cf-ipcountry': 'JP', 'cf-ipcity': 'Tokyo' })).toMatchObject({ country: 'SE', city: 'Stockholm' });
  });
});

it('a form that is filled among servers is taken like any other, and says where it was', async () => {
  const path = '/lady-gaga/behind-vpn';
  world.api.publish(path, smartLink('behind-vpn'));
  const headers = { 'x-forwarded-for': server, 'user-agent': phone };
  const [, t = ''] = /name="t" value="([^"]+)"/u.exec((await world.renderer.ask(path, { headers })).text) ?? [];

  const { status } = await world.renderer.ask(`${path}/join`, { headers, form: { email: 'fan@example.com', consent: 'yes', website: '', t } });

  expect(status).toBe(303);
  await world.api.until('the capture arrived', () => world.api.ofKind('capture').length === 1);
  expect(world.api.ofKind('capture')[0]).toMatchObject({ email: 'fan@example.com', audience: 'scanner', visitor: null, country: 'KR', city: 'Incheon' });
});

describe('behind a proxy whose headers are set', () => {
  beforeAll(() => world.restart({ COUNTRY_HEADER: 'CF-IPCountry', REGION_HEADER: 'CF-Region', CITY_HEADER: 'CF-IPCity' }));

  it('a visit came from where they say', async () => {
    const city = Buffer.from('São Paulo').toString('latin1');

    expect(await visit('said', home, { 'cf-ipcountry': 'BR', 'cf-region': 'S%C3%A3o%20Paulo', 'cf-ipcity': city })).toMatchObject({ country: 'BR', region: 'São Paulo', city: 'São Paulo' });
  });

  it('a visit of which they say nothing came from nowhere', async () => {
    expect(await visit('unsaid', home)).toMatchObject({ country: null, region: null, city: null });
  });
});

describe('behind a proxy that names the country alone', () => {
  beforeAll(() => world.restart({ COUNTRY_HEADER: 'CF-IPCountry' }));

  it('the city is looked up where the databases agree on the country', async () => {
    expect(await visit('same-country', home, { 'cf-ipcountry': 'SE' })).toMatchObject({ country: 'SE', region: 'Stockholm', city: 'Stockholm' });
    expect(await visit('other-country', home, { 'cf-ipcountry': 'NO' })).toMatchObject({ country: 'NO', region: null, city: null });
  });
});
