import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from './metrics.js';

/** Counts every GraphQL operation by its outcome, also what is refused before it begins. */
export function countOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ operation, response: { body } }) => {
        const error = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
        metrics.countOperation(operation?.operation ?? 'none', error ? String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR') : 'OK');
      },
    }),
  };
}
