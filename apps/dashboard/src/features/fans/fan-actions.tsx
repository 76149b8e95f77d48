import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { execute } from '../../api.js';
import { ConfirmButton } from '../../components/confirm-button.js';
import { Section } from '../../components/section.js';
import { accepted, failureOf } from '../../forms/failure.js';
import classes from './fan-actions.module.css';
import { forgetFan, refreshFan } from './fan-keys.js';

export const FanActions_fan = graphql(`
  fragment FanActions_fan on Fan {
    id
    email
    verifiedAt
    reminderOnly
    unsubscribedAt
  }
`);

const ResendConfirmation = graphql(`
  mutation ResendConfirmation($input: ResendConfirmationInput!) {
    resendConfirmation(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UnsubscribeFan = graphql(`
  mutation UnsubscribeFan($input: UnsubscribeFanInput!) {
    unsubscribeFan(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const DeleteFan = graphql(`
  mutation DeleteFan($input: DeleteFanInput!) {
    deleteFan(input: $input) {
      deletedFanId
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What a member can do for one fan. */
export function FanActions({ fan }: { fan: FragmentOf<typeof FanActions_fan> }) {
  const { id, email, verifiedAt, unsubscribedAt, reminderOnly } = readFragment(FanActions_fan, fan);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const input = { fanId: id };

  const resend = useMutation({
    mutationFn: async () => accepted((await execute(ResendConfirmation, { input })).resendConfirmation),
    onSuccess: () => notifications.show({ message: `The confirmation mail is on its way to ${email}.` }),
    // After a refusal too: “already verified” means that this screen is behind.
    onSettled: () => refreshFan(queryClient, id),
  });
  const unsubscribe = async () => {
    accepted((await execute(UnsubscribeFan, { input })).unsubscribeFan);
    await refreshFan(queryClient, id);
  };
  const remove = async () => {
    accepted((await execute(DeleteFan, { input })).deleteFan);
    // First away from here, or this screen would ask for who is gone.
    await navigate({ to: '/fans' });
    forgetFan(queryClient, id);
    notifications.show({ message: `${email} was deleted.` });
  };

  return (
    <Section title="Actions">
      <ul className={classes.actions}>
        {verifiedAt === null && unsubscribedAt === null && !reminderOnly && (
          <li>
            <Button variant="default" onClick={() => resend.mutate()} loading={resend.isPending} aria-describedby="resend-limits">
              Send confirmation again
            </Button>
            <p id="resend-limits" className={classes.help}>
              At most three mails, at least ten minutes apart. The link in it is good for a week.
            </p>
            {resend.isError && (
              <p role="alert" className={classes.failure}>
                {failureOf(resend.error)}
              </p>
            )}
          </li>
        )}
        {unsubscribedAt === null && (
          <li>
            <ConfirmButton
              question="Unsubscribe this fan?"
              consequence={`${email} gets no more mail from this workspace. The withdrawal is written into the consent records as entered by you, and only the fan can take it back, by joining again.`}
              verb="Unsubscribe"
              onConfirm={unsubscribe}
            >
              Unsubscribe by hand
            </ConfirmButton>
            <p className={classes.help}>For when someone asks you in person or answers a mail.</p>
          </li>
        )}
        <li>
          <ConfirmButton
            question="Delete this fan?"
            consequence="Email, name and place go for good, and nobody can bring them back. The consent records stay as proof, without the address."
            verb="Delete for good"
            typed={email}
            onConfirm={remove}
            c="var(--bad)"
          >
            Delete this fan
          </ConfirmButton>
          <p className={classes.help}>For when someone asks to be forgotten.</p>
        </li>
      </ul>
    </Section>
  );
}
