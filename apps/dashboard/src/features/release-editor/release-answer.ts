import type { FragmentOf } from '@lynkify/contract';
import { accepted, type UserError } from '../../forms/failure.js';
import { readRelease, type EditedRelease, type ReleaseEditor_release } from './release-query.js';

interface Payload {
  release: FragmentOf<typeof ReleaseEditor_release> | null;
  userErrors: readonly UserError[];
}

/** The release as it is after a change. Throws refusals; a payload without either would be a fault of the API. */
export function releaseOf(payload: Payload): EditedRelease {
  const { release } = accepted(payload);
  if (release === null) throw new Error('The API answered without the release.');
  return readRelease(release);
}
