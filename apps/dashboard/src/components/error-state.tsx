import { GraphQLRequestError } from '@lynkify/contract';
import { Button, Title } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import classes from './state.module.css';
import { useTitle } from './use-title.js';

interface ErrorStateProps {
  error: Error;
  onRetry: () => void;
  retrying?: boolean;
}

const titles: Readonly<Record<string, string>> = {
  OFFLINE: 'You are offline',
  SERVICE_UNAVAILABLE: 'We cannot reach your data right now',
  FORBIDDEN: 'Your role does not open this',
  NOT_FOUND: 'There is nothing here',
  TOO_MANY_REQUESTS: 'That was too often',
};

/** What stands where something could not be loaded: what happened, the request to quote, and another try. */
export function ErrorState({ error, onRetry, retrying = false }: ErrorStateProps) {
  const known = error instanceof GraphQLRequestError ? error : null;
  return (
    <section className={`${classes.state} ${classes.error}`} role="alert">
      <Title order={2} size="h3">
        {(known && titles[known.code]) ?? 'This could not be loaded'}
      </Title>
      <p>{known?.message ?? 'Something went wrong in your browser. Try again, and reload the page if it stays.'}</p>
      {known?.requestId != null && <p className={classes.request}>Request {known.requestId}</p>}
      <div className={classes.actions}>
        <Button variant="default" onClick={onRetry} loading={retrying}>
          Try again
        </Button>
      </div>
    </section>
  );
}

/** The same for a whole route. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  useTitle('Something went wrong');
  return (
    <div className={classes.page}>
      <ErrorState
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
