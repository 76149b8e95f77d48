import { useQuery } from '@tanstack/react-query';
import { CopyField } from '../../components/copy-field.js';
import { EmptyState } from '../../components/empty-state.js';
import { ButtonLink } from '../../components/links.js';
import { Loaded } from '../../components/loaded.js';
import { releaseNumbers } from './numbers-query.js';
import { NumbersSkeleton } from './numbers-skeleton.js';
import { NumbersView } from './numbers-view.js';
import classes from './numbers.module.css';
import { RangePicker } from './range-picker.js';
import { useRange } from './use-range.js';

/** The numbers of one release, with the picker of their days. Keeps the days in the address of the screen it stands on. */
export function ReleaseNumbers({ releaseId }: { releaseId: string }) {
  const { search, days, today, change } = useRange();
  const query = useQuery(releaseNumbers(releaseId, days));
  return (
    <>
      <div className={classes.bar}>
        <RangePicker search={search} today={today} onChange={change} />
      </div>
      <Loaded query={query} skeleton={<NumbersSkeleton />}>
        {(release) =>
          release === null ? (
            <EmptyState title="This release is not here" action={<ButtonLink to="/releases">Go to Releases</ButtonLink>}>
              It was deleted, or it belongs to another workspace.
            </EmptyState>
          ) : (
            <NumbersView
              numbers={release.numbers}
              days={days}
              name={new URL(release.publicUrl).pathname.slice(1).replaceAll('/', '-')}
              outdated={query.isPlaceholderData}
              share={release.status === 'PUBLISHED' ? <CopyField value={release.publicUrl} what="address" /> : undefined}
            />
          )
        }
      </Loaded>
    </>
  );
}
