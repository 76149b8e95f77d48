import { defaultCaptureForm } from '@lynkify/domain';
import { Switch } from '@mantine/core';
import { useRef } from 'react';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { SignupFields, type CaptureDraft } from '../page-editor/signup-fields.js';

interface SignupPartProps {
  capture: CaptureDraft | null;
  artistName: string;
  errors: FieldErrors;
  onChange(capture: CaptureDraft | null): void;
}

/** The form with which fans leave an email. */
export function SignupPart({ capture, artistName, errors, onChange }: SignupPartProps) {
  // Switched off and on again, the words are the same as before.
  const last = useRef(capture);
  if (capture) last.current = capture;
  const { title, consentText, askName } = defaultCaptureForm(artistName);
  return (
    <EditorPart
      id="signup"
      title="Email signup"
      lead="Fans confirm by a link in a mail before they count as yours."
      action={<Switch aria-label="Ask fans for their email" checked={capture !== null} onChange={(event) => onChange(event.currentTarget.checked ? (last.current ?? { title, consentText, askName }) : null)} />}
    >
      {capture ? <SignupFields capture={capture} artistName={artistName} path="capture" errors={errors} onChange={onChange} /> : 'This page asks for no email.'}
    </EditorPart>
  );
}
