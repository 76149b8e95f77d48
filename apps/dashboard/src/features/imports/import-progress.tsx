import { Badge, Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { GraphQLRequestError } from '@lynkify/contract';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { workspaceHeaders } from '../../api.js';
import { ConfirmButton } from '../../components/confirm-button.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { RelativeTime } from '../../components/relative-time.js';
import { ViewChip, ViewChips } from '../../components/view-chips.js';
import { failureOf } from '../../forms/failure.js';
import { count, formatNumber, formatShare } from '../../format.js';
import { saveFile } from '../../save-file.js';
import { useMay } from '../../session/may.js';
import { csvRefusal } from '../fans/csv-refusal.js';
import { forgetLists } from '../release-editor/release-actions.js';
import { useImportActions } from './import-actions.js';
import { ImportLines } from './import-lines.js';
import { isGoing, outcomes, outcomeWords, paceOf, statusWords, sumOf, timeOf, withSample, type Outcome, type Sample } from './import-words.js';
import classes from './imports.module.css';
import type { ImportDetail } from './imports-query.js';
import { nameOf } from './imports-screen.js';

const route = getRouteApi('/shell/releases/import/$importId');

/** How far an import is, how fast, and what became of each line; it goes on when this screen is left. */
export function ImportProgress({ source }: { source: ImportDetail }) {
  const { id, kind, status, counts, message, retryAt } = source;
  const { outcome } = route.useSearch();
  const mayWrite = useMay('releases:write');
  const { cancel, runAgain } = useImportActions(id);
  const going = isGoing(status);
  const done = counts.total - counts.waiting;
  const pace = usePace(done, going);
  useFreshLists(id, going);
  const share = counts.total === 0 ? 0 : done / counts.total;

  return (
    <>
      <PageHeader
        title={nameOf(source)}
        lead={
          <>
            {source.artist ? <>Releases of {source.artist.name}. </> : null}
            {going ? 'Begun' : 'Brought in'} <RelativeTime at={source.createdAt} />. <TextLink to="/releases/import">All imports</TextLink>
          </>
        }
        actions={
          <>
            {counts.total > 0 && <Report id={id} />}
            {mayWrite && status === 'FINISHED' && kind === 'ARTIST' && (
              <ButtonLink variant="default" to="/releases/import/artist" search={{ from: source.source }}>
                Look at the page again
              </ButtonLink>
            )}
            {mayWrite && !going && status !== 'READY' && (status !== 'FINISHED' || counts.refused > 0) && (
              <Button variant="default" loading={runAgain.isPending} onClick={() => runAgain.mutate()}>
                {status === 'FINISHED' ? 'Try refused lines again' : 'Go on'}
              </Button>
            )}
            {mayWrite && going && (
              <ConfirmButton question="Stop this import?" consequence="What it made so far stays, and you can go on later." verb="Stop it" onConfirm={() => cancel.mutateAsync()}>
                Stop
              </ConfirmButton>
            )}
          </>
        }
      />
      <section className={classes.state} aria-label="Progress">
        <div className={classes.stateHead}>
          <Badge color={statusWords[status].color}>{statusWords[status].label}</Badge>
          <span role="status" className={classes.far}>
            {farOf(source, done)}
          </span>
          {going && pace(counts.waiting) !== '' && <span className={classes.soft}>{pace(counts.waiting)}</span>}
        </div>
        {(going || status === 'CANCELLED') && <Progress value={status === 'READING' ? 100 : share * 100} animated={status === 'READING'} striped={status === 'READING'} aria-label={status === 'READING' ? 'Reading the page' : `${formatShare(share)} done`} />}
        {message !== '' && (
          <p className={status === 'FAILED' ? classes.bad : classes.warn}>
            {message}
            {retryAt !== null && (
              <>
                {' '}
                Asked again <RelativeTime at={retryAt} />.
              </>
            )}
          </p>
        )}
        {status === 'FINISHED' && counts.created + counts.completed > 0 && (
          <p className={classes.soft}>
            Each is looked up on the other platforms now, one after the other. <TextLink to="/releases">See the releases</TextLink>
          </p>
        )}
        {runAgain.isError && (
          <p className={classes.bad} role="alert">
            {failureOf(runAgain.error)}
          </p>
        )}
      </section>
      {counts.total > 0 && (
        <>
          <OutcomeChips counts={counts} chosen={outcome} />
          <ImportLines id={id} outcome={outcome} going={going} kind={kind} />
        </>
      )}
      {counts.total === 0 && !going && (
        <ButtonLink to="/releases/import" variant="default">
          Import something else
        </ButtonLink>
      )}
    </>
  );
}

/** "1,204 of 2,000 lines: 1,190 new, 14 refused" */
function farOf({ status, counts, startedAt, finishedAt }: ImportDetail, done: number): string {
  if (status === 'READING') return counts.total === 0 ? 'The service is being asked' : `${count(counts.total, 'release', 'releases')} found so far`;
  if (counts.total === 0) return status === 'FINISHED' ? 'There was nothing to bring in' : '';
  if (status !== 'FINISHED') return `${formatNumber(done)} of ${count(counts.total, 'line', 'lines')}: ${sumOf(counts).toLowerCase()}`;
  const took = startedAt !== null && finishedAt !== null ? ` in ${timeOf((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)}` : '';
  return `${count(counts.total, 'line', 'lines')}${took}: ${sumOf(counts).toLowerCase()}`;
}

function usePace(done: number, going: boolean): (waiting: number) => string {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    if (!going) return;
    const take = () => setSamples((before) => withSample(before, { at: Date.now(), done }));
    take();
    const timer = setInterval(take, 1_000);
    return () => clearInterval(timer);
  }, [done, going]);
  return (waiting) => paceOf(samples, waiting);
}

/** What has just ended has changed the lists of releases, and its own lines once more. */
function useFreshLists(id: string, going: boolean): void {
  const queryClient = useQueryClient();
  const before = useRef(going);
  useEffect(() => {
    if (before.current && !going) {
      void forgetLists(queryClient);
      void queryClient.invalidateQueries({ queryKey: ['imports', id, 'lines'] });
    }
    before.current = going;
  }, [going, id, queryClient]);
}

function OutcomeChips({ counts, chosen }: { counts: ImportDetail['counts']; chosen: Outcome | undefined }) {
  const navigate = useNavigate();
  const amounts: Readonly<Record<Outcome, number>> = { CREATED: counts.created, COMPLETED: counts.completed, UNCHANGED: counts.unchanged, REFUSED: counts.refused, WAITING: counts.waiting };
  const show = (outcome: Outcome | undefined) => void navigate({ to: '.', search: outcome ? { outcome } : {}, replace: true });
  return (
    <ViewChips label="Show lines" className={classes.chips}>
      <ViewChip label="All" amount={counts.total} on={chosen === undefined} onPress={() => show(undefined)} />
      {outcomes
        .filter((outcome) => amounts[outcome] > 0 || outcome === chosen)
        .map((outcome) => (
          <ViewChip key={outcome} label={outcomeWords[outcome].label} amount={amounts[outcome]} on={chosen === outcome} onPress={() => show(outcome)} />
        ))}
    </ViewChips>
  );
}

/** Fetched and not linked to: a link cannot say in which workspace this tab stands. */
function Report({ id }: { id: string }) {
  const download = useMutation({
    mutationFn: async () => {
      const response = await fetch(`/v1/imports/${id}.csv`, { headers: { accept: 'text/csv', ...workspaceHeaders() } }).catch((cause: unknown) => {
        throw GraphQLRequestError.offline(cause);
      });
      if (!response.ok) throw await csvRefusal(response);
      saveFile(`import-${id}.csv`, await response.blob());
    },
    onError: (error) => notifications.show({ title: 'The report was not downloaded', message: failureOf(error), color: 'red' }),
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={download.isPending} onClick={() => download.mutate()}>
      Download the report
    </Button>
  );
}
