import { request, type APIRequestContext } from 'playwright-core';
import { until } from '@lynkify/testing';
import { password } from './artist-work.js';
import { artwork } from './artwork.js';
import type { Product } from './environment.js';
import { askAs, dataOf } from './graphql.js';
import { linkIn, mailTo } from './mails.js';
import { desktop, phone, unique } from './people.js';

/** An artist with an account, past the screens. */
export interface Artist {
  handle: string;
  id: string;
  /** With the session's cookie. */
  session: APIRequestContext;
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  upload(name: string): Promise<string>;
  /** Uploads a picture. @returns its id */
  keep(file: UploadedFile): Promise<string>;
  leave(): Promise<void>;
}

interface UploadedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

interface UserErrors {
  userErrors: { message: string }[];
}

/** Signs up, confirms, and makes a workspace and an artist. */
export async function seedArtist(product: Product, name: string): Promise<Artist> {
  const session = await request.newContext({ userAgent: desktop.userAgent });
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}) => dataOf(await askAs<Data>(product, session, query, variables));
  const email = `${unique('artist')}@example.com`;
  const { signUp } = await ask<{ signUp: { accepted: boolean } & UserErrors }>('mutation Up($input: SignUpInput!) { signUp(input: $input) { accepted userErrors { message } } }', { input: { email, password, name: 'A Musician' } });
  if (!signUp.accepted) throw new Error(`Nobody was signed up: ${signUp.userErrors.map(({ message }) => message).join('; ')}`);
  const token = new URL(linkIn(await mailTo(product, email, /Confirm your email/u), '/confirm-email')).searchParams.get('token');
  await ask('mutation In($input: ConfirmEmailInput!) { confirmEmail(input: $input) { me { user { id } } } }', { input: { token } });
  await ask('mutation Workspace($input: CreateWorkspaceInput!) { createWorkspace(input: $input) { workspace { id } } }', { input: { name, kind: 'ARTIST', timeZone: 'Europe/Berlin' } });
  const handle = unique('artist');
  const { createArtist } = await ask<{ createArtist: { artist: { id: string } } }>('mutation Artist($input: CreateArtistInput!) { createArtist(input: $input) { artist { id } } }', { input: { name, handle } });
  const keep = async (file: UploadedFile) => {
    const answer = await session.post(`${product.apiUrl}/v1/media`, { headers: { origin: product.apiUrl }, multipart: { file } });
    if (answer.status() !== 201) throw new Error(`The picture was not taken (${answer.status()}): ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  };
  return {
    handle,
    id: createArtist.artist.id,
    session,
    ask,
    upload: async (name) => keep(await artwork(name)),
    keep,
    leave: () => session.dispose(),
  };
}

/** A release from its links, with artwork where it is wanted, published. @returns its id and public address */
export async function publishRelease(artist: Artist, { links, title, ...rest }: { title: string; links: readonly string[]; releaseDate?: string; type?: string }): Promise<{ id: string; address: string; statuses: string[] }> {
  const { createRelease } = await artist.ask<{ createRelease: { release: { id: string } | null; links: { status: string }[] } & UserErrors }>(
    'mutation Create($input: CreateReleaseInput!) { createRelease(input: $input) { release { id } links { status } userErrors { message } } }',
    { input: { artistId: artist.id, title, links: links.join('\n'), ...rest } },
  );
  const id = createRelease.release?.id ?? '';
  const { publishRelease: published } = await artist.ask<{ publishRelease: { release: { publicUrl: string } | null } & UserErrors }>(
    'mutation Publish($input: PublishReleaseInput!) { publishRelease(input: $input) { release { publicUrl } userErrors { message } } }',
    { input: { releaseId: id } },
  );
  if (!published.release) throw new Error(`“${title}” was not published: ${[...createRelease.userErrors, ...published.userErrors].map(({ message }) => message).join('; ')}`);
  const address = published.release.publicUrl;
  await until(async () => (await fetch(address, { headers: { 'user-agent': 'curl' } })).status === 200, 10_000);
  return { id, address, statuses: createRelease.links.map(({ status }) => status) };
}

/** The fields of the form on a page as it is served to a browser. */
export async function formOf(address: string): Promise<URLSearchParams> {
  const html = await (await fetch(address, { headers: { 'user-agent': desktop.userAgent } })).text();
  const stamp = /name="t" value="([^"]+)"/u.exec(html)?.[1];
  if (stamp === undefined) throw new Error(`The page at ${address} has no form.`);
  return new URLSearchParams({ consent: 'yes', website: '', t: stamp });
}

/** Posts a form that was fetched a while ago on another device. @returns the status of the answer */
export async function postForm(address: string, form: URLSearchParams, email: string): Promise<number> {
  const fields = new URLSearchParams(form);
  fields.set('email', email);
  const answer = await fetch(`${address}/join`, { method: 'POST', body: fields, redirect: 'manual', headers: { 'user-agent': phone.userAgent, origin: new URL(address).origin } });
  await answer.body?.cancel();
  return answer.status;
}
