import { Alert, Button, Group } from '@mantine/core';

interface StaleChoiceProps {
  /** What the thing is: "release", "bio page". */
  what: string;
  /** The fields that both changed, in words. */
  fields: readonly string[];
  onTakeTheirs(): void;
  onKeepMine(): void;
}

/** Somebody else saved the same fields: which of the two is to stay. */
export function StaleChoice({ what, fields, onTakeTheirs, onKeepMine }: StaleChoiceProps) {
  return (
    <Alert color="yellow" role="alert" title={`Somebody else changed this ${what} while you did`}>
      Both of you changed {list(fields)}. Nothing of yours is saved there yet, and nothing of theirs is lost so far.
      <Group gap="xs" mt="sm">
        <Button variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
        <Button variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
      </Group>
    </Alert>
  );
}

const list = (words: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
