import { PageHeader } from '../../../components/page-header.js';

export function SessionsScreen() {
  return <PageHeader title="Sessions" />;
}
