import { graphql } from '@lynkify/contract';
import { parseText } from '@lynkify/domain';
import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { FormFailure } from '../../../forms/form-failure.js';
import { useSubmit } from '../../../forms/use-submit.js';
import { rule } from '../../../forms/user-errors.js';
import classes from '../settings.module.css';
import { scopeGroups } from './scope-words.js';

const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Never' },
];

/** Days from now as the moment at which a key ends; null for "never". */
function endOf(lifetime: string): string | null {
  return lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString();
}

/** Makes a key and hands it over, the only time that it can be seen. */
export function CreateKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: '', scopes: ['releases:read'] as string[], expiresAt: '90' },
    validate: {
      name: rule((name: string) => parseText(name, 'name', { min: 1, max: 100 })),
      scopes: (scopes) => (scopes.length === 0 ? 'Choose at least one thing that the key may do.' : null),
    },
  });
  const { onSubmit, pending, failure } = useSubmit(
    form,
    async ({ expiresAt, ...values }) => (await execute(CreateApiKey, { input: { ...values, expiresAt: endOf(expiresAt) } })).createApiKey,
    async ({ key }) => {
      form.reset();
      if (key !== null) onMade(key);
      await queryClient.invalidateQueries({ queryKey: ['workspace', 'api-keys'] });
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <div className={classes.form}>
          <TextInput label="Name" description="What it is for, for instance “Catalogue import”." autoComplete="off" {...form.getInputProps('name')} />
        </div>
        <Checkbox.Group label="The key may" {...form.getInputProps('scopes')}>
          <div className={classes.scopes}>
            {scopeGroups.map(({ title, scopes }) => (
              <fieldset key={title}>
                <legend>{title}</legend>
                <Stack gap="xs">
                  {scopes.map(({ scope, may }) => (
                    <Checkbox key={scope} value={scope} label={may} />
                  ))}
                </Stack>
              </fieldset>
            ))}
          </div>
        </Checkbox.Group>
        <div className={classes.form}>
          <Select label="Expires" data={lifetimes} allowDeselect={false} {...form.getInputProps('expiresAt')} />
        </div>
        <FormFailure failure={failure} />
        <div>
          <Button type="submit" loading={pending}>
            Make the key
          </Button>
        </div>
      </Stack>
    </form>
  );
}
