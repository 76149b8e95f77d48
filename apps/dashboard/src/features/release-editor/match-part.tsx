import { readFragment } from '@lynkify/contract';
import { Button, Loader, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { count, formatMoment } from '../../format.js';
import { useMay } from '../../session/may.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import type { Decision } from '../review/candidate-actions.js';
import { groupCandidates } from '../review/candidate-groups.js';
import { CandidateRow, DecideAll } from '../review/candidate-row.js';
import { Candidate_candidate, type Candidate } from '../review/candidate.js';
import candidates from '../review/candidates.module.css';
import { useDecisions } from '../review/use-decisions.js';
import classes from './match.module.css';
import { releaseMatch, type LookedUp, type ReleaseMatch } from './match-query.js';
import { matchWords } from './match-words.js';
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
      {data !== undefined && data !== null && <Candidates waiting={data.candidates} mayWrite={mayWrite} run={run} />}
      {match !== null && <Services services={match.services} open={match.running} />}
      {mayWrite && lookedUp.isSuccess && <LookUp release={release} again={match !== null} actions={actions} run={run} />}
    </EditorPart>
  );
}

const byMatch = new Set(['upc', 'isrc', 'title', 'link']);

function Summary({ match, release, waiting }: { match: ReleaseMatch; release: EditedRelease; waiting: number }) {
  const found = release.destinations.filter(({ method }) => byMatch.has(method)).length;
  const look = waiting + release.destinations.filter(({ flagged }) => flagged).length;
  return (
    <p className={classes.summary} role="status">
      {match.running && <Loader size={16} color="gray" aria-hidden />}
      <span>{matchWords(match, found, look)}</span>
    </p>
  );
}

function Candidates({ waiting, mayWrite, run }: { waiting: LookedUp['candidates']; mayWrite: boolean; run: MatchPartProps['run'] }) {
  const { decide, stateOf } = useDecisions(run);
  const undo = useUndo<readonly Candidate[]>();
  const list = useRef<HTMLUListElement>(null);
  const settle = async (group: readonly Candidate[], decision: Decision) => {
    const [first] = group;
    if (first === undefined || !(await decide(group, decision))) return;
    if (decision === 'REJECT') undo.add(first.id, group);
    // The button that was pressed is gone.
    else list.current?.focus();
  };
  const read = waiting.map((each) => readFragment(Candidate_candidate, each));
  return (
    <>
      {read.length > 0 && (
        <ul ref={list} className={classes.candidates} aria-label="Matches to review" tabIndex={-1}>
          {groupCandidates(read, (candidate) => ({ candidate, releaseId: '' })).map((group) =>
            group.map((candidate, index) => (
              <li key={candidate.id} className={index === 0 ? candidates.candidate : `${candidates.candidate} ${candidates.alike}`}>
                {index === 0 && mayWrite && group.length > 1 && (
                  <div className={candidates.about}>
                    <span className={candidates.aboutWords}>The same release on {group.length} platforms</span>
                    <DecideAll candidates={group} pending={stateOf(candidate.id).pending} onDecide={(decision) => void settle(group, decision)} />
                  </div>
                )}
                <CandidateRow candidate={candidate} alike={index > 0} mayWrite={mayWrite} {...stateOf(candidate.id)} onDecide={(decision) => void settle([candidate], decision)} />
              </li>
            )),
          )}
        </ul>
      )}
      <UndoNotes
        entries={undo.entries}
        wordsOf={(group) => `${group.map(({ platformName }) => platformName).join(', ')} ${group.length === 1 ? 'was' : 'were'} turned down.`}
        onUndo={(key, group) => {
          undo.drop(key);
          void decide(group, 'REOPEN');
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
  const away = asked.filter(({ status }) => status === 'UNAVAILABLE').length;
  // It opens with a look-up and stays: what closes by itself moves what somebody types in below.
  const [shown, setShown] = useState(open);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setShown(true);
  }
  return (
    <details className={classes.services} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        {away === 0 ? `${count(asked.length, 'service', 'services')} asked` : `${count(asked.length, 'service', 'services')}, ${away} could not be asked`}
      </summary>
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

function LookUp({ release, again, actions, run }: { release: EditedRelease; again: boolean } & Pick<MatchPartProps, 'actions' | 'run'>) {
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
      <Button type="submit" variant="default" loading={pending}>
        {again ? 'Look again' : 'Look it up'}
      </Button>
    </form>
  );
}
