import { Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { FieldErrors } from './fields.js';

/** A capture form as it is typed; its version is the server's. */
export interface CaptureDraft {
  title: string;
  consentText: string;
  askName: boolean;
}

interface SignupFieldsProps {
  capture: CaptureDraft;
  /** Dotted path of the form in its draft. */
  path: string;
  errors: FieldErrors;
  onChange(capture: CaptureDraft): void;
}

/** What fans are asked, and the exact words that they agree to. */
export function SignupFields({ capture, path, errors, onChange }: SignupFieldsProps) {
  const set = (patch: Partial<CaptureDraft>) => onChange({ ...capture, ...patch });
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
      <Switch label="Ask for a first name" description="Never required. Each further field costs some signups." checked={capture.askName} onChange={(event) => set({ askName: event.currentTarget.checked })} />
    </Stack>
  );
}
