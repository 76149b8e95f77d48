import { graphql } from '@lynkify/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';

const LookAgain = graphql(`
  mutation LookAgain($input: CheckDestinationInput!) {
    checkDestination(input: $input) {
      release {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const FollowMove = graphql(`
  mutation FollowMove($input: AcceptMovedDestinationInput!) {
    acceptMovedDestination(input: $input) {
      release {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The one thing to do about a link: look again where it is gone, take the new address where it moved. */
export function useMendLink(destinationId: string, isMoved: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const input = { destinationId };
      const { release } = isMoved ? accepted((await execute(FollowMove, { input })).acceptMovedDestination) : accepted((await execute(LookAgain, { input })).checkDestination);
      return release;
    },
    // The list, home and the release's editor say what was found.
    onSuccess: (release) => Promise.all([['releases'], ['home'], ['release', release?.id]].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
