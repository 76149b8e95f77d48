import { roleMay, type Role, type WorkspacePermission } from '@lynkify/domain';
import { useCurrentArtist } from './current-artist.js';

/** Whether the signed-in member may do this here. The API decides; this only hides what it would refuse. */
export function useMay(permission: WorkspacePermission): boolean {
  const { role } = useCurrentArtist().workspace;
  return role !== null && roleMay(role.toLowerCase() as Role, permission);
}
