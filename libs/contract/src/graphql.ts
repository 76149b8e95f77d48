import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/** What the API's own scalars are in JSON: moments as ISO 8601 UTC, days as `YYYY-MM-DD`, and JSON of any shape. */
interface Scalars {
  DateTime: string;
  Date: string;
  JSON: unknown;
}

/**
 * Makes a typed document out of GraphQL text. Written beside the component that uses it; the fragments that it spreads
 * are handed over as the second argument.
 */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';
