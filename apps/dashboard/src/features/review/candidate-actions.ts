import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';
import { readRelease, ReleaseEditor_release } from '../release-editor/release-query.js';
import { Candidate_candidate, type Candidate } from './candidate.js';

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
  const { release } = accepted((await execute(DecideMatch, { input })).decideMatch);
  if (release === null) throw new Error('The API answered without the release.');
  return readRelease(release);
}

export const readCandidates = (candidates: readonly FragmentOf<typeof Candidate_candidate>[]): readonly Candidate[] => readFragment(Candidate_candidate, candidates);
