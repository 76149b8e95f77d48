import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Badge } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../api.js';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { RelativeTime } from '../../../components/relative-time.js';
import rows from '../../../components/rows.module.css';
import { accepted } from '../../../forms/failure.js';
import { useMay } from '../../../session/may.js';

export const ApiKeyList_apiKey = graphql(`
  fragment ApiKeyList_apiKey on ApiKey {
    id
    name
    hint
    scopes
    createdAt
    expiresAt
    revokedAt
    lastUsedAt
    createdBy {
      name
    }
  }
`);

const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The keys: what they open, when they were used last, when they end. */
export function ApiKeyList({ keys }: { keys: readonly FragmentOf<typeof ApiKeyList_apiKey>[] }) {
  const queryClient = useQueryClient();
  const mayRevoke = useMay('keys:write');
  const revoke = async (apiKeyId: string) => {
    accepted((await execute(RevokeApiKey, { input: { apiKeyId } })).revokeApiKey);
    await queryClient.invalidateQueries({ queryKey: ['workspace', 'api-keys'] });
  };
  return (
    <ul className={rows.rows}>
      {readFragment(ApiKeyList_apiKey, keys).map(({ id, name, hint, scopes, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt }) => {
        const expired = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
        const over = revokedAt !== null || expired;
        return (
          <li key={id} className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.icon}>
              <IconKey size={20} aria-hidden />
            </span>
            <span className={over ? `${rows.words} ${rows.off}` : rows.words}>
              <span className={rows.name}>
                {name} <span className={rows.off}>…{hint}</span> {revokedAt !== null ? <Badge>Revoked</Badge> : expired && <Badge>Expired</Badge>}
              </span>
              <span className={rows.note}>{scopes.join(', ')}</span>
              <span className={rows.note}>
                Made{createdBy && ` by ${createdBy.name}`} <RelativeTime at={createdAt} />, {lastUsedAt === null ? 'never used' : <>last used <RelativeTime at={lastUsedAt} /></>}
                {!over && (expiresAt === null ? ', never expires' : <>, expires <RelativeTime at={expiresAt} /></>)}
              </span>
            </span>
            {!over && mayRevoke && (
              <ConfirmButton
                aria-label={`Revoke ${name}`}
                question={`Revoke ${name}?`}
                consequence="Every script that uses this key is refused from this moment. It cannot be brought back."
                verb="Revoke"
                onConfirm={() => revoke(id)}
              >
                Revoke
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
