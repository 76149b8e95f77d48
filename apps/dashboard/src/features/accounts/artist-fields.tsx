import { suggestHandle } from '@lynkify/domain';
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { HandleField } from './handle-field.js';

/** The part of a form that these fields need. */
interface ArtistForm {
  values: { name: string; handle: string };
  errors: Readonly<Record<string, unknown>>;
  getInputProps(field: 'name'): object;
  setFieldValue(field: 'name' | 'handle', value: string): void;
}

interface ArtistFieldsProps {
  form: ArtistForm;
  /** Label, description and focus of the name. */
  name: TextInputProps & { 'data-autofocus'?: boolean };
}

/** The name of an artist, and the address, which follows the name until somebody types one. */
export function ArtistFields({ form, name }: ArtistFieldsProps) {
  const [handleTouched, setHandleTouched] = useState(false);
  const { handle: refusal } = form.errors;
  return (
    <>
      <TextInput
        autoComplete="off"
        {...name}
        {...form.getInputProps('name')}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          form.setFieldValue('name', typed);
          if (!handleTouched) form.setFieldValue('handle', typed.trim() === '' ? '' : suggestHandle(typed));
        }}
      />
      <HandleField
        value={form.values.handle}
        error={typeof refusal === 'string' ? refusal : null}
        onChange={(handle) => {
          setHandleTouched(true);
          form.setFieldValue('handle', handle);
        }}
      />
    </>
  );
}
