import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';

const StartRelease = graphql(`
  mutation StartRelease($input: StartReleaseInput!) {
    startRelease(input: $input) {
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

interface Beginning {
  artistId: string;
  /** Links, a UPC or an ISRC. */
  from: string;
  title?: string;
}

/** Begins a release from its links or its code; the rest is looked up. @returns its id */
export async function startRelease(input: Beginning): Promise<string> {
  const { release } = accepted((await execute(StartRelease, { input })).startRelease);
  if (release === null) throw new Error('The API answered without the release.');
  return release.id;
}
