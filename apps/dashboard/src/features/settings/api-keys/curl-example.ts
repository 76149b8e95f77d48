/** A request that works as it stands once the key is in the variable. */
export function curlExample(origin: string): string {
  return [
    `curl ${origin}/graphql \\`,
    `  -H "Authorization: Bearer $LYNKIFY_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"query":"{ releases(first: 5) { nodes { title publicUrl } } }"}'`,
  ].join('\n');
}
