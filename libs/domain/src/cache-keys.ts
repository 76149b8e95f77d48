/**
 * The keys that a shared cache holds a page under, so that it can be told to let go of it: the page's own, its artist's,
 * its workspace's. Short, without spaces or commas, and made of nothing that is secret.
 * @param page `artistId` and `workspaceId` are null where there is no page
 */
export function cacheKeys({ path, artistId, workspaceId }: { path: string; artistId: string | null; workspaceId: string | null }): string[] {
  return [pageKey(path), ...(artistId === null ? [] : [`a:${artistId}`]), ...(workspaceId === null ? [] : [`w:${workspaceId}`])];
}

/** The page's own key, by its path. */
export function pageKey(path: string): string {
  return `p:${path}`;
}
