import { PageHeader } from '../../../components/page-header.js';

export function ApiKeysScreen() {
  return <PageHeader title="API keys" />;
}
