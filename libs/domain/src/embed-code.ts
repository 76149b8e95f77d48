/** Heights that the card of a page is made for, in pixels: those of players. */
export const embedHeights = { low: 152, high: 352 } as const;

/**
 * What a site pastes to show the card of a page within its own. The card needs no script and may do nothing but open what is tapped.
 * @param page absolute address of the page, without a query
 */
export function embedCode(page: string, title: string, { width = '100%', height = embedHeights.high }: { width?: number | '100%'; height?: number } = {}): string {
  const named = title.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
  return `<iframe src="${page}/embed" width="${width}" height="${height}" title="${named}" loading="lazy" style="border:0;border-radius:12px" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}
