import { PageHeader } from '../../components/page-header.js';

export function BioPageScreen() {
  return <PageHeader title="Bio page" />;
}
