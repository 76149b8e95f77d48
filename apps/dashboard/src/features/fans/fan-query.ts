import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { ConsentLedger_fan } from './consent-ledger.js';
import { FanActions_fan } from './fan-actions.js';
import { fanKeys } from './fan-keys.js';
import { FanFacts_fan } from './fan-facts.js';
import { FanHistory_fan } from './fan-history.js';

const FanQuery = graphql(
  `
    query Fan($id: ID!) {
      fan(id: $id) {
        id
        email
        name
        verifiedAt
        reminderOnly
        unsubscribedAt
        ...FanFacts_fan
        ...ConsentLedger_fan
        ...FanHistory_fan
        ...FanActions_fan
      }
    }
  `,
  [FanFacts_fan, ConsentLedger_fan, FanHistory_fan, FanActions_fan],
);

/** One fan with the consent ledger and the history, or null. */
export const fan = (id: string) =>
  queryOptions({
    queryKey: fanKeys.one(id),
    queryFn: async ({ signal }) => (await execute(FanQuery, { id }, signal)).fan,
  });
