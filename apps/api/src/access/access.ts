import { viewerMay, type Permission, type Viewer, type WorkspacePermission, type WorkspaceViewer } from '@lynkify/domain';
import { forbidden, unauthenticated } from '../request-error.js';

/**
 * The one place that decides who may do what. Denies what nobody allowed.
 * @throws RequestError UNAUTHENTICATED for who is nobody, FORBIDDEN for who may not
 */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (viewerMay(viewer, permission)) return;
  if (viewer.kind === 'anonymous') throw unauthenticated();
  if (viewer.kind === 'api-key') throw forbidden(`This API key does not carry the scope ${permission}.`);
  if (viewer.kind === 'user') throw forbidden('Choose a workspace first: you are not inside one.');
  if (viewer.kind === 'member') throw forbidden(`Your role (${viewer.role}) does not allow this. Ask an owner or admin of the workspace.`);
  throw forbidden('This is not for you.');
}

/**
 * The viewer, known to stand in a workspace and to hold this permission there. The first line of every service method.
 * @throws RequestError
 */
export function requireInWorkspace(viewer: Viewer, permission: WorkspacePermission): WorkspaceViewer {
  requirePermission(viewer, permission);
  if (viewer.kind !== 'member' && viewer.kind !== 'api-key') throw unauthenticated();
  return viewer;
}
