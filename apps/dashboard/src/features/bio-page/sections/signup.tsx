import { defaultCaptureForm } from '@lynkify/domain';
import { IconMail } from '@tabler/icons-react';
import { SignupFields, type CaptureDraft } from '../../page-editor/signup-fields.js';
import { textOf, type SectionEditor, type SectionSettings } from './section-editor.js';

function captureOf({ capture }: SectionSettings): CaptureDraft {
  const typed = typeof capture === 'object' && capture !== null ? (capture as Readonly<Record<string, unknown>>) : {};
  return { title: textOf(typed['title']), consentText: textOf(typed['consentText']), askName: typed['askName'] === true };
}

/** The form with which fans leave an email. */
export const signupEditor: SectionEditor = {
  type: 'signup',
  icon: IconMail,
  purpose: 'Fans leave their email, and become yours',
  start: (artistName) => {
    const { title, consentText, askName } = defaultCaptureForm(artistName);
    return { capture: { title, consentText, askName } };
  },
  summary: (settings) => captureOf(settings).title,
  Form: ({ settings, page, path, errors, onChange }) => <SignupFields capture={captureOf(settings)} artistName={page.artist.name} path={`${path}.capture`} errors={errors} onChange={(capture) => onChange({ ...settings, capture })} />,
};
