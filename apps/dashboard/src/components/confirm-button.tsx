import { Button, Group, Modal, Stack, Text, TextInput, type ButtonProps } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { failureOf } from '../forms/failure.js';

interface ConfirmButtonProps extends ButtonProps {
  /** The question, for instance "Remove this member?". */
  question: string;
  /** What will be so afterwards. */
  consequence: ReactNode;
  /** The verb on the button that does it. */
  verb: string;
  /** What has to be typed first, for what cannot be undone. */
  typed?: string;
  onConfirm: () => Promise<unknown>;
  children: ReactNode;
}

/** A button that asks before it does. Stays open and says why when it could not be done. */
export function ConfirmButton({ question, consequence, verb, typed, onConfirm, children, ...button }: ConfirmButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [text, setText] = useState('');
  const form = useId();

  const begin = () => {
    setFailure(null);
    setText('');
    open();
  };
  const confirm = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button variant="default" {...button} onClick={begin}>
        {children}
      </Button>
      <Modal opened={opened} onClose={close} title={question} closeButtonProps={{ 'aria-label': 'Close' }}>
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          <Stack gap="md">
            <Text size="sm">{consequence}</Text>
            {typed !== undefined && <TextInput label={`Type “${typed}” to go on`} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus autoComplete="off" />}
            {failure !== null && (
              <Text size="sm" c="var(--bad)" role="alert">
                {failure}
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" color="red" loading={pending} disabled={typed !== undefined && text.trim() !== typed} data-autofocus={typed === undefined ? true : undefined}>
                {verb}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
