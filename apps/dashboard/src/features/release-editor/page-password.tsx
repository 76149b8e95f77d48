import { parsePagePassword } from '@lynkify/domain';
import { Button, Group, Input, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureOf } from '../../forms/failure.js';

interface PagePasswordProps {
  isSet: boolean;
  mayWrite: boolean;
  /** Null takes it off. */
  onSave(password: string | null): Promise<void>;
}

/** The password of a page. What was set is never shown again: nobody has it but those it was given to. */
export function PagePassword({ isSet, mayWrite, onSave }: PagePasswordProps) {
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const save = async (password: string | null) => {
    const parsed = password === null ? null : parsePagePassword(password);
    if (parsed && !parsed.ok) return setFailure(parsed.errors[0]?.message ?? 'Check the password.');
    setPending(true);
    setFailure(null);
    try {
      await onSave(password);
      setText(null);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  const close = () => {
    setText(null);
    setFailure(null);
  };

  return (
    <Input.Wrapper
      label="Password"
      labelElement="div"
      description={isSet ? 'The page asks for it and shows nothing before. It is in no list and no search engine, and not on the artist’s page.' : 'Without one everybody who has the address sees the page.'}
    >
      {text === null ? (
        <Group gap="xs" mt={6}>
          {isSet && <Text size="sm">Set.</Text>}
          {mayWrite && (
            <Button variant="default" onClick={() => setText('')}>
              {isSet ? 'Change it' : 'Set a password'}
            </Button>
          )}
          {mayWrite && isSet && (
            <Button variant="subtle" color="gray" loading={pending} onClick={() => void save(null)}>
              Take it off
            </Button>
          )}
        </Group>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save(text);
          }}
        >
          <Group gap="xs" mt={6} align="flex-start">
            <TextInput style={{ flex: '1 1 200px' }} aria-label="New password of the page" description="It cannot be read again later: write it down." inputWrapperOrder={['input', 'error', 'description']} value={text} error={failure} autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} onChange={(event) => setText(event.currentTarget.value)} />
            <Button type="submit" loading={pending}>
              Save
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              Cancel
            </Button>
          </Group>
        </form>
      )}
      {text === null && failure !== null && (
        <Text size="sm" c="var(--bad)" role="alert">
          {failure}
        </Text>
      )}
    </Input.Wrapper>
  );
}
