import { graphql } from '@lynkify/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { CopyField } from '../../components/copy-field.js';
import { ButtonLink } from '../../components/links.js';

const ShareAddressQuery = graphql(`
  query ShareAddress($artistId: ID!) {
    artist(id: $artistId) {
      bioPage {
        status
        publicUrl
      }
    }
  }
`);

const shareAddress = (artistId: string) =>
  queryOptions({
    queryKey: ['bio-page', artistId, 'address'],
    queryFn: async ({ signal }) => (await execute(ShareAddressQuery, { artistId }, signal)).artist?.bioPage ?? null,
  });

/** What to do when nobody came: share the artist's page, or publish it first. */
export function ShareAddress({ artistId, artistName }: { artistId: string; artistName: string }) {
  const { data: page } = useQuery(shareAddress(artistId));
  if (!page) return null;
  if (page.status !== 'PUBLISHED') return <ButtonLink to="/bio-page">Publish the bio page</ButtonLink>;
  return <CopyField value={page.publicUrl} what={`the address of ${artistName}’s page`} />;
}
