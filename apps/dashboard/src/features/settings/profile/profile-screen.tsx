import { PageHeader } from '../../../components/page-header.js';

export function ProfileScreen() {
  return <PageHeader title="Your profile" />;
}
