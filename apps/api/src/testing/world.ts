import { randomBytes } from 'node:crypto';
import { createClient, type Execute } from '@lynkify/contract';
import { defaultTheme, handleSkeleton, type Role, type Scope } from '@lynkify/domain';
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
  releases: <N extends number>(count: N) => Promise<SeededRelease[]>;
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
  const theArtist = () => (artist ??= seedArtist(database, workspaceId));
  return {
    workspaceId,
    owner: inside(owner),
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
      return database.inWorkspace({ workspaceId }, (tx) => Promise.all(Array.from({ length: count }, () => seedRelease(tx, workspaceId, id))));
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

async function seedArtist(database: Database, workspaceId: string): Promise<SeededArtist> {
  const handle = unique();
  const name = `Artist ${handle.slice(1, 6)}`;
  return database.inWorkspace({ workspaceId }, async (tx) => {
    const [row]: { id: string }[] = await tx.query('insert into artists (workspace_id, handle, name) values ($1, $2, $3) returning id', [workspaceId, handle, name]);
    if (!row) throw new Error('the world has no artist');
    await tx.query('insert into handles (handle, workspace_id, artist_id) values ($1, $2, $3)', [handle, workspaceId, row.id]);
    await tx.query('insert into handle_skeletons (skeleton, workspace_id, artist_id) values ($1, $2, $3)', [handleSkeleton(handle), workspaceId, row.id]);
    await tx.query('insert into bio_pages (workspace_id, artist_id, theme) values ($1, $2, $3)', [workspaceId, row.id, defaultTheme]);
    return { id: row.id, handle, name };
  });
}

async function seedRelease(tx: { query: (sql: string, parameters: unknown[]) => Promise<{ id: string }[]> }, workspaceId: string, artistId: string): Promise<SeededRelease> {
  const slug = unique();
  const title = `Release ${slug.slice(1, 6)}`;
  const [row] = await tx.query(`insert into releases (workspace_id, artist_id, slug, title, type, theme) values ($1, $2, $3, $4, 'single', $5) returning id`, [workspaceId, artistId, slug, title, defaultTheme]);
  if (!row) throw new Error('the world has no release');
  return { id: row.id, slug, title };
}
