import { PageHeader } from '../../components/page-header.js';

export function FansScreen() {
  return <PageHeader title="Fans" />;
}
