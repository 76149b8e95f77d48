import { Alert } from '@mantine/core';

/** What concerns a form as a whole, above its button. */
export function FormFailure({ failure }: { failure: string | null }) {
  if (failure === null) return null;
  return (
    <Alert color="red" role="alert">
      {failure}
    </Alert>
  );
}
