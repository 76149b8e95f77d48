import { graphql } from '@lynkify/contract';
import { languages, longestReminderText } from '@lynkify/domain';
import { Button, Group, Skeleton, Stack, Switch, Text, Textarea } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { useMay } from '../../session/may.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { reminderCountWords, reminderLead } from './reminder-words.js';

/** Reminders as they are typed; the version is the server's. */
export interface ReminderDraft {
  on: boolean;
  /** Empty: the usual words. */
  consentText: string;
}

interface ReminderPartProps {
  releaseId: string;
  reminder: ReminderDraft;
  /** The moment of release as it is saved. */
  releasedAt: string | null;
  errors: FieldErrors;
  onChange(reminder: ReminderDraft): void;
}

const ReleaseReminders = graphql(`
  query ReleaseReminders($id: ID!) {
    release(id: $id) {
      reminders {
        asked
        confirmed
        sent
        refused
      }
    }
  }
`);

/** How many asked for the mail, confirmed it and got it. */
const releaseReminders = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'reminders'],
    queryFn: async ({ signal }) => (await execute(ReleaseReminders, { id }, signal)).release?.reminders ?? null,
    staleTime: 30_000,
  });

/** Whether the page offers a mail on release day, in which words, and who wants it. */
export function ReminderPart({ releaseId, reminder, releasedAt, errors, onChange }: ReminderPartProps) {
  const maySeeFans = useMay('fans:read');
  const usesOwnWords = reminder.consentText.trim() !== '';
  return (
    <EditorPart
      id="reminders"
      title="Reminders"
      lead={reminderLead(reminder.on, releasedAt, Date.now())}
      action={<Switch aria-label="Offer a mail on release day" checked={reminder.on} onChange={(event) => onChange({ ...reminder, on: event.currentTarget.checked })} />}
    >
      <Stack gap="md">
        {maySeeFans && <Counts releaseId={releaseId} />}
        {reminder.on ? (
          <>
            <Textarea
              label="What fans agree to"
              description={`The sentence beside the button. It has to say that this is one email on release day and nothing else: news needs the signup’s own consent. Left empty, fans read our words in their own language, of ${languages.length}.`}
              placeholder="You get one email when it is out, and nothing else."
              autosize
              minRows={2}
              maxLength={longestReminderText * 2}
              value={reminder.consentText}
              onChange={(event) => onChange({ ...reminder, consentText: event.currentTarget.value })}
              onBlur={errors.left('reminder.consentText')}
              error={errors.error('reminder.consentText')}
            />
            {usesOwnWords && (
              <Group justify="space-between" gap="xs">
                <Text size="sm" c="dimmed">
                  What you wrote yourself is shown as it is, whatever language the fan reads.
                </Text>
                <Button variant="default" size="xs" onClick={() => onChange({ ...reminder, consentText: '' })}>
                  Use the usual words
                </Button>
              </Group>
            )}
          </>
        ) : (
          <Text size="sm" c="dimmed">
            Before the release, the page asks with the email signup instead. Who has confirmed already still gets the mail.
          </Text>
        )}
      </Stack>
    </EditorPart>
  );
}

function Counts({ releaseId }: { releaseId: string }) {
  const { data, isPending, isError, refetch } = useQuery(releaseReminders(releaseId));
  if (isPending) return <Skeleton height={20} width="60%" aria-label="Counting reminders" />;
  if (isError) {
    return (
      <Text size="sm" c="dimmed">
        How many asked could not be loaded.{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => void refetch()}>
          Try again
        </Button>
      </Text>
    );
  }
  return data === null ? null : <Text>{reminderCountWords(data)}</Text>;
}
