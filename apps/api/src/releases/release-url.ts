/** Public address of a release's smart link. */
export function releaseUrl(publicPagesUrl: string, handle: string, slug: string): string {
  return `${publicPagesUrl}/${handle}/${slug}`;
}
