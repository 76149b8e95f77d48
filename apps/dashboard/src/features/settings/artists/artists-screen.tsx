import { PageHeader } from '../../../components/page-header.js';

export function ArtistsScreen() {
  return <PageHeader title="Artists" />;
}
