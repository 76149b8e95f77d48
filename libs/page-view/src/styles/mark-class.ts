/** The class of a platform's mark. A document's platform id is data: nothing of it may end a selector or the style element. */
export function markClass(platform: string): string {
  return `p-${platform.replace(/[^A-Za-z0-9_-]/gu, '')}`;
}
