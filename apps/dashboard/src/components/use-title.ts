import { useDocumentTitle } from '@mantine/hooks';

/** Names the screen in the browser's tab and history. */
export function useTitle(title: string): void {
  useDocumentTitle(`${title} · Lynkify`);
}
