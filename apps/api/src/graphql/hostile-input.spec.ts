import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seeded } from '@lynkify/testing';
import { getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import request from 'supertest';
import { AddDestinations } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type Asker } from '../testing/world.js';
import { buildSchema } from './print-schema-text.js';

const cursor = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
const texts = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'a\udfffb', '\u202e\u200b', 'x'.repeat(70_000), '🎧'.repeat(500), '9'.repeat(400), "'; drop table users; --", '%_\\', '\\', '"', '../../../etc/passwd', 'constructor', '__proto__',
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '<script>alert(1)</script>', 'https://open.spotify.com/album/%00', `https://open.spotify.com/album/${'a'.repeat(5_000)}`, 'http://[::1', 'https://user:pass@[bad]/x', '//evil.example',
  'Name\r\nBcc: x@evil.example', 'a@b.co\r\nBcc: x@evil.example', '-1', 'NaN', 'Infinity', '1e400', '0000-00-00', '2026-02-30', '9999-12-31', '24:00', 'Etc/Nowhere', '00000000-0000-0000-0000-000000000000', '{', 'null',
  cursor(['\u0000', '\u0000']), cursor(['x', 'y']), cursor(['2026-01-01T00:00:00.000Z', 'no id']), cursor(['infinity', '00000000-0000-0000-0000-000000000000']), cursor([null, null]), cursor(['1']), '/wp-login.php', '//', '/a/b/c/d',
];
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { items: [deep(levels - 1)] });
const documents: unknown[] = [
  null, 1, 'x', [], {}, { items: null }, { items: [null] }, { items: [1] }, { items: [{}] }, { items: [{ url: 'javascript:alert(1)', label: '\u0000', title: '\u0000' }] }, { items: Array.from({ length: 3_000 }, () => ({ url: 'https://example.com', label: 'x' })) }, deep(500),
  { text: '\u0000\ud800', title: '\ud800' }, { title: 'x'.repeat(100_000) }, { ['\u0000']: 1 }, JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'), { version: 1e308 }, { releaseId: 'x', count: -1, layout: 'none' }, { links: [{ id: '\u0000', url: 'https://example.com/\ud800', label: '\ud800' }] },
  { headline: 'x', button: 'x', title: '\u0000', text: 'x', consentText: '\u0000', askName: 'yes' }, { markdown: '<img src=x onerror=alert(1)>', body: '\u0000' },
];
const numbers = [0, -1, 1, 7, 2_147_483_647, -2_147_483_648, 1.5, '1', 1e20];

const roundsPerField = 10;
/** Would end the session or the release that the rest is tried with. */
const onlyHostileIds = new Set(['deleteRelease', 'archiveRelease', 'removeMember', 'leaveWorkspace', 'deleteFan']);
const untried = new Set(['signOut']);

describe('input that was made to break things', () => {
  let api: TestApi;
  let schema: GraphQLSchema;
  let owner: Asker;
  let renderer: Asker;
  let plausible: Record<string, () => unknown>;

  beforeAll(async () => {
    api = await startTestApi({ TRUST_PROXY: 'true' });
    schema = await buildSchema();
    const world = await seedWorkspace(api);
    ({ owner, renderer } = world);
    const artist = await world.artist();
    const [release] = await world.releases(1);
    const releaseId = release?.id ?? '';
    const { addDestinations } = await owner.run(AddDestinations, { input: { releaseId, text: 'https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy\nhttps://soundcloud.com/forss/flickermood' } });
    const destinations = addDestinations.release?.destinations ?? [];
    plausible = {
      artistId: () => artist.id, releaseId: () => releaseId, destinationId: () => destinations[0]?.id, destinationIds: () => destinations.map(({ id }) => id), userId: () => world.owner.userId, workspaceId: () => world.workspaceId,
      id: () => releaseId, email: () => `${unique()}@example.com`, password: () => 'nine lemons under a bridge', currentPassword: () => 'nine lemons under a bridge', newPassword: () => 'nine lemons under a bridge',
      handle: unique, slug: unique, title: () => 'A title', name: () => 'A name', label: () => 'A label', links: () => 'https://open.spotify.com/track/4aawyAB9vmqN3uQ7FjRGTy', text: () => 'https://tidal.com/album/77646169', url: () => 'https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3',
      releaseDate: () => '2026-05-01', releaseTime: () => '12:00', timeZone: () => 'Europe/Berlin', upc: () => '036000291452', isrc: () => 'USRC17607839', scopes: () => ['releases:read'], from: () => '2026-01-01', to: () => '2026-01-31', first: () => 10, path: () => `/${artist.handle}`,
      type: () => 'links', settings: () => ({ title: 'Links', items: [] }), consentText: () => 'I want news by mail.', accent: () => '#336699', appearance: () => 'dark', buttons: () => 'round',
    };
  });
  afterAll(() => api.stop());

  /** A value of this type: now and then what somebody would send, mostly not. */
  function make(type: GraphQLInputType, name: string, random: () => number, hostile: boolean): unknown {
    const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
    if (isNonNullType(type)) return make(type.ofType, name, random, hostile) ?? pick(texts);
    if (random() < 0.08) return null;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || random() < 0.6);
      return Object.fromEntries(fields.map((field) => [field.name, make(field.type, field.name, random, hostile)]));
    }
    const usual = plausible[name]?.();
    if (usual !== undefined && Array.isArray(usual) === isListType(type) && !(hostile && /ids?$/i.test(name)) && random() < 0.6) return usual;
    if (isListType(type)) return Array.from({ length: pick([0, 1, 2, 60]) }, () => make(type.ofType, '', random, hostile));
    if (isEnumType(type)) return random() < 0.85 ? pick(type.getValues()).name : pick(texts);
    if (type.name === 'Int') return pick(numbers);
    if (type.name === 'Boolean') return random() < 0.9 ? random() < 0.5 : pick(texts);
    if (type.name === 'JSON') return pick(documents);
    return pick(texts);
  }

  /** Everything of the answer that needs no further argument, two levels down. */
  function selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isObjectType(named)) return '';
    const fields = Object.values(named.getFields()).filter((field) => field.args.length === 0 && (depth > 0 || !isCompositeType(getNamedType(field.type))));
    return `{ __typename ${fields.map((field) => `${field.name} ${selection(field.type, depth - 1)}`).join(' ')} }`;
  }

  function operation(kind: string, field: GraphQLField<unknown, unknown>): string {
    const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
    const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    return `${kind} ${variables && `(${variables})`} { ${field.name}${given && `(${given})`} ${selection(field.type, 1)} }`;
  }

  it.each(['query', 'mutation'])('never makes a %s fail on our side', async (kind) => {
    const random = seeded(20_260_501);
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    const failures: string[] = [];
    let answered = 0;
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (untried.has(field.name)) continue;
      const query = operation(kind, field);
      for (let round = 0; round < roundsPerField; round += 1) {
        const variables = Object.fromEntries(field.args.map((argument) => [argument.name, make(argument.type, argument.name, random, onlyHostileIds.has(field.name))]));
        const asker = /^(?:publishedPages?|confirmOptIn|unsubscribeByLink|reminderByLink|confirmReminder|cancelReminder)$/.test(field.name) ? renderer : owner;
        const { status, body } = await request(api.url).post('/graphql').set(asker.headers).set('x-forwarded-for', `198.51.${round}.${answered % 250}`).send({ query, variables });
        const codes: string[] = (body.errors ?? []).map((error: { extensions?: { code?: string } }) => error.extensions?.code);
        if (status >= 500 || codes.some((code) => code === undefined || code === 'INTERNAL_SERVER_ERROR')) failures.push(`${field.name} ${status} ${[...new Set(codes)].join()} ${JSON.stringify(variables).slice(0, 400)}`);
        if (codes.includes('GRAPHQL_VALIDATION_FAILED')) failures.push(`${field.name} ${body.errors[0].message}`);
        answered += 1;
      }
    }
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(kind === 'query' ? 100 : 400);
  });

  it('refuses by the field what no text can hold, wherever it stands', async () => {
    const random = seeded(1);
    const failures: string[] = [];
    for (const [kind, root] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        for (const place of field.args.flatMap((argument) => textsWithin(argument.type, [argument.name]))) {
          const variables = Object.fromEntries(field.args.map((argument) => [argument.name, make(argument.type, argument.name, random, true)]));
          put(variables, place, 'a\u0000b');
          const { body } = await request(api.url).post('/graphql').set((field.name.startsWith('publishedPage') || /Opt|ByLink|Reminder$/.test(field.name) ? renderer : owner).headers).send({ query: operation(kind, field), variables });
          if (body.errors?.[0]?.extensions?.code !== 'BAD_USER_INPUT') failures.push(`${field.name} ${place.join('.')} ${JSON.stringify(body).slice(0, 200)}`);
        }
      }
    }
    expect(failures).toEqual([]);
  });

  it.each([
    ['a JSON value that nests without end', `{"query":"mutation ($i: SetBioSectionsInput!) { setBioSections(input: $i) { userErrors { code } } }","variables":{"i":{"artistId":"x","sections":[{"type":"links","settings":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]}}}`],
    ['a body that ends early', '{"query":"{ me { user { id } } }"'],
    ['a body that is no object', '"x"'],
    ['nothing', ''],
    ['a query that nests without end', JSON.stringify({ query: '{ me '.repeat(900) })],
    ['a query of the wrong type', '{"query":{"a":1}}'],
    ['variables of the wrong type', '{"query":"{ me { user { id } } }","variables":"x"}'],
  ])('refuses %s', async (_, body) => {
    const { status, text } = await request(api.url).post('/graphql').set(owner.headers).set('content-type', 'application/json').set('apollo-require-preflight', '1').send(body);
    expect({ text: text.slice(0, 300), refused: status < 500 && !text.includes('INTERNAL_SERVER_ERROR') }).toMatchObject({ refused: true });
  });
});

/** Every place of a text inside an input, as a path. */
function textsWithin(type: GraphQLInputType, path: readonly string[]): string[][] {
  if (isNonNullType(type)) return textsWithin(type.ofType, path);
  if (isListType(type)) return textsWithin(type.ofType, [...path, '0']);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => textsWithin(field.type, [...path, field.name]));
  return ['String', 'ID'].includes(getNamedType(type).name) ? [[...path]] : [];
}

function put(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    target[key] = text;
    return;
  }
  const inner: unknown = target[key];
  const kept = typeof inner === 'object' && inner !== null && (rest[0] !== '0' || Array.isArray(inner)) ? inner : rest[0] === '0' ? [] : {};
  target[key] = kept;
  put(kept as Record<string, unknown>, rest, text);
}
