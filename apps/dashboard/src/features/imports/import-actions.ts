import { graphql, readFragment, type FragmentOf, type VariablesOf } from '@lynkify/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';
import { ImportDetails } from './imports-query.js';

const ChangeMapping = graphql(
  `
    mutation ChangeImportMapping($input: ChangeImportMappingInput!) {
      changeImportMapping(input: $input) {
        import {
          ...ImportDetails
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportDetails],
);

const Confirm = graphql(
  `
    mutation ConfirmImport($input: ImportInput!) {
      confirmImport(input: $input) {
        import {
          ...ImportDetails
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportDetails],
);

const Cancel = graphql(
  `
    mutation CancelImport($input: ImportInput!) {
      cancelImport(input: $input) {
        import {
          ...ImportDetails
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportDetails],
);

const RunAgain = graphql(
  `
    mutation RunImportAgain($input: ImportInput!) {
      runImportAgain(input: $input) {
        import {
          ...ImportDetails
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportDetails],
);

type Mapping = Omit<VariablesOf<typeof ChangeMapping>['input'], 'importId'>;

/** What can be done with an import. Each shows at once what it has become. */
export function useImportActions(importId: string) {
  const queryClient = useQueryClient();
  const input = { importId };
  const shown = async (changed: FragmentOf<typeof ImportDetails> | null) => {
    // Answers that left before this one would show what is over.
    await queryClient.cancelQueries({ queryKey: ['imports', importId], exact: true });
    if (changed) queryClient.setQueryData(['imports', importId], readFragment(ImportDetails, changed));
    void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
    void queryClient.invalidateQueries({ queryKey: ['imports', importId, 'lines'] });
    await queryClient.invalidateQueries({ queryKey: ['imports', importId, 'rows'] });
  };
  return {
    change: useMutation({ mutationFn: async (mapping: Mapping) => accepted((await execute(ChangeMapping, { input: { ...input, ...mapping } })).changeImportMapping).import, onSuccess: shown }),
    confirm: useMutation({ mutationFn: async () => accepted((await execute(Confirm, { input })).confirmImport).import, onSuccess: shown }),
    cancel: useMutation({ mutationFn: async () => accepted((await execute(Cancel, { input })).cancelImport).import, onSuccess: shown }),
    runAgain: useMutation({ mutationFn: async () => accepted((await execute(RunAgain, { input })).runImportAgain).import, onSuccess: shown }),
  };
}
