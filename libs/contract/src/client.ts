import { print, type DocumentNode } from 'graphql';
import type { TadaDocumentNode } from 'gql.tada';
import { GraphQLRequestError, type GraphQLErrorBody } from './errors.js';

export interface ClientOptions {
  /** Where `/graphql` is: absolute, or relative to the page in a browser. */
  url: string;
  /** Headers of every request, asked anew each time: a workspace switched to, a bearer token. */
  headers?: () => Readonly<Record<string, string>>;
  /** Another `fetch`, for instance one with a time limit. */
  fetch?: typeof globalThis.fetch;
}

/** Sends one document and answers with its data. Throws `GraphQLRequestError` for whatever is not that. */
export type Execute = <Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  ...rest: Record<string, never> extends Variables ? [variables?: Variables, signal?: AbortSignal] : [variables: Variables, signal?: AbortSignal]
) => Promise<Result>;

interface GraphQLAnswer<Result> {
  data?: Result | null;
  errors?: readonly GraphQLErrorBody[];
}

// A document is printed once, however often it is sent.
const printed = new WeakMap<object, string>();

function textOf(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  printed.set(document, text);
  return text;
}

/** A typed client of the API, the same for a browser with a session, a script with a key, and the renderer. */
export function createClient({ url, headers, fetch: ownFetch }: ClientOptions): Execute {
  return async function execute<Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables?: Variables,
    signal?: AbortSignal,
  ): Promise<Result> {
    const response = await send(ownFetch ?? globalThis.fetch, url, {
      method: 'POST',
      credentials: 'same-origin',
      // The preflight header is what the API's protection against forged requests asks for.
      headers: { accept: 'application/json', 'content-type': 'application/json', 'apollo-require-preflight': '1', ...headers?.() },
      body: JSON.stringify({ query: textOf(document), variables: variables ?? {} }),
      signal: signal ?? null,
    });
    const answer = await read<Result>(response);
    const [error] = answer.errors ?? [];
    if (error) throw GraphQLRequestError.fromBody(error, response);
    if (answer.data == null) throw GraphQLRequestError.fromStatus(response);
    return answer.data;
  };
}

async function send(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    // Whoever gave up asking wants to hear that and not that the network is away.
    if (init.signal?.aborted) throw cause;
    throw GraphQLRequestError.offline(cause);
  }
}

async function read<Result>(response: Response): Promise<GraphQLAnswer<Result>> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body;
  } catch (cause) {
    throw GraphQLRequestError.fromStatus(response, cause);
  }
  throw GraphQLRequestError.fromStatus(response);
}
