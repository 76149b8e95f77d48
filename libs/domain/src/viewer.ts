import { roleMay, type Permission, type Role, type Scope, type WorkspacePermission } from './permissions.js';

/** Nobody we know: a visitor without a session or key. */
export interface AnonymousViewer {
  kind: 'anonymous';
}

/** A signed-in user who has not chosen a workspace, or has none yet. */
export interface UserViewer {
  kind: 'user';
  userId: string;
  sessionId: string;
}

/** A signed-in user inside a workspace of theirs. */
export interface MemberViewer {
  kind: 'member';
  userId: string;
  sessionId: string;
  workspaceId: string;
  role: Role;
}

/** A third-party tool or a label's script with an API key of one workspace. */
export interface ApiKeyViewer {
  kind: 'api-key';
  keyId: string;
  workspaceId: string;
  scopes: readonly Scope[];
}

/** The public renderer, with the instance's own key. */
export interface RendererViewer {
  kind: 'renderer';
}

/** Whoever is asking. */
export type Viewer = AnonymousViewer | UserViewer | MemberViewer | ApiKeyViewer | RendererViewer;

/** A viewer who stands inside a workspace. */
export type WorkspaceViewer = MemberViewer | ApiKeyViewer;

/** Whether this viewer holds this permission. Denies whatever it does not know. */
export function viewerMay(viewer: Viewer, permission: Permission): boolean {
  switch (permission) {
    case 'public':
      return true;
    case 'user':
      return viewer.kind === 'user' || viewer.kind === 'member';
    case 'any-viewer':
      return viewer.kind !== 'anonymous';
    case 'renderer':
      return viewer.kind === 'renderer';
    default:
      return workspaceViewerMay(viewer, permission);
  }
}

function workspaceViewerMay(viewer: Viewer, permission: WorkspacePermission): boolean {
  if (viewer.kind === 'member') return roleMay(viewer.role, permission);
  if (viewer.kind === 'api-key') return (viewer.scopes as readonly string[]).includes(permission);
  return false;
}
