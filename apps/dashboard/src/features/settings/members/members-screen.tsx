import { PageHeader } from '../../../components/page-header.js';

export function MembersScreen() {
  return <PageHeader title="Members" />;
}
