import { Alert, Button, Modal, Skeleton, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyField } from '../../../components/copy-field.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Loaded } from '../../../components/loaded.js';
import { PageHeader } from '../../../components/page-header.js';
import { Section } from '../../../components/section.js';
import { useMay } from '../../../session/may.js';
import { ApiKeyList } from './api-key-list.js';
import { apiKeys } from './api-keys-query.js';
import { CreateKeyForm } from './create-key-form.js';
import { curlExample } from './curl-example.js';

/** Keys for scripts and tools: what they may do, and how to use one. */
export function ApiKeysScreen() {
  const mayMake = useMay('keys:write');
  const [key, setKey] = useState<string | null>(null);
  return (
    <>
      <PageHeader title="API keys" lead="A script with a key works in this workspace, without anyone’s password, and does only what the key allows." />
      <Stack gap={40}>
        <Loaded query={useQuery(apiKeys())} skeleton={<Skeleton height={80} radius="lg" />}>
          {(keys) =>
            keys.length === 0 ? (
              <EmptyState icon={<IconKey size={28} />} title="No keys yet">
                Make one for each script, so that each can be revoked alone.
              </EmptyState>
            ) : (
              <ApiKeyList keys={keys} />
            )
          }
        </Loaded>
        {mayMake && (
          <Section title="Make a key">
            <CreateKeyForm onMade={setKey} />
          </Section>
        )}
        <Section title="Use a key" lead="The whole API is GraphQL at one address. Keep the key in a variable and out of your code.">
          <CopyField code value={curlExample(window.location.origin)} what="example" />
        </Section>
      </Stack>
      <Modal opened={key !== null} onClose={() => setKey(null)} title="Your new key" closeOnClickOutside={false} size={560} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          <Alert color="yellow">Copy it now. It is shown this once and stored only as a hash.</Alert>
          <CopyField code value={key ?? ''} what="key" />
          <div>
            <Button onClick={() => setKey(null)}>I have copied it</Button>
          </div>
        </Stack>
      </Modal>
    </>
  );
}
