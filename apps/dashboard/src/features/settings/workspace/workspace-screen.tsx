import { PageHeader } from '../../../components/page-header.js';

export function WorkspaceScreen() {
  return <PageHeader title="Workspace" />;
}
