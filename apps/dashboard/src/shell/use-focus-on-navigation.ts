import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a change of screen the focus goes to its heading, so that it is read out and Tab goes on from there. Chips and
 * filters change only the search of an address and leave the focus where it is.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const main = document.getElementById('main');
        // A screen that put the focus somewhere itself, say into its one field, knows better.
        if (!main || (document.activeElement !== document.body && main.contains(document.activeElement))) return;
        const target = main.querySelector<HTMLElement>('h1') ?? main;
        target.focus({ preventScroll: true });
      }),
    [router],
  );
}
