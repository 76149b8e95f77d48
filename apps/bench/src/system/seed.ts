import type { TestMailbox } from '@lynkify/testing';
import { releases } from './releases.js';

export interface SeededPage {
  /** `/{handle}/{slug}` */
  path: string;
  /** The first destination's redirect. */
  goPath: string;
}

export interface SeedOptions {
  apiUrl: string;
  mailbox: TestMailbox;
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string }[];
}

interface UserErrors {
  userErrors: { message: string }[];
}

/** Pages that are published one by one; what goes beyond is copied from them inside the database. */
const mostPublished = 100;

/** A member with a workspace and an artist, made through the API as a person makes them. */
export class SeededWorkspace {
  private published = 0;
  /** Copies made inside the database. */
  private copied = 0;

  private constructor(
    private readonly options: SeedOptions,
    readonly cookie: string,
    readonly workspaceId: string,
    readonly artistId: string,
    readonly handle: string,
  ) {}

  static async make(options: SeedOptions): Promise<SeededWorkspace> {
    const email = 'member@example.com';
    const { apiUrl } = options;
    await ask(apiUrl, '', 'mutation ($input: SignUpInput!) { signUp(input: $input) { accepted } }', { input: { email, password: 'a sleeve full of songs', name: 'A Member' } });
    const link = (await options.mailbox.take(email, 30_000)).links.find((address) => address.includes('/confirm-email'));
    const token = new URL(link ?? '').searchParams.get('token');
    const { cookie } = await askFor<unknown>(apiUrl, '', 'mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { me { user { id } } } }', { input: { token } });
    const { createWorkspace } = await ask<{ createWorkspace: { workspace: { id: string } } }>(apiUrl, cookie, 'mutation ($input: CreateWorkspaceInput!) { createWorkspace(input: $input) { workspace { id } } }', { input: { name: 'A Workspace', kind: 'ARTIST', timeZone: 'UTC' } });
    const handle = `artist-${Date.now().toString(36)}`;
    const { createArtist } = await ask<{ createArtist: { artist: { id: string } } }>(apiUrl, cookie, 'mutation ($input: CreateArtistInput!) { createArtist(input: $input) { artist { id } } }', { input: { name: 'An Artist', handle } });
    return new SeededWorkspace(options, cookie, createWorkspace.workspace.id, createArtist.artist.id, handle);
  }

  /** Asks the API's GraphQL as the member. @throws for any error of the request */
  ask<Data>(text: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return ask<Data>(this.options.apiUrl, this.cookie, text, variables);
  }

  async publishPages(count: number): Promise<SeededPage[]> {
    const pages: SeededPage[] = [];
    for (let made = 0; made < Math.min(count, mostPublished); made += 1) pages.push(await this.publishOne());
    const beyond = count - pages.length;
    if (beyond > 0) pages.push(...(await this.copyPages(pages[0] ?? (await this.publishOne()), beyond)));
    return pages;
  }

  private async publishOne(): Promise<SeededPage> {
    const { title, links } = releases[this.published % releases.length] ?? releases[0];
    this.published += 1;
    const { createRelease } = await this.ask<{ createRelease: { release: { id: string; slug: string } | null } & UserErrors }>(
      'mutation ($input: CreateReleaseInput!) { createRelease(input: $input) { release { id slug } userErrors { message } } }',
      { input: { artistId: this.artistId, title, links: links.join('\n') } },
    );
    if (!createRelease.release) throw new Error(`“${title}” was not made: ${createRelease.userErrors.map(({ message }) => message).join('; ')}`);
    const { id, slug } = createRelease.release;
    const { publishRelease } = await this.ask<{ publishRelease: { release: { id: string } | null } & UserErrors }>('mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { release { id } userErrors { message } } }', { input: { releaseId: id } });
    if (!publishRelease.release) throw new Error(`“${title}” was not published: ${publishRelease.userErrors.map(({ message }) => message).join('; ')}`);
    return this.addresses(slug);
  }

  /** The same compiled document at many addresses, each with a release id and a title of its own. Tells the renderers once. */
  private async copyPages(model: SeededPage, count: number): Promise<SeededPage[]> {
    const from = this.copied;
    this.copied += count;
    await this.options.sql(
      `with copy as (
         select n, uuidv7() as id, p.* from generate_series($2::int + 1, $2::int + $3::int) n, published_pages p where p.host = '' and p.path = $1
       ), made as (
         insert into published_pages (host, path, workspace_id, artist_id, release_id, kind, document)
         select '', '/' || $4::text || '/copy-' || n, workspace_id, artist_id, id, kind,
           document || jsonb_build_object('release', document->'release' || jsonb_build_object('id', id, 'slug', 'copy-' || n, 'title', (document #>> '{release,title}') || ' ' || n))
         from copy returning path, version
       )
       select count(pg_notify('published_pages', json_build_object('host', '', 'path', path, 'version', version::text)::text)) from made where path = '/' || $4::text || '/copy-' || ($2::int + $3::int)`,
      [model.path, from, count, this.handle],
    );
    return Array.from({ length: count }, (_, index) => this.addresses(`copy-${from + index + 1}`, model));
  }

  private addresses(slug: string, model?: SeededPage): SeededPage {
    const path = `/${this.handle}/${slug}`;
    return { path, goPath: `${path}/go/${model ? model.goPath.split('/').at(-1) ?? '' : 'spotify'}` };
  }
}

async function ask<Data>(apiUrl: string, cookie: string, text: string, variables: Record<string, unknown>): Promise<Data> {
  return (await askFor<Data>(apiUrl, cookie, text, variables)).data;
}

async function askFor<Data>(apiUrl: string, cookie: string, query: string, variables: Record<string, unknown>): Promise<{ data: Data; cookie: string }> {
  const answer = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: apiUrl, 'apollo-require-preflight': '1', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const { data, errors = [] } = (await answer.json()) as Answer<Data>;
  if (errors.length > 0 || data === undefined || data === null) throw new Error(`The API refused: ${errors.map(({ message }) => message).join('; ')}`);
  return { data, cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ') };
}
