import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';
import type { ArchiveChoice } from '../releases/archive-dialog.js';
import { releaseOf } from './release-answer.js';
import { ReleaseEditor_release } from './release-query.js';

const ChangeAddress = graphql(
  `
    mutation ChangeAddress($input: ChangeReleaseSlugInput!) {
      changeReleaseSlug(input: $input) {
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
const Publish = graphql(
  `
    mutation PublishRelease($input: PublishReleaseInput!) {
      publishRelease(input: $input) {
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
const Unpublish = graphql(
  `
    mutation UnpublishRelease($input: UnpublishReleaseInput!) {
      unpublishRelease(input: $input) {
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
const Archive = graphql(
  `
    mutation ArchiveRelease($input: ArchiveReleaseInput!) {
      archiveRelease(input: $input) {
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
const Restore = graphql(
  `
    mutation RestoreRelease($input: RestoreReleaseInput!) {
      restoreRelease(input: $input) {
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
const SetPassword = graphql(
  `
    mutation SetPassword($input: SetReleasePasswordInput!) {
      setReleasePassword(input: $input) {
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
const Delete = graphql(`
  mutation DeleteRelease($input: DeleteReleaseInput!) {
    deleteRelease(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Where a release is, and whether fans see it. Each answers with the release as it is now, but the one after which there is none. */
export function publishingActions(releaseId: string) {
  return {
    changeAddress: async (slug: string) => releaseOf((await execute(ChangeAddress, { input: { releaseId, slug } })).changeReleaseSlug),
    publish: async () => releaseOf((await execute(Publish, { input: { releaseId } })).publishRelease),
    unpublish: async () => releaseOf((await execute(Unpublish, { input: { releaseId } })).unpublishRelease),
    archive: async (choice: ArchiveChoice) => releaseOf((await execute(Archive, { input: { releaseId, ...choice } })).archiveRelease),
    /** Null takes it off. */
    setPassword: async (password: string | null) => releaseOf((await execute(SetPassword, { input: { releaseId, password } })).setReleasePassword),
    restore: async () => releaseOf((await execute(Restore, { input: { releaseId } })).restoreRelease),
    delete: async () => accepted((await execute(Delete, { input: { releaseId } })).deleteRelease),
  };
}
