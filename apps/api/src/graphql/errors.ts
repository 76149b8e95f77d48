import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { Log } from '../log.js';
import { RequestError, isDatabaseAway, toRequestError } from '../request-error.js';
import { currentRequestId } from '../request-id.js';

/** What the caller may see of a failure: written for them, or masked with the id under which we can find it. */
export function maskError(formatted: GraphQLFormattedError, thrown: unknown, log: Log): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const requestId = currentRequestId();
  if (error instanceof RequestError || isDatabaseAway(error) || !isOfTheCaller(formatted, error)) {
    const shown = toRequestError(error);
    if (shown.status >= 500) log.error({ err: error, requestId, path: formatted.path?.join('.') }, 'a GraphQL field failed');
    return { message: shown.message, path: formatted.path, extensions: { code: shown.code, requestId, ...shown.details } };
  }
  return { message: formatted.message, locations: formatted.locations, path: formatted.path, extensions: { code: isAboutVariables(thrown) ? 'BAD_USER_INPUT' : codeOf(formatted), requestId } };
}

const callersCodes = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED'];

/** Syntax, validation and coercion errors are the caller's to read; anything thrown from our code is not. */
function isOfTheCaller(formatted: GraphQLFormattedError, error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  return callersCodes.includes(codeOf(formatted) ?? '') || isAboutVariables(error);
}

/** graphql-js itself stopped before any field ran: there were more wrong variables than it lists. */
function isAboutVariables(error: unknown): boolean {
  return error instanceof GraphQLError && error.path === undefined && error.originalError === undefined && error.message.startsWith('Too many errors processing variables');
}

function codeOf({ extensions }: GraphQLFormattedError): string | undefined {
  return typeof extensions?.code === 'string' ? extensions.code : undefined;
}
