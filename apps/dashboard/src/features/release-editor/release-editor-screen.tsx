import { PageHeader } from '../../components/page-header.js';

export function ReleaseEditorScreen() {
  return <PageHeader title="Release" />;
}
