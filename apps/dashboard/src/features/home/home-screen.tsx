import { PageHeader } from '../../components/page-header.js';

export function HomeScreen() {
  return <PageHeader title="Home" />;
}
