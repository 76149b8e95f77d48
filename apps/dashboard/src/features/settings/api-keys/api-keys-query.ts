import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ApiKeyList_apiKey } from './api-key-list.js';

const ApiKeysQuery = graphql(
  `
    query ApiKeys {
      workspace {
        apiKeys {
          ...ApiKeyList_apiKey
        }
      }
    }
  `,
  [ApiKeyList_apiKey],
);

/** The keys of the workspace, without what is secret about them. */
export const apiKeys = () =>
  queryOptions({
    queryKey: ['workspace', 'api-keys'],
    queryFn: async ({ signal }) => (await execute(ApiKeysQuery, {}, signal)).workspace.apiKeys,
  });
