import { defaultCaptureForm, languages } from '@lynkify/domain';
import { Button, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { FieldErrors } from './fields.js';

/** A capture form as it is typed; its version is the server's. */
export interface CaptureDraft {
  title: string;
  consentText: string;
  askName: boolean;
}

interface SignupFieldsProps {
  capture: CaptureDraft;
  artistName: string;
  /** Dotted path of the form in its draft. */
  path: string;
  errors: FieldErrors;
  onChange(capture: CaptureDraft): void;
}

/** What fans are asked, and the exact words that they agree to. */
export function SignupFields({ capture, artistName, path, errors, onChange }: SignupFieldsProps) {
  const set = (patch: Partial<CaptureDraft>) => onChange({ ...capture, ...patch });
  const usual = defaultCaptureForm(artistName);
  const kept = capture.title === usual.title && capture.consentText === usual.consentText;
  return (
    <Stack gap="md">
      <TextInput label="Heading" value={capture.title} onChange={(event) => set({ title: event.currentTarget.value })} onBlur={errors.left(`${path}.title`)} error={errors.error(`${path}.title`)} />
      <Textarea
        label="What fans agree to"
        description="The sentence beside the box that fans tick. It says who writes, about what, and how to stop. These exact words are kept with every fan as the proof of their consent; after a change, new fans agree to the new words and older consents keep theirs."
        autosize
        minRows={2}
        value={capture.consentText}
        onChange={(event) => set({ consentText: event.currentTarget.value })}
        onBlur={errors.left(`${path}.consentText`)}
        error={errors.error(`${path}.consentText`)}
      />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {kept ? `Each fan reads these words in their own language: ${languages.length} are built in.` : 'What you wrote yourself is shown as it is, whatever language the fan reads.'}
        </Text>
        {!kept && <Button variant="default" size="xs" onClick={() => set({ title: usual.title, consentText: usual.consentText })}>Use the usual words</Button>}
      </Group>
      <Switch label="Ask for a first name" description="Never required. Each further field costs some signups." checked={capture.askName} onChange={(event) => set({ askName: event.currentTarget.checked })} />
    </Stack>
  );
}
