import { viewerMay, type Permission, type Viewer, type UserViewer, type MemberViewer, type WorkspacePermission, type WorkspaceViewer } from '@lynkify/domain';
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

/**
 * The viewer, known to be a signed-in user, in a workspace or not.
 * @throws RequestError
 */
export function requireUser(viewer: Viewer): UserViewer | MemberViewer {
  requirePermission(viewer, 'user');
  if (viewer.kind !== 'user' && viewer.kind !== 'member') throw unauthenticated();
  return viewer;
}

/**
 * The viewer, known to be a member with this permission; never a key.
 * @throws RequestError
 */
export function requireMember(viewer: Viewer, permission: WorkspacePermission): MemberViewer {
  requirePermission(viewer, permission);
  if (viewer.kind !== 'member') throw forbidden('Only a signed-in member can do this, not an API key.');
  return viewer;
}

/**
 * The viewer, known to stand in a workspace, whatever they may do there.
 * @throws RequestError
 */
export function requireWorkspace(viewer: Viewer): WorkspaceViewer {
  if (viewer.kind === 'member' || viewer.kind === 'api-key') return viewer;
  if (viewer.kind === 'user') throw forbidden('Choose a workspace first: you are not inside one.');
  throw unauthenticated();
}
