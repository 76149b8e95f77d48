import { PageHeader } from '../../components/page-header.js';

export function FanScreen() {
  return <PageHeader title="Fan" />;
}
