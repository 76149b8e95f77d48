import { graphql } from '@lynkify/contract';
import { parseHandle } from '@lynkify/domain';
import { Anchor, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { execute } from '../../api.js';

const HandleAvailabilityQuery = graphql(`
  query HandleAvailability($handle: String!) {
    handleAvailability(handle: $handle) {
      available
      message
      suggestion
    }
  }
`);

const availability = (handle: string) =>
  queryOptions({
    queryKey: ['handle-availability', handle],
    queryFn: async ({ signal }) => (await execute(HandleAvailabilityQuery, { handle }, signal)).handleAvailability,
    staleTime: 30_000,
  });

interface HandleFieldProps {
  value: string;
  onChange: (handle: string) => void;
  /** What the last try to save said. */
  error?: string | null | undefined;
  /** The handle that the artist has now, which is taken by nobody else. */
  own?: string;
  label?: string;
  description?: string;
}

/** The address of an artist: says while typing whether it can be had, and offers one that can. */
export function HandleField({ value, onChange, error, own, label = 'Address', description }: HandleFieldProps) {
  const parsed = parseHandle(value);
  const [settled] = useDebouncedValue(parsed.ok ? parsed.value : '', 300);
  const asked = settled !== '' && settled !== own;
  const { data, isFetching } = useQuery({ ...availability(settled), enabled: asked });
  // Words about what was typed a moment ago would be about another handle.
  const answer = asked && parsed.ok && parsed.value === settled ? data : undefined;
  const refusal = parsed.ok || value === '' ? null : (parsed.errors[0]?.message ?? null);
  const taken = answer && !answer.available ? answer : null;
  const suggestion = taken?.suggestion ?? null;
  const problem = error ?? refusal ?? (taken && (taken.message ?? 'This address is taken.'));

  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-path="handle"
      autoCapitalize="none"
      autoCorrect="off"
      autoComplete="off"
      spellCheck={false}
      leftSection={<span>/</span>}
      leftSectionWidth={28}
      rightSection={isFetching ? <Loader size={16} type="oval" aria-label="Checking" /> : answer?.available ? <IconCheck size={18} color="var(--good)" aria-hidden /> : null}
      description={answer?.available ? 'This address is free.' : (description ?? 'Small letters, digits and hyphens. It can be changed later.')}
      error={
        problem !== null && (
          <>
            {problem}{' '}
            {suggestion !== null && (
              <Anchor component="button" type="button" size="xs" c="inherit" onClick={() => onChange(suggestion)}>
                Take “{suggestion}”
              </Anchor>
            )}
          </>
        )
      }
    />
  );
}
