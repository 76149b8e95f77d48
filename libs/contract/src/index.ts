export { graphql, readFragment, type FragmentOf, type ResultOf, type TadaDocumentNode, type VariablesOf } from './graphql.js';
export { createClient, type ClientOptions, type Execute } from './client.js';
export { GraphQLRequestError, type GraphQLErrorBody, type GraphQLErrorCode } from './errors.js';
