import { ButtonLink } from './links.js';
import { EmptyState } from './empty-state.js';
import classes from './state.module.css';
import { useTitle } from './use-title.js';

/** For an address that leads nowhere, or to what belongs to someone else. */
export function NotFound() {
  useTitle('Not found');
  return (
    <div className={classes.page}>
      <EmptyState level={1} title="There is nothing at this address" action={<ButtonLink to="/">Go to Home</ButtonLink>}>
        It may have been moved or deleted, or it belongs to another workspace.
      </EmptyState>
    </div>
  );
}

/** The same outside of the dashboard's frame, where nothing else is the main part of the page. */
export function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
