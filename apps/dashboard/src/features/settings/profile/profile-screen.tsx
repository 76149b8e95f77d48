import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { PageHeader } from '../../../components/page-header.js';
import { Section } from '../../../components/section.js';
import { session } from '../../../session/session.js';
import { AppearanceControl } from './appearance-control.js';
import { LinkCheckMails } from './link-check-mails.js';
import { NameForm } from './name-form.js';
import { PasswordForm } from './password-form.js';

/** What is the member's own, whichever workspace they stand in. */
export function ProfileScreen() {
  const { data: me } = useSuspenseQuery(session());
  return (
    <>
      <PageHeader title="Your profile" lead={me?.user.email} />
      <Stack gap={40}>
        {me && (
          <Section title="Name">
            <NameForm name={me.user.name} />
          </Section>
        )}
        <Section title="Appearance">
          <AppearanceControl />
        </Section>
        {me && <LinkCheckMails memberships={me.memberships} />}
        <Section title="Password" lead="A new password ends every other session of yours.">
          <PasswordForm />
        </Section>
      </Stack>
    </>
  );
}
