import { randomBytes } from 'node:crypto';
import { createClient, graphql, type Execute } from '@lynkify/contract';
import type { Role, Scope } from '@lynkify/domain';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { hashPassword } from '../accounts/passwords.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { Database } from '../database/database.js';
import { WorkspacesService } from '../workspaces/workspaces.service.js';
import type { WorkspaceKind } from '../workspaces/workspace.entity.js';
import type { TestApi } from './test-api.js';

/** Password of every user of every world. */
export const worldPassword = 'nine lemons under a bridge';
let worldPasswordHash: Promise<string> | undefined;

/** Somebody who asks: `run` sends a typed document over HTTP and throws GraphQLRequestError for what is not data. */
export interface Asker {
  /** What identifies them, for requests that are not GraphQL. Has the Origin that a browser would send. */
  headers: Readonly<Record<string, string>>;
  run: Execute;
}

export interface Person extends Asker {
  userId: string;
  email: string;
}

export interface SeededArtist {
  id: string;
  handle: string;
  name: string;
}

export interface SeededRelease {
  id: string;
  slug: string;
  title: string;
}

/** One workspace of its own, with people and things in it as they are asked for. */
export interface World {
  workspaceId: string;
  owner: Person;
  anonymous: Asker;
  renderer: Asker;
  /** A new member of this role, signed in. */
  member: (role: Role) => Promise<Person>;
  /** A script with a new key of these scopes, made by the owner. */
  apiKey: (scopes: readonly Scope[]) => Promise<Asker & { key: string }>;
  /** The workspace's first artist; made when there is none. */
  artist: () => Promise<SeededArtist>;
  /** New draft releases of that artist. */
  releases: (count: number) => Promise<SeededRelease[]>;
}

/** A new workspace with its owner, signed in. */
export async function seedWorkspace(api: TestApi, { kind = 'artist' }: { kind?: WorkspaceKind } = {}): Promise<World> {
  const database = api.app.get(Database);
  const owner = await seedUser(api);
  const made = await api.app.get(WorkspacesService).createWorkspace({ kind: 'user', userId: owner.userId, sessionId: '' }, { name: 'A workspace', kind });
  if (!made.ok) throw new Error('the world has no workspace');
  const workspaceId = made.value.id;
  const inside = (person: Person): Person => ({ ...person, ...asker(api, { ...person.headers, 'lynkify-workspace': workspaceId }) });

  let artist: Promise<SeededArtist> | undefined;
  const insider = inside(owner);
  const theArtist = () => (artist ??= seedArtist(insider));
  return {
    workspaceId,
    owner: insider,
    anonymous: asker(api, {}),
    renderer: asker(api, { authorization: `Bearer ${api.environment.rendererKey}` }),
    async member(role) {
      const person = await seedUser(api);
      await database.inWorkspace({ workspaceId }, (tx) => tx.query('insert into members (workspace_id, user_id, role) values ($1, $2, $3)', [workspaceId, person.userId, role]));
      return inside(person);
    },
    async apiKey(scopes) {
      const viewer = { kind: 'member', userId: owner.userId, sessionId: '', workspaceId, role: 'owner' } as const;
      const outcome = await api.app.get(ApiKeysService).createApiKey(viewer, { name: 'A script', scopes });
      if (!outcome.ok) throw new Error('the world has no key');
      return { key: outcome.value.key, ...asker(api, { authorization: `Bearer ${outcome.value.key}` }) };
    },
    artist: theArtist,
    async releases(count) {
      const { id } = await theArtist();
      return Promise.all(Array.from({ length: count }, () => seedRelease(insider, id)));
    },
  };
}

/** A user with a confirmed address and a session, in no workspace. */
export async function seedUser(api: TestApi): Promise<Person> {
  worldPasswordHash ??= hashPassword(worldPassword);
  const database = api.app.get(Database);
  const email = `${unique()}@example.com`;
  const passwordHash = await worldPasswordHash;
  const [user] = await database.unit({ purpose: 'accounts' }, (tx): Promise<{ id: string }[]> =>
    tx.query('insert into users (email, name, password_hash, email_confirmed_at) values ($1, $2, $3, now()) returning id', [email, 'A member', passwordHash]),
  );
  if (!user) throw new Error('the world has no user');
  const { token } = await database.unit({ userId: user.id }, (tx) => api.app.get(SessionsService).start(tx, user.id, undefined));
  return { userId: user.id, email, ...asker(api, { cookie: `lynkify_session=${token}` }) };
}

/** Whoever these headers make of a request. */
export function asker(api: TestApi, headers: Readonly<Record<string, string>>): Asker {
  const all = { origin: new URL(api.environment.publicApiUrl).origin, ...headers };
  return { headers: all, run: createClient({ url: `${api.url}/graphql`, headers: () => all }) };
}

/** A word that no other test uses; has no digit or letter that looks like another. */
export function unique(): string {
  return `t${Array.from(randomBytes(14), (byte) => 'abcdefghkt'[byte % 10]).join('')}`;
}

const CreateArtist = graphql(`mutation SeedArtist($input: CreateArtistInput!) { createArtist(input: $input) { artist { id handle name } userErrors { code } } }`);
const CreateRelease = graphql(`mutation SeedRelease($input: CreateReleaseInput!) { createRelease(input: $input) { release { id slug title } userErrors { code } } }`);

async function seedArtist(owner: Asker): Promise<SeededArtist> {
  const handle = unique();
  const { createArtist } = await owner.run(CreateArtist, { input: { handle, name: `Artist ${handle.slice(1, 6)}` } });
  if (!createArtist.artist) throw new Error(`the world has no artist: ${createArtist.userErrors[0]?.code}`);
  return createArtist.artist;
}

async function seedRelease(owner: Asker, artistId: string): Promise<SeededRelease> {
  const { createRelease } = await owner.run(CreateRelease, { input: { artistId, title: `Release ${unique()}` } });
  if (!createRelease.release) throw new Error(`the world has no release: ${createRelease.userErrors[0]?.code}`);
  return createRelease.release;
}
