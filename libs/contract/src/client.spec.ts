import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient, graphql, GraphQLRequestError } from './index.js';

const MeQuery = graphql(`query Me { me { user { id name } } }`);
const ArtistQuery = graphql(`query Artist($id: ID!) { artist(id: $id) { id name } }`);

interface Seen {
  headers: IncomingHttpHeaders;
  body: { query: string; variables: Record<string, unknown> };
}

const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => new Promise((closed) => {
    server.closeAllConnections();
    server.close(closed);
  })));
});

/** An HTTP server that notes what it was sent and answers what the test says. */
async function answering(answer: (response: ServerResponse) => void): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: JSON.parse(text) as Seen['body'] });
      answer(response);
    });
  });
  running.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function refusal(promise: Promise<unknown>): Promise<GraphQLRequestError> {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof GraphQLRequestError)) throw new Error(`Expected a GraphQLRequestError, got ${String(error)}`);
  return error;
}

describe('the client', () => {
  it('answers with the data of a document and its variables', async () => {
    const { url, seen } = await answering(json(200, { data: { artist: { id: '1', name: 'Sault' } } }));

    const { artist } = await createClient({ url })(ArtistQuery, { id: '1' });

    expect(artist).toEqual({ id: '1', name: 'Sault' });
    expect(seen[0]?.body.variables).toEqual({ id: '1' });
    expect(seen[0]?.body.query).toContain('query Artist($id: ID!)');
  });

  it('sends what the protection against forged requests asks for, and the headers of the moment', async () => {
    const { url, seen } = await answering(json(200, { data: { me: null } }));
    let workspace = 'first';
    const execute = createClient({ url, headers: () => ({ 'lynkify-workspace': workspace, authorization: 'Bearer key' }) });

    await execute(MeQuery);
    workspace = 'second';
    await execute(MeQuery);

    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'apollo-require-preflight': '1', 'lynkify-workspace': 'first', authorization: 'Bearer key' });
    expect(seen[1]?.headers['lynkify-workspace']).toBe('second');
  });

  it('throws the code, the fields and the request id of an error', async () => {
    const extensions = { code: 'BAD_USER_INPUT', requestId: 'abcdefgh', fields: { 'input.email': 'Enter your email address.' } };
    const { url } = await answering(json(200, { errors: [{ message: 'Check your input.', extensions }], data: null }));

    const error = await refusal(createClient({ url })(MeQuery));

    expect(error).toMatchObject({ message: 'Check your input.', code: 'BAD_USER_INPUT', requestId: 'abcdefgh', fields: extensions.fields });
  });

  it('says after how many seconds to ask again', async () => {
    const { url } = await answering(json(429, { message: 'no GraphQL' }, { 'retry-after': '30', 'x-request-id': 'r-12345678' }));

    expect(await refusal(createClient({ url })(MeQuery))).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: 30, requestId: 'r-12345678' });
  });

  it('calls a gateway\'s page an unavailable service', async () => {
    const { url } = await answering((response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'));

    expect(await refusal(createClient({ url })(MeQuery))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('calls a page in place of an answer unreadable', async () => {
    const { url } = await answering((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'));

    expect(await refusal(createClient({ url })(MeQuery))).toMatchObject({ code: 'UNREADABLE_ANSWER' });
  });

  it('calls it offline when nothing answers', async () => {
    const { url } = await answering((response) => response.destroy());

    expect(await refusal(createClient({ url })(MeQuery))).toMatchObject({ code: 'OFFLINE' });
  });

  it('hands an abort on as the abort that it is', async () => {
    const giveUp = new AbortController();
    const { url } = await answering(() => giveUp.abort());

    await expect(createClient({ url })(MeQuery, {}, giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
