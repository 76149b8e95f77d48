import { GraphQLRequestError } from '@lynkify/contract';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

const worthAnotherTry: ReadonlySet<string> = new Set(['OFFLINE', 'SERVICE_UNAVAILABLE', 'UNREADABLE_ANSWER']);

/** The store of all server state. `onSessionEnded` is told when the API no longer knows the session. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const notice = (error: Error) => {
    if (error instanceof GraphQLRequestError && error.code === 'UNAUTHENTICATED') onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Only what may be over in a moment is asked again by itself; a refusal stays a refusal.
        retry: (failures, error) => failures < 2 && error instanceof GraphQLRequestError && worthAnotherTry.has(error.code),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
