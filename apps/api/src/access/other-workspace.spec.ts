import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopes } from '@lynkify/domain';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import sharp from 'sharp';
import request from 'supertest';
import { buildSchema } from '../graphql/print-schema-text.js';
import { aCapture, ship } from '../testing/audience.js';
import { AddDestinations, PublishRelease } from '../testing/catalogue.js';
import { seedCandidate } from '../testing/matching.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type Asker, type World } from '../testing/world.js';

/** Ids of the things of one workspace, by the name that an input gives them. */
type Ids = Readonly<Record<string, string>>;

/**
 * Every id that the API takes, tried with the one of another workspace beside the asker's own: found by the schema, so
 * that what is added later is tried too.
 */
describe('ids of another workspace', () => {
  let api: TestApi;
  let schema: GraphQLSchema;
  let theirs: { world: World; ids: Ids; words: string };
  let mine: { world: World; ids: Ids };
  let askers: Asker[];

  beforeAll(async () => {
    api = await startTestApi();
    schema = await buildSchema();
    const word = unique();
    const world = await seedWorkspace(api);
    theirs = { world, ids: await furnish(world, word), words: word };
    const own = await seedWorkspace(api);
    mine = { world: own, ids: await furnish(own, unique()) };
    askers = [own.owner, await own.apiKey(scopes)];
  });
  afterAll(() => api.stop());

  const ask = async (asker: Asker, query: string, variables: object = {}) => request(api.url).post('/graphql').set(asker.headers).send({ query, variables });

  /** A workspace with one of everything, named by this word. */
  async function furnish(world: World, word: string): Promise<Ids> {
    const artist = await world.artist();
    const { owner } = world;
    await ask(owner, 'mutation ($i: UpdateArtistInput!) { updateArtist(input: $i) { userErrors { code } } }', { i: { artistId: artist.id, name: word } });
    const { body: made } = await ask(owner, 'mutation ($i: CreateReleaseInput!) { createRelease(input: $i) { release { id } } }', { i: { artistId: artist.id, title: word } });
    const releaseId: string = made.data.createRelease.release.id;
    const { addDestinations } = await owner.run(AddDestinations, { input: { releaseId, text: 'https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy' } });
    await owner.run(PublishRelease, { input: { releaseId } });
    await ship(api, [aCapture({ workspaceId: world.workspaceId, artistId: artist.id, releaseId, handle: artist.handle }, `${word}@example.com`)]);
    const [fan] = await api.sql<{ id: string }>('select id from fans where workspace_id = $1', [world.workspaceId]);
    const picture = await sharp({ create: { width: 320, height: 320, channels: 3, background: '#336699' } }).png().toBuffer();
    const { body: media } = await request(api.url).post('/v1/media').set(owner.headers).attach('file', picture, 'a.png').expect(201);
    const { body: invited } = await ask(owner, `mutation { inviteMember(input: { email: "${word}-guest@example.com", role: VIEWER }) { invitation { id } } }`);
    await world.apiKey(['releases:read']);
    const [key] = await api.sql<{ id: string }>('select id from api_keys where workspace_id = $1', [world.workspaceId]);
    const [section] = await api.sql<{ id: string }>('select id from bio_sections where workspace_id = $1 limit 1', [world.workspaceId]);
    const [session] = await api.sql<{ id: string }>('select id from sessions where user_id = $1', [owner.userId]);
    const { body: imported } = await ask(owner, 'mutation ($i: StartCsvImportInput!) { startCsvImport(input: $i) { import { id } } }', { i: { text: `title,artist\n${word},${word}` } });
    const member = await world.member('viewer');
    const candidateId = await seedCandidate(api, { workspaceId: world.workspaceId, releaseId, platform: 'deezer', url: `https://www.deezer.com/album/${word.length}`, title: word });
    return {
      candidateId, candidateIds: candidateId,
      artistId: artist.id, releaseId, destinationId: addDestinations.release?.destinations[0]?.id ?? '', destinationIds: addDestinations.release?.destinations[0]?.id ?? '', fanId: fan?.id ?? '', artworkId: media.id, portraitId: media.id,
      importId: imported.data.startCsvImport.import.id, invitationId: invited.data.inviteMember.invitation.id, apiKeyId: key?.id ?? '', sectionId: section?.id ?? '', sessionId: session?.id ?? '', userId: member.userId, workspaceId: world.workspaceId,
    };
  }

  const idNamed = (ids: Ids, field: string, path: readonly string[]) => {
    const name = path.filter((part) => part !== '0').at(-1) ?? '';
    if (name !== 'id') return ids[name];
    return path.includes('sections') ? ids.sectionId : ids[`${field}Id`];
  };

  /** The least that a field takes, and every id that it could; those at `foreign` are the other workspace's. */
  function make(type: GraphQLInputType, field: string, path: readonly string[], foreign: string): unknown {
    if (isNonNullType(type)) return make(type.ofType, field, path, foreign);
    if (isListType(type)) return [make(type.ofType, field, [...path, '0'], foreign)];
    if (isEnumType(type)) return type.getValues().at(-1)?.name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(({ type: of, name }) => isNonNullType(of) || idsWithin(of, [name]).length > 0);
      return Object.fromEntries(fields.map(({ name, type: of }) => [name, make(of, field, [...path, name], foreign)]));
    }
    if (type.name === 'ID') return idNamed(path.join('.') === foreign ? theirs.ids : mine.ids, field, path);
    if (type.name === 'Int') return 10;
    if (type.name === 'Boolean') return true;
    if (type.name === 'Date') return '2026-01-01';
    if (type.name === 'JSON') return { releaseId: theirs.ids.releaseId };
    return { type: 'featured-release', from: 'https://tidal.com/album/77646169', text: 'https://tidal.com/album/77646169', url: 'https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3', handle: unique(), slug: unique(), scopes: 'releases:read', email: `${unique()}@example.com` }[path.filter((part) => part !== '0').at(-1) ?? ''] ?? 'A text';
  }

  function idsWithin(type: GraphQLInputType, path: readonly string[]): string[] {
    if (isNonNullType(type)) return idsWithin(type.ofType, path);
    if (isListType(type)) return idsWithin(type.ofType, [...path, '0']);
    if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => idsWithin(field.type, [...path, field.name]));
    return getNamedType(type).name === 'ID' ? [path.join('.')] : [];
  }

  /** All that can be asked for without further arguments, as deep as the limits let it. */
  function selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isObjectType(named)) return '';
    const fields = Object.values(named.getFields()).filter((field) => field.args.length === 0 && (depth > 0 || !isObjectType(getNamedType(field.type))));
    return `{ __typename ${fields.map((field) => `${field.name} ${selection(field.type, depth - 1)}`).join(' ')} }`;
  }

  function operation(kind: string, field: GraphQLField<unknown, unknown>): string {
    return `${kind} (${field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')}) { ${field.name}(${field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ')}) ${selection(field.type, 1)} }`;
  }

  const tables = () => api.sql<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public'`);
  const everythingOf = async (workspaceId: string) => {
    const rows: Record<string, unknown> = {};
    for (const { name } of await tables()) rows[name] = (await api.sql<{ row: string }>(`select t::text as row from "${name}" t where workspace_id = $1 order by 1`, [workspaceId])).map(({ row }) => row);
    return rows;
  };

  it('show nothing, change nothing and are taken into nothing', async () => {
    const before = await everythingOf(theirs.ids.workspaceId ?? '');
    const tried: string[] = [];
    const leaks: string[] = [];
    for (const [kind, root] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        for (const foreign of field.args.flatMap((argument) => idsWithin(argument.type, [argument.name]))) {
          const variables = Object.fromEntries(field.args.filter((argument) => isNonNullType(argument.type) || idsWithin(argument.type, []).length > 0).map((argument) => [argument.name, make(argument.type, field.name, [argument.name], foreign)]));
          for (const asker of askers) {
            const { text, body } = await ask(asker, operation(kind, field), variables);
            if (text.includes(theirs.words)) leaks.push(`${field.name} ${foreign}: ${text.slice(0, 300)}`);
            if (/GRAPHQL_VALIDATION_FAILED|INTERNAL_SERVER_ERROR|GRAPHQL_PARSE/.test(text)) leaks.push(`${field.name}: ${JSON.stringify(body.errors)}`);
          }
          tried.push(`${field.name} ${foreign}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(await everythingOf(theirs.ids.workspaceId ?? '')).toEqual(before);
    const mineNow = JSON.stringify(await everythingOf(mine.ids.workspaceId ?? ''));
    for (const [name, id] of Object.entries(theirs.ids)) expect({ name, taken: mineNow.includes(id) }).toEqual({ name, taken: false });
    expect(tried).toEqual(expect.arrayContaining(['release id', 'artist id', 'fan id', 'publishRelease input.releaseId', 'updateRelease input.artworkId', 'reorderDestinations input.destinationIds.0', 'setBioSections input.sections.0.id', 'fans filter.releaseId', 'revokeApiKey input.apiKeyId', 'startRelease input.artistId', 'decideMatch input.candidateId', 'decideMatches input.candidateIds.0']));
  }, 60_000);

  it('leave whoever names that workspace outside of any', async () => {
    const { headers } = mine.world.owner;
    const foreign = { ...headers, 'lynkify-workspace': theirs.ids.workspaceId ?? '' };
    for (const query of ['{ workspace { name } }', '{ releases { nodes { title } } }', '{ fans { nodes { email } } }', '{ home { todos { title } } }', '{ numbers(from: "2026-01-01", to: "2026-01-31") { visits } }']) {
      const { body } = await request(api.url).post('/graphql').set(foreign).send({ query });
      expect({ query, data: body.data, code: body.errors?.[0]?.extensions.code }).toEqual({ query, data: null, code: 'FORBIDDEN' });
    }
    for (const address of ['/v1/fans.csv', `/v1/fans.csv?workspace=${theirs.ids.workspaceId}`]) expect((await request(api.url).get(address).set(foreign)).status).toBe(403);
    for (const asker of askers) {
      const { status, text } = await request(api.url).get(`/v1/fans.csv?workspace=${theirs.ids.workspaceId}`).set({ ...asker.headers, 'lynkify-workspace': mine.ids.workspaceId ?? '' });
      expect(status).toBeGreaterThanOrEqual(403);
      expect(text).not.toContain(theirs.words);
    }
    await request(api.url).post(`/v1/releases/${theirs.ids.releaseId}/publish`).set(headers).expect(404);
  });
});
