import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.js';
import { NotFound } from '../../components/not-found.js';
import { ScreenSkeleton } from '../../components/screen-skeleton.js';
import { useMay } from '../../session/may.js';
import { oneImport } from './imports-query.js';
import { ColumnMapping } from './column-mapping.js';
import { ImportProgress } from './import-progress.js';

const route = getRouteApi('/shell/releases/import/$importId');

/** One import: looked over before it begins, watched while it runs, read afterwards. */
export function ImportScreen() {
  const { importId } = route.useParams();
  const mayWrite = useMay('releases:write');
  const query = useQuery(oneImport(importId));
  return (
    <Loaded query={query} skeleton={<ScreenSkeleton />}>
      {(source) => (source === null ? <NotFound /> : source.status === 'READY' && mayWrite ? <ColumnMapping source={source} /> : <ImportProgress source={source} />)}
    </Loaded>
  );
}
