import { parseSlug } from '@lynkify/domain';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CopyField } from '../../components/copy-field.js';
import { failureOf } from '../../forms/failure.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { EditedRelease } from './release-query.js';

interface AddressPartProps {
  release: EditedRelease;
  onChangeAddress(slug: string): Promise<void>;
}

/** Where the page is, and where it was. */
export function AddressPart({ release, onChangeAddress }: AddressPartProps) {
  const { slug, publicUrl, formerSlugs, artist, firstPublishedAt } = release;
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const wanted = text === null ? null : parseSlug(text);

  const save = async () => {
    if (!wanted) return;
    if (!wanted.ok) return setFailure(wanted.errors[0]?.message ?? 'Check the address.');
    if (wanted.value === slug) return setText(null);
    setPending(true);
    setFailure(null);
    try {
      await onChangeAddress(wanted.value);
      setText(null);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <EditorPart id="address" title="Address">
      <Stack gap="md">
        <CopyField value={publicUrl} what="address" />
        {text === null ? (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setText(slug)}>
            Change the address
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <TextInput
              label="New address"
              leftSection={<span>/{artist.handle}/</span>}
              leftSectionWidth={Math.min(200, 24 + artist.handle.length * 8)}
              description={firstPublishedAt === null ? 'Nobody has the old one yet, so nothing needs to redirect.' : `/${artist.handle}/${slug} will redirect here, so that no link that was shared breaks.`}
              value={text}
              error={failure}
              autoFocus
              autoCapitalize="none"
              autoCorrect="off"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setFailure(null);
              }}
            />
            <Group gap="xs" mt="sm">
              <Button type="submit" loading={pending}>
                Change it
              </Button>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  setText(null);
                  setFailure(null);
                }}
              >
                Cancel
              </Button>
            </Group>
          </form>
        )}
        {formerSlugs.length > 0 && (
          <div>
            <Text size="sm" fw={500}>
              Former addresses
            </Text>
            <Text size="xs" c="dimmed">
              They redirect to the one above.
            </Text>
            <ul style={{ margin: '4px 0 0', paddingLeft: 16 }}>
              {formerSlugs.map((former) => (
                <li key={former} style={{ overflowWrap: 'anywhere' }}>
                  /{artist.handle}/{former}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </EditorPart>
  );
}
