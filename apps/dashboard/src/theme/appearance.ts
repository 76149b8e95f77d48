import { localStorageColorSchemeManager, type MantineColorScheme } from '@mantine/core';

/** Where the choice is kept. `public/appearance.js` reads the same key before the first paint. */
export const appearanceManager = localStorageColorSchemeManager({ key: 'lynkify-appearance' });

export const appearances: readonly { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
];
