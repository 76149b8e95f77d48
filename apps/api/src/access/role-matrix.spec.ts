import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopes, viewerMay, type Permission, type Scope, type Viewer } from '@lynkify/domain';
import { isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import request from 'supertest';
import { buildSchema } from '../graphql/print-schema-text.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedUser, seedWorkspace, type Asker } from '../testing/world.js';
import { declaredPermission } from './enforce-permissions.js';

/** What each root field asks for. Written out, so that a change of who may do what is seen and meant. */
const matrix: Record<string, Permission> = {
  // Query
  me: 'public',
  invitation: 'public',
  workspace: 'any-viewer',
  handleAvailability: 'any-viewer',
  artist: 'artists:read',
  artistByHandle: 'artists:read',
  release: 'releases:read',
  releases: 'releases:read',
  recogniseLinks: 'releases:read',
  reviewQueue: 'releases:read',
  destinationProblems: 'releases:read',
  import: 'releases:read',
  imports: 'releases:read',
  previewArtistImport: 'releases:write',
  readPage: 'releases:write',
  shareContexts: 'any-viewer',
  qrCode: 'any-viewer',
  home: 'releases:read',
  fan: 'fans:read',
  fans: 'fans:read',
  fanFacets: 'fans:read',
  numbers: 'numbers:read',
  publishedPage: 'renderer',
  publishedPages: 'renderer',
  // Accounts
  signUp: 'public',
  signIn: 'public',
  signOut: 'public',
  confirmEmail: 'public',
  requestPasswordReset: 'public',
  resetPassword: 'public',
  changePassword: 'user',
  updateProfile: 'user',
  endSession: 'user',
  endOtherSessions: 'user',
  // Workspace
  createWorkspace: 'user',
  acceptInvitation: 'user',
  leaveWorkspace: 'user',
  updateMembership: 'user',
  updateWorkspace: 'workspace:write',
  inviteMember: 'members:write',
  revokeInvitation: 'members:write',
  changeMemberRole: 'members:write',
  removeMember: 'members:write',
  createApiKey: 'keys:write',
  revokeApiKey: 'keys:write',
  // Artists and releases
  createArtist: 'artists:write',
  updateArtist: 'artists:write',
  changeHandle: 'artists:write',
  createRelease: 'releases:write',
  startRelease: 'releases:write',
  matchRelease: 'releases:write',
  decideMatch: 'releases:write',
  decideMatches: 'releases:write',
  confirmDestination: 'releases:write',
  updateRelease: 'releases:write',
  changeReleaseSlug: 'releases:write',
  addDestinations: 'releases:write',
  updateDestination: 'releases:write',
  removeDestination: 'releases:write',
  checkDestination: 'releases:write',
  acceptMovedDestination: 'releases:write',
  reorderDestinations: 'releases:write',
  setTracks: 'releases:write',
  restoreRelease: 'releases:write',
  setReleasePassword: 'releases:write',
  makeShareLink: 'releases:write',
  deleteRelease: 'releases:write',
  updateBioPage: 'artists:write',
  setBioSections: 'artists:write',
  publishRelease: 'pages:publish',
  unpublishRelease: 'pages:publish',
  archiveRelease: 'pages:publish',
  publishBioPage: 'pages:publish',
  unpublishBioPage: 'pages:publish',
  // Catalogues and pages of other products
  startCsvImport: 'releases:write',
  changeImportMapping: 'releases:write',
  confirmImport: 'releases:write',
  startArtistImport: 'releases:write',
  cancelImport: 'releases:write',
  runImportAgain: 'releases:write',
  moveIn: 'releases:write',
  moveInToBioPage: 'artists:write',
  // Fans
  updateFan: 'fans:write',
  resendConfirmation: 'fans:write',
  unsubscribeFan: 'fans:write',
  deleteFan: 'fans:write',
  confirmOptIn: 'renderer',
  unsubscribeByLink: 'renderer',
  reminderByLink: 'renderer',
  confirmReminder: 'renderer',
  cancelReminder: 'renderer',
};

/** Where standing in a workspace is asked for beyond the permission: who holds it and is still refused. */
const alsoRefused: Record<string, readonly string[]> = { workspace: ['a user without a workspace', 'the renderer'] };

interface Who {
  name: string;
  viewer: Viewer;
  asker: Asker;
}

const someId = '01890000-0000-7000-8000-000000000000';

describe('who may do what', () => {
  let api: TestApi;
  let schema: GraphQLSchema;
  let askers: Who[];
  /** Keys that carry one scope alone, and all but that one. */
  let keysAround: Map<string, Who[]>;

  beforeAll(async () => {
    api = await startTestApi();
    schema = await buildSchema();
    const world = await seedWorkspace(api);
    const { workspaceId } = world;
    const member = async (role: 'owner' | 'admin' | 'editor' | 'viewer') => ({ name: `a member: ${role}`, viewer: { kind: 'member', userId: '', sessionId: '', workspaceId, role } as const, asker: await world.member(role) });
    const key = async (name: string, held: readonly Scope[]) => ({ name, viewer: { kind: 'api-key', keyId: '', workspaceId, scopes: held } as const, asker: await world.apiKey(held) });
    askers = [
      await member('owner'),
      await member('admin'),
      await member('editor'),
      await member('viewer'),
      { name: 'a user without a workspace', viewer: { kind: 'user', userId: '', sessionId: '' }, asker: await seedUser(api) },
      { name: 'nobody', viewer: { kind: 'anonymous' }, asker: world.anonymous },
      { name: 'the renderer', viewer: { kind: 'renderer' }, asker: world.renderer },
      await key('a key with every scope', scopes),
    ];
    keysAround = new Map();
    for (const scope of scopes) {
      const others = scopes.filter((other) => other !== scope);
      keysAround.set(scope, [await key(`a key with ${scope} alone`, [scope]), await key(`a key with all but ${scope}`, others)]);
    }
  });
  afterAll(() => api.stop());

  const rootFields = () => [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? Object.values(type.getFields()).map((field) => ({ root: type === schema.getQueryType() ? 'query' : 'mutation', field })) : []));

  it('is written down for every query and mutation, and declared so', () => {
    const declared = Object.fromEntries(rootFields().map(({ field }) => [field.name, declaredPermission(field, null)]));
    expect(declared).toEqual(matrix);
  });

  it('holds over HTTP for every query and mutation, and everyone who could ask', async () => {
    const wrong: string[] = [];
    // Signing out ends the asker's session, and what everyone may do needs no proof that nobody is refused but one.
    const fields = rootFields().filter(({ field }) => matrix[field.name] !== 'public');
    for (const { root, field } of fields) {
      await Promise.all(
        [...askers, ...(keysAround.get(String(matrix[field.name])) ?? [])].map(async ({ name, viewer, asker }) => {
          const permission = matrix[field.name];
          const allowed = permission !== undefined && viewerMay(viewer, permission) && !alsoRefused[field.name]?.includes(name);
          const { body } = await request(api.url).post('/graphql').set(asker.headers).send({ query: `${root} { ${call(field)} }` });
          const refused = body.errors?.some((error: { path?: string[]; extensions: { code: string } }) => error.path?.length === 1 && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.extensions.code)) ?? false;
          const malformed = body.errors?.some((error: { extensions: { code: string } }) => ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'INTERNAL_SERVER_ERROR'].includes(error.extensions.code)) ?? false;
          if (malformed) wrong.push(`${field.name} for ${name}: ${JSON.stringify(body.errors)}`);
          else if (refused === allowed) wrong.push(`${field.name} ${allowed ? 'refuses' : 'allows'} ${name}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  }, 90_000);

  it('leaves what is public open to nobody in particular', async () => {
    for (const query of ['{ me { user { id } } }', `{ invitation(token: "x") { email } }`, 'mutation { signOut { signedOut } }']) {
      const { body } = await request(api.url).post('/graphql').send({ query });
      expect(body.errors).toBeUndefined();
    }
  });

  /** A call of any field with the least that it takes; asks for nothing of it that needs a permission of its own. */
  function call(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
    const selected = named(field.type);
    return `${field.name}${given.length > 0 ? `(${given.map((argument) => `${argument.name}: ${literal(argument.type)}`).join(', ')})` : ''}${isObjectType(selected) ? ' { __typename }' : ''}`;
  }

  function named(type: unknown): unknown {
    return isNonNullType(type) || isListType(type) ? named(type.ofType) : type;
  }

  function literal(type: GraphQLInputType): string {
    if (isNonNullType(type)) return literal(type.ofType);
    if (isListType(type)) return '[]';
    if (isEnumType(type)) return type.getValues().at(-1)?.name ?? '';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
    }
    if (type.name === 'Int' || type.name === 'Float') return '1';
    if (type.name === 'Boolean') return 'true';
    if (type.name === 'ID') return `"${someId}"`;
    if (type.name === 'Date') return '"2026-01-01"';
    if (type.name === 'JSON') return '{}';
    // Empty, so that nothing is made and nobody's standing changes while the others ask.
    return '""';
  }
});
