import { Stack, Textarea, TextInput } from '@mantine/core';
import { IconAlignLeft } from '@tabler/icons-react';
import { textOf, type SectionEditor } from './section-editor.js';

/** A few paragraphs: press, booking, thanks. */
export const textEditor: SectionEditor = {
  type: 'text',
  icon: IconAlignLeft,
  purpose: 'A few paragraphs, for instance for press and booking',
  start: () => ({ title: '', text: '' }),
  summary: ({ title, text }) => textOf(title) || textOf(text).slice(0, 60) || 'Empty',
  Form: ({ settings, path, errors, onChange }) => (
    <Stack gap="md">
      <TextInput label="Title" value={textOf(settings['title'])} error={errors.error(`${path}.title`)} onBlur={errors.left(`${path}.title`)} onChange={(event) => onChange({ ...settings, title: event.currentTarget.value })} />
      <Textarea
        label="Text"
        description="An empty line starts a new paragraph."
        autosize
        minRows={4}
        maxRows={16}
        value={textOf(settings['text'])}
        error={errors.error(`${path}.text`)}
        onBlur={errors.left(`${path}.text`)}
        onChange={(event) => onChange({ ...settings, text: event.currentTarget.value })}
      />
    </Stack>
  ),
};
