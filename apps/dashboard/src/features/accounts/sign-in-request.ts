import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { Session_me } from '../../session/session.js';

const SignInMutation = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        me {
          ...Session_me
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Session_me],
);

/** Signs in with an address and its password; the session comes back in a cookie that no script can read. */
export async function signIn(input: { email: string; password: string }) {
  return (await execute(SignInMutation, { input })).signIn;
}
