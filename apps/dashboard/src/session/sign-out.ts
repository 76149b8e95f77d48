import { graphql } from '@lynkify/contract';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { execute } from '../api.js';
import { failureOf } from '../forms/failure.js';
import { rememberWorkspace } from './current-workspace.js';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

/** Ends the session and loads the dashboard anew, so that nothing is left in memory for the next person. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => execute(SignOut),
    onSuccess: () => {
      rememberWorkspace(null);
      window.location.assign('/sign-in');
    },
    onError: (error) => notifications.show({ title: 'You are still signed in', message: failureOf(error), color: 'red' }),
  });
}
