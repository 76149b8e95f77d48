import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';
import { BioPageEditor_bioPage, readBioPage, type BioPagePayload, type EditedBioPage } from './bio-page-query.js';

const Publish = graphql(
  `
    mutation PublishBioPage($input: PublishBioPageInput!) {
      publishBioPage(input: $input) {
        bioPage {
          ...BioPageEditor_bioPage
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [BioPageEditor_bioPage],
);

const Unpublish = graphql(
  `
    mutation UnpublishBioPage($input: UnpublishBioPageInput!) {
      unpublishBioPage(input: $input) {
        bioPage {
          ...BioPageEditor_bioPage
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [BioPageEditor_bioPage],
);

function pageOf(payload: BioPagePayload): EditedBioPage {
  const { bioPage } = accepted(payload);
  if (bioPage === null) throw new Error('The API answered without the bio page.');
  return readBioPage(bioPage);
}

export const publishBioPage = async (artistId: string) => pageOf((await execute(Publish, { input: { artistId } })).publishBioPage);
export const unpublishBioPage = async (artistId: string) => pageOf((await execute(Unpublish, { input: { artistId } })).unpublishBioPage);
