import { PageHeader } from '../../components/page-header.js';

export function ReleasesScreen() {
  return <PageHeader title="Releases" />;
}
