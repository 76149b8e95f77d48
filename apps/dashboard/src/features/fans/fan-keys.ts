import type { QueryClient } from '@tanstack/react-query';

/** Under which keys the query client holds fans. */
export const fanKeys = {
  lists: ['fans', 'list'],
  facets: ['fans', 'facets'],
  one: (id: string) => ['fans', 'one', id],
} as const;

/** After a change of one fan: shows it, and lets lists and counts be asked for again. */
export async function refreshFan(queryClient: QueryClient, id: string): Promise<void> {
  letOthersGo(queryClient);
  await queryClient.invalidateQueries({ queryKey: fanKeys.one(id) });
}

/** After the deletion of one: nothing of them stays in memory. */
export function forgetFan(queryClient: QueryClient, id: string): void {
  letOthersGo(queryClient);
  queryClient.removeQueries({ queryKey: ['everything'] });
  queryClient.removeQueries({ queryKey: fanKeys.one(id) });
}

function letOthersGo(queryClient: QueryClient): void {
  // Long lists are not asked for again by themselves, so those that nobody looks at are forgotten.
  queryClient.removeQueries({ queryKey: fanKeys.lists, type: 'inactive' });
  void queryClient.invalidateQueries({ queryKey: fanKeys.lists });
  void queryClient.invalidateQueries({ queryKey: fanKeys.facets });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}
