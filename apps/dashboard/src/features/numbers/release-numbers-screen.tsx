import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { releaseNumbers } from './numbers-query.js';
import classes from './numbers.module.css';
import { ReleaseNumbers } from './release-numbers.js';
import { useRange } from './use-range.js';

const route = getRouteApi('/shell/releases/$releaseId/numbers');

/** The numbers of one release as a screen of their own. */
export function ReleaseNumbersScreen() {
  const { releaseId } = route.useParams();
  const { days } = useRange();
  const { data } = useQuery(releaseNumbers(releaseId, days));
  return (
    <>
      <TextLink to="/releases/$releaseId" params={{ releaseId }} className={classes.back} c="inherit" underline="hover">
        <IconArrowLeft size={18} aria-hidden /> To the release
      </TextLink>
      <PageHeader title={data ? `Numbers of ${data.title}` : 'Numbers'} />
      <ReleaseNumbers releaseId={releaseId} />
    </>
  );
}
