import { graphql, type VariablesOf } from '@lynkify/contract';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { accepted } from '../../forms/failure.js';
import { count } from '../../format.js';
import { forgetLists } from '../release-editor/release-actions.js';

const MoveIn = graphql(`
  mutation MoveIn($input: MoveInInput!) {
    moveIn(input: $input) {
      release {
        id
        slug
      }
      links {
        status
        message
      }
      slugKept
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const MoveInToBioPage = graphql(`
  mutation MoveInToBioPage($input: MoveInToBioPageInput!) {
    moveInToBioPage(input: $input) {
      added
      left
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Makes a release of what was chosen, or adds to one, and goes to its editor. */
export function useMoveIn() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (input: VariablesOf<typeof MoveIn>['input']) => ({ input, ...accepted((await execute(MoveIn, { input })).moveIn) }),
    onSuccess: async ({ input, release, links, slugKept }) => {
      await forgetLists(queryClient);
      if (release === null) return;
      await queryClient.invalidateQueries({ queryKey: ['release', release.id] });
      const left = links.filter(({ status }) => status === 'CONFLICT');
      if (input.slug && !slugKept) notifications.show({ message: `“${input.slug}” is another release’s address. This one got “${release.slug}”; you can change it in the editor.` });
      if (left.length > 0) notifications.show({ message: `${count(left.length, 'link was', 'links were')} left out: the release has another one of that platform.` });
      await navigate({ to: '/releases/$releaseId', params: { releaseId: release.id } });
    },
  });
}

/** Adds what was chosen to the draft of the bio page, and goes there. */
export function useMoveInToBioPage() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (input: VariablesOf<typeof MoveInToBioPage>['input']) => accepted((await execute(MoveInToBioPage, { input })).moveInToBioPage),
    onSuccess: async ({ added, left }) => {
      await queryClient.invalidateQueries({ queryKey: ['bio-page'] });
      notifications.show({ message: `${count(added, 'link is', 'links are')} new on your bio page.${left.length > 0 ? ` ${count(left.length, 'was', 'were')} there already or could not be used.` : ''} Publish it when you like how it looks.` });
      await navigate({ to: '/bio-page' });
    },
  });
}
