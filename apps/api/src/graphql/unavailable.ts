import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Says 503 whenever the database was away for any part of an answer. A field that may be null would otherwise answer
 * 200, and whatever stands between (a proxy, a monitor) would take that for well.
 */
export const unavailable: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        const { body, http } = response;
        if (body.kind === 'single' && body.singleResult.errors?.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) {
          http.status = 503;
          http.headers.set('retry-after', '5');
        }
        return Promise.resolve();
      },
    }),
};
