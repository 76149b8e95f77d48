import { PageHeader } from '../../components/page-header.js';

export function NumbersScreen() {
  return <PageHeader title="Numbers" />;
}
