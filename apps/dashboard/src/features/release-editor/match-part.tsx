import { readFragment } from '@lynkify/contract';
import { Button, Loader, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { count, formatMoment } from '../../format.js';
import { useMay } from '../../session/may.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import { CandidateRow } from '../review/candidate-row.js';
import { Candidate_candidate } from '../review/candidate.js';
import candidates from '../review/candidates.module.css';
import { useDecisions } from '../review/use-decisions.js';
import classes from './match.module.css';
import { releaseMatch, type LookedUp, type ReleaseMatch } from './match-query.js';
import type { ReleaseActions } from './release-actions.js';
import { editedRelease, type EditedRelease } from './release-query.js';

interface MatchPartProps {
  release: EditedRelease;
  actions: ReleaseActions;
  /** Saves in its turn and shows the answer. */
  run(save: () => Promise<EditedRelease>): Promise<void>;
}

/** Where else the music is: which services were asked, what they said, and what a person has to decide. */
export function MatchPart({ release, actions, run }: MatchPartProps) {
  const { id, version } = release;
  const queryClient = useQueryClient();
  const mayWrite = useMay('releases:write');
  const lookedUp = useQuery(releaseMatch(id));
  const { data } = lookedUp;
  const arrived = data?.version ?? version;
  useEffect(() => {
    // What a look-up brings belongs to the release: its links, and what was filled in.
    if (arrived > version) void queryClient.invalidateQueries({ queryKey: editedRelease(id).queryKey });
  }, [arrived, version, id, queryClient]);

  const match = data?.match ?? null;
  return (
    <EditorPart id="matching" title="Elsewhere" lead={match === null ? 'Music services are asked for this release, and what they know of it is taken over.' : undefined}>
      {lookedUp.isError && <FormFailure failure={failureOf(lookedUp.error)} />}
      {match !== null && <Summary match={match} release={release} waiting={data?.candidates.length ?? 0} />}
      {data !== undefined && data !== null && data.candidates.length > 0 && <Candidates waiting={data.candidates} mayWrite={mayWrite} run={run} />}
      {match !== null && <Services services={match.services} open={match.running} />}
      {mayWrite && lookedUp.isSuccess && <LookUp release={release} running={match?.running ?? false} again={match !== null} actions={actions} run={run} />}
    </EditorPart>
  );
}

const byMatch = new Set(['upc', 'isrc', 'title', 'link']);

function Summary({ match, release, waiting }: { match: ReleaseMatch; release: EditedRelease; waiting: number }) {
  const found = release.destinations.filter(({ method }) => byMatch.has(method)).length;
  const look = waiting + release.destinations.filter(({ flagged }) => flagged).length;
  const words = [found === 0 ? (match.running ? '' : 'No other links were found.') : `${count(found, 'link was', 'links were')} found.`, look === 0 ? '' : `${count(look, 'needs', 'need')} a look.`];
  return (
    <p className={classes.summary} role="status">
      {match.running && <Loader size={16} color="gray" aria-hidden />}
      <span>{[match.running ? 'Music services are being asked.' : '', ...words].filter((word) => word !== '').join(' ')}</span>
    </p>
  );
}

function Candidates({ waiting, mayWrite, run }: { waiting: LookedUp['candidates']; mayWrite: boolean; run: MatchPartProps['run'] }) {
  const { decide, stateOf } = useDecisions(run);
  const undo = useUndo<{ id: string; words: string }>();
  return (
    <>
      <ul className={classes.candidates} aria-label="Matches to review">
        {waiting.map((each) => {
          const candidate = readFragment(Candidate_candidate, each);
          return (
            <li key={each.id} className={candidates.candidate}>
              <CandidateRow
                candidate={candidate}
                mayWrite={mayWrite}
                {...stateOf(each.id)}
                onDecide={(decision) =>
                  void decide(candidate, decision).then((done) => {
                    if (done && decision === 'REJECT') undo.add(each.id, { id: each.id, words: `${candidate.platformName} was turned down.` });
                  })
                }
              />
            </li>
          );
        })}
      </ul>
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ words }) => words}
        onUndo={(key, { id }) => {
          undo.drop(key);
          void decide({ id, conflictsWith: null }, 'REOPEN');
        }}
      />
    </>
  );
}

type Service = ReleaseMatch['services'][number];

const plainWords: Readonly<Record<Service['status'], string>> = {
  WAITING: 'Waits for its turn.',
  ASKING: 'Is being asked.',
  FOUND: 'Knows it.',
  MISSED: 'Does not know it.',
  UNAVAILABLE: 'Could not be asked.',
  NOT_CONFIGURED: '',
};

function Services({ services, open }: { services: readonly Service[]; open: boolean }) {
  const asked = services.filter(({ status }) => status !== 'NOT_CONFIGURED');
  const others = services.filter(({ status }) => status === 'NOT_CONFIGURED').map(({ name }) => name);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = chosen ?? open;
  return (
    <details className={classes.services} open={shown} onToggle={(event) => event.currentTarget.open !== shown && setChosen(event.currentTarget.open)}>
      <summary>{count(asked.length, 'service', 'services')} asked</summary>
      <ul>
        {asked.map(({ service, name, status, message, retryAt }) => (
          <li key={service} className={classes.service}>
            <span className={classes.serviceName}>{name}</span>
            <span className={status === 'UNAVAILABLE' ? classes.unavailable : classes.said}>
              {message === '' ? plainWords[status] : message}
              {retryAt !== null && status !== 'ASKING' && ` Asked again ${formatMoment(retryAt)}.`}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && <p className={classes.others}>Not set up on this installation: {others.join(', ')}.</p>}
    </details>
  );
}

function LookUp({ release, running, again, actions, run }: { release: EditedRelease; running: boolean; again: boolean } & Pick<MatchPartProps, 'actions' | 'run'>) {
  const queryClient = useQueryClient();
  const [from, setFrom] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const look = async () => {
    setPending(true);
    setFailure(null);
    try {
      await run(() => actions.lookUp(from));
      setFrom('');
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
      await queryClient.invalidateQueries({ queryKey: releaseMatch(release.id).queryKey });
    }
  };
  return (
    <form
      className={classes.lookUp}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void look();
      }}
    >
      <TextInput
        className={classes.from}
        label="UPC, ISRC or a link"
        description={release.upc === null ? 'A code finds the release for certain. Without one, title and artist are looked for.' : `Empty: the UPC ${release.upc} is looked for.`}
        value={from}
        error={failure}
        onChange={(event) => setFrom(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
      />
      <Button type="submit" variant="default" loading={pending} disabled={running && from.trim() === ''}>
        {again ? 'Look again' : 'Look it up'}
      </Button>
    </form>
  );
}
