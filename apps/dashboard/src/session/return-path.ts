/** The path to go back to after signing in. Only one of ours: `//evil.example` is another site. */
export function safeReturnPath(to: unknown): string | undefined {
  if (typeof to !== 'string' || !to.startsWith('/') || /^\/[/\\]/u.test(to) || to.length > 2000) return undefined;
  // Browsers drop these before they read a URL, so they could hide a second slash.
  if (/[\t\n\r]/u.test(to)) return undefined;
  return to;
}
