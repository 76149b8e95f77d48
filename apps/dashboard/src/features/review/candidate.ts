import { graphql, type ResultOf } from '@lynkify/contract';

/** A link that may be a release's, as it is shown to whoever decides. */
export const Candidate_candidate = graphql(`
  fragment Candidate_candidate on MatchCandidate {
    id
    platform
    platformName
    url
    entity
    score
    country
    service
    reasons
    title
    artist
    releaseDate
    conflictsWith
  }
`);

export type Candidate = ResultOf<typeof Candidate_candidate>;
