import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { releaseOf } from '../release-editor/release-answer.js';
import { ReleaseEditor_release } from '../release-editor/release-query.js';
import type { Candidate } from './candidate.js';

const DecideMatch = graphql(
  `
    mutation DecideMatch($input: DecideMatchInput!) {
      decideMatch(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);

/** What a person says of a match. */
export type Decision = 'ACCEPT' | 'REJECT' | 'REOPEN';

/**
 * Decides a match. Accepting one whose platform has another link puts it in that link's place: the button says so.
 * @returns the release as it is then
 */
export async function decideMatch({ id, conflictsWith }: Pick<Candidate, 'id' | 'conflictsWith'>, decision: Decision) {
  const input = { candidateId: id, decision, ...(decision === 'ACCEPT' && conflictsWith !== null && { replace: true }) };
  return releaseOf((await execute(DecideMatch, { input })).decideMatch);
}
