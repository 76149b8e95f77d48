import type { APIRequestContext } from 'playwright-core';
import type { Product } from './environment.js';

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks with an API key and nothing else, as a script does. @throws for any error of the request */
export async function askWithKey<Data>({ apiUrl }: Product, key: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await fetch(`${apiUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query, variables }) });
  if (!answer.ok) throw new Error(`The API refused with ${answer.status}: ${await answer.text()}`);
  return dataOf((await answer.json()) as Answer<Data>);
}

/** Asks with the session of a browser, past its screens. */
export async function askAs<Data>({ apiUrl }: Product, request: APIRequestContext, query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer<Data>> {
  const answer = await request.post(`${apiUrl}/graphql`, { headers: { origin: apiUrl, 'apollo-require-preflight': '1', ...headers }, data: { query, variables } });
  return (await answer.json()) as Answer<Data>;
}

export function dataOf<Data>({ data, errors = [] }: Answer<Data>): Data {
  if (errors.length > 0 || data === undefined || data === null) throw new Error(`The API refused: ${errors.map(({ message, extensions }) => `${extensions?.code ?? ''} ${message}`).join('; ')}`);
  return data;
}
