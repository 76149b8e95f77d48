import { Alert, Button, Checkbox, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.js';
import { PageHeader } from '../../components/page-header.js';
import { Section } from '../../components/section.js';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { count, formatNumber } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { columnRoles, withRole, type ColumnRole } from './column-roles.js';
import { FirstLines } from './first-lines.js';
import { useImportActions } from './import-actions.js';
import classes from './imports.module.css';
import { importRows, type ImportDetail } from './imports-query.js';
import { nameOf } from './imports-screen.js';

const dateOrders = [
  { value: 'YMD', label: 'Year, month, day: 2024-08-16' },
  { value: 'DMY', label: 'Day, month, year: 16.08.2024' },
  { value: 'MDY', label: 'Month, day, year: 08/16/2024' },
] as const;

/** A file before anything is made of it: what its columns are, whose releases it holds, what is wrong with it. */
export function ColumnMapping({ source }: { source: ImportDetail }) {
  const { id, columns, counts, hasHeadings, dateOrder, createArtists, artist } = source;
  const { workspace } = useCurrentArtist();
  const mayAddArtists = useMay('artists:write');
  const navigate = useNavigate();
  const rows = useQuery(importRows(id));
  const { change, confirm, cancel } = useImportActions(id);
  // A choice that the API refuses, such as no title, stays on the screen with the reason.
  const [roles, setRoles] = useState<readonly ColumnRole[]>(columns.map(({ role }) => role));
  const namesArtist = roles.includes('ARTIST');
  const check = rows.data?.check ?? null;
  const wrong = check?.wrong ?? 0;
  const good = counts.total - wrong;
  const unclear = !namesArtist && artist === null && workspace.artists.length > 1;

  const chooseRole = (index: number, role: ColumnRole) => {
    const next = withRole(roles, index, role);
    setRoles(next);
    change.mutate({ roles: next });
  };

  return (
    <>
      <PageHeader title={nameOf(source)} lead={`${count(counts.total, 'line', 'lines')} were read. Look over what they are taken for; nothing is made before you begin.`} />
      <div className={classes.mapping}>
        <Section title="Columns">
          <ul className={classes.columnList} aria-label="Columns">
            {columns.map(({ index, heading }) => {
              const samples = (rows.data?.firstRows ?? []).map((row) => row[index] ?? '').filter((cell) => cell !== '');
              const name = heading === '' ? `Column ${index + 1}` : heading;
              return (
                <li key={index} className={roles[index] === 'IGNORED' ? `${classes.column} ${classes.ignored}` : classes.column}>
                  <span className={classes.columnWords}>
                    <span className={classes.columnName}>{name}</span>
                    {rows.isPending ? <Skeleton height={12} width="60%" mt={6} /> : <span className={classes.samples}>{samples.length === 0 ? 'Empty in the first lines' : samples.join(' · ')}</span>}
                  </span>
                  <Select
                    className={classes.role}
                    aria-label={`What “${name}” is`}
                    data={columnRoles}
                    value={roles[index] ?? 'IGNORED'}
                    allowDeselect={false}
                    onChange={(role) => {
                      const chosen = columnRoles.find(({ value }) => value === role);
                      if (chosen) chooseRole(index, chosen.value);
                    }}
                  />
                </li>
              );
            })}
          </ul>
          <div className={classes.choices}>
            <Checkbox label="The first row names the columns" checked={hasHeadings === true} disabled={change.isPending} onChange={(event) => change.mutate({ hasHeadings: event.currentTarget.checked })} />
            {roles.includes('DATE') && (
              <Select
                label="How dates are written"
                data={dateOrders}
                value={dateOrder}
                allowDeselect={false}
                onChange={(order) => {
                  const chosen = dateOrders.find(({ value }) => value === order);
                  if (chosen) change.mutate({ dateOrder: chosen.value });
                }}
              />
            )}
            {(workspace.artists.length > 1 || namesArtist) && (
              <Select
                label="Whose releases these are"
                searchable
                allowDeselect={false}
                placeholder="Choose an artist"
                data={[...(namesArtist ? [{ value: 'line', label: 'Each line names its artist' }] : []), ...workspace.artists.map((each) => ({ value: each.id, label: each.name }))]}
                value={artist?.id ?? (namesArtist ? 'line' : null)}
                onChange={(chosen) => chosen !== null && change.mutate({ artistId: chosen === 'line' ? null : chosen })}
              />
            )}
            {mayAddArtists && namesArtist && artist === null && (
              <Checkbox label="Add artists that are not here yet" checked={createArtists} disabled={change.isPending} onChange={(event) => change.mutate({ createArtists: event.currentTarget.checked })} />
            )}
          </div>
        </Section>
        <div className={classes.checked}>
          {rows.isError && <ErrorState error={rows.error} onRetry={() => void rows.refetch()} retrying={rows.isFetching} />}
          {rows.data && <FirstLines lines={rows.data.lines.nodes} withArtist={namesArtist} />}
          {check !== null && check.unknownArtists.length > 0 && createArtists && artist === null && (
            <Alert color="yellow" title={`${count(check.unknownArtists.length, 'artist is', 'artists are')} new here`}>
              {check.unknownArtists.slice(0, 8).join(', ')}
              {check.unknownArtists.length > 8 && ` and ${formatNumber(check.unknownArtists.length - 8)} more`}. They are added, each with an address of their own.
            </Alert>
          )}
          {check !== null && (
            <Section title={wrong === 0 ? 'Nothing is wrong' : `${count(wrong, 'line', 'lines')} cannot be read`} lead={wrong === 0 ? 'Every line can be read as it is.' : 'They are left out, and the others come in. Mend them in the file and bring it in again: what is here already stays as it is.'}>
              {wrong > 0 && (
                <ul className={classes.problems} aria-label="Lines that cannot be read">
                  {check.lines.map(({ number, title, artist: credit, message }) => (
                    <li key={number} className={classes.problem}>
                      <span className={classes.number}>{formatNumber(number)}</span>
                      <span className={classes.problemWords}>
                        <span className={classes.problemTitle}>{title || credit || 'No title'}</span>
                        <span className={classes.bad}>{message}</span>
                      </span>
                    </li>
                  ))}
                  {wrong > check.lines.length && <li className={classes.problem}>and {formatNumber(wrong - check.lines.length)} more, each named in the report</li>}
                </ul>
              )}
            </Section>
          )}
        </div>
      </div>
      <div className={classes.bar}>
        <FormFailure failure={confirm.isError ? failureOf(confirm.error) : cancel.isError ? failureOf(cancel.error) : change.isError ? failureOf(change.error) : unclear ? 'Say whose releases these are, or which column names the artist.' : null} />
        <Button disabled={change.isPending || change.isError || unclear || check === null || good === 0} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {check === null ? 'Import' : `Import ${count(good, 'line', 'lines')}`}
        </Button>
        <Button variant="subtle" color="gray" loading={cancel.isPending} onClick={() => cancel.mutate(undefined, { onSuccess: () => void navigate({ to: '/releases/import' }) })}>
          Cancel
        </Button>
      </div>
    </>
  );
}
