import { Text } from '@mantine/core';
import type { ReleaseCode } from './release-code.js';

/** What will be done with a code, or what is wrong with it. */
export function ReleaseCodeNote({ code }: { code: ReleaseCode }) {
  return code.ok ? (
    <Text py={12}>
      {code.words}. <Text span c="dimmed">The release is looked up by it and filled in from what is found.</Text>
    </Text>
  ) : (
    <Text py={12} c="var(--bad)">
      {code.message}
    </Text>
  );
}
