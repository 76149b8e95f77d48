import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RefusedError } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useSubmit } from '../../forms/use-submit.js';
import type { LinkOffer } from './link-actions.js';
import type { EditedRelease } from './release-query.js';

interface LinkOfferDialogProps {
  destination: EditedRelease['destinations'][number];
  release: Pick<EditedRelease, 'timeZone' | 'releasedAt'>;
  onClose(): void;
  onSave(offer: LinkOffer): Promise<void>;
}

/** When a page offers one platform. */
export function LinkOfferDialog({ destination: { platformName, offeredFrom, offeredUntil, beforeRelease, offeredBefore }, release: { timeZone, releasedAt }, onClose, onSave }: LinkOfferDialogProps) {
  const form = useForm({ initialValues: { offeredFrom: offeredFrom ?? '', offeredUntil: offeredUntil ?? '', beforeRelease: beforeRelease === null ? 'usual' : beforeRelease ? 'yes' : 'no' } });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async (values) => {
      const offer: LinkOffer = { offeredFrom: values.offeredFrom || null, offeredUntil: values.offeredUntil || null, beforeRelease: values.beforeRelease === 'usual' ? null : values.beforeRelease === 'yes' };
      try {
        await onSave(offer);
        return { userErrors: [] };
      } catch (error) {
        if (error instanceof RefusedError) return { userErrors: error.userErrors };
        throw error;
      }
    },
    onClose,
  );
  const isAhead = releasedAt !== null && Date.parse(releasedAt) > Date.now();
  const usual = beforeRelease === null ? ` (${offeredBefore ? 'offered' : 'not offered'})` : '';
  return (
    <Modal opened onClose={onClose} title={`When ${platformName} is on the page`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput type="datetime-local" label="From" description="Empty: from the start." {...form.getInputProps('offeredFrom')} data-autofocus />
          <TextInput type="datetime-local" label="Until" description="Empty: for good." {...form.getInputProps('offeredUntil')} />
          <Text size="xs" c="dimmed">
            Times are those of {timeZone.replaceAll('_', ' ')}, the release’s zone. Outside of them the direct link leads to the page.
          </Text>
          {isAhead && (
            <Select
              label="Before the release"
              description="Whether there is something to order or to save ahead."
              data={[
                { value: 'usual', label: `As ${platformName} usually is${usual}` },
                { value: 'yes', label: 'On the page' },
                { value: 'no', label: 'Not on the page' },
              ]}
              allowDeselect={false}
              {...form.getInputProps('beforeRelease')}
            />
          )}
          <FormFailure failure={failure} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
