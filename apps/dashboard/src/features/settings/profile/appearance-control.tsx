import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { appearances } from '../../../theme/appearance.js';

/** Light, dark, or as the system has it. Kept in this browser. */
export function AppearanceControl() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return <SegmentedControl aria-label="Appearance" data={[...appearances]} value={colorScheme} onChange={(value) => setColorScheme(value)} />;
}
