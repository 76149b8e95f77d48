/** The role of a member in a workspace, from the most to the least powerful. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof roles)[number];

/**
 * The scopes that an API key can carry, `resource:read|write`. A scope is also the permission that a field or a
 * mutation asks for, so a key can do exactly what its scopes say.
 */
export const scopes = [
  'artists:read',
  'artists:write',
  'releases:read',
  'releases:write',
  'pages:publish',
  'media:write',
  'fans:read',
  'fans:write',
  'fans:export',
  'numbers:read',
] as const;
export type Scope = (typeof scopes)[number];

/** What only a member's session may do, never a key: run the workspace itself. */
export const memberPermissions = ['workspace:read', 'workspace:write', 'members:read', 'members:write', 'members:own', 'keys:read', 'keys:write'] as const;

/** Everything that can be asked of a viewer inside a workspace. */
export type WorkspacePermission = Scope | (typeof memberPermissions)[number];

/**
 * Everything that a field, mutation or route can declare. `public` asks for nothing, `user` for a signed-in user
 * (no workspace needed), `renderer` for the public renderer's own key, `any-viewer` for anyone with an identity.
 */
export type Permission = WorkspacePermission | 'public' | 'user' | 'renderer' | 'any-viewer';

const viewerMay: readonly WorkspacePermission[] = ['artists:read', 'releases:read', 'fans:read', 'numbers:read', 'workspace:read', 'members:read'];
const editorMay: readonly WorkspacePermission[] = [...viewerMay, 'artists:write', 'releases:write', 'pages:publish', 'media:write', 'fans:write'];
const adminMay: readonly WorkspacePermission[] = [...editorMay, 'fans:export', 'workspace:write', 'members:write', 'keys:read', 'keys:write'];
const ownerMay: readonly WorkspacePermission[] = [...adminMay, 'members:own'];

const rolePermissions: Readonly<Record<Role, ReadonlySet<WorkspacePermission>>> = {
  owner: new Set(ownerMay),
  admin: new Set(adminMay),
  editor: new Set(editorMay),
  viewer: new Set(viewerMay),
};

/** Whether a member of this role may do this in the workspace. `members:own` is making and unmaking owners. */
export function roleMay(role: Role, permission: WorkspacePermission): boolean {
  return rolePermissions[role].has(permission);
}
