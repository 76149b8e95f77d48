import { TextInput } from '@mantine/core';
import { IconDisc } from '@tabler/icons-react';
import { count } from '../../../format.js';
import { textOf, type SectionEditor } from './section-editor.js';

/** Every published release, newest first. */
export const releasesEditor: SectionEditor = {
  type: 'releases',
  icon: IconDisc,
  purpose: 'Everything that is published, newest first',
  start: () => ({ title: '' }),
  summary: (_settings, { releases }) => count(releases.length, 'release', 'releases'),
  Form: ({ settings, path, errors, onChange }) => (
    <TextInput
      label="Title"
      placeholder="Releases"
      description="New releases join by themselves when they are published. The featured one is not shown twice."
      value={textOf(settings['title'])}
      error={errors.error(`${path}.title`)}
      onBlur={errors.left(`${path}.title`)}
      onChange={(event) => onChange({ ...settings, title: event.currentTarget.value })}
    />
  ),
};
