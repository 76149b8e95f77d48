-- Catalogues that are brought in: one row an import, one row for each of its lines, and what finds a release again.

alter table releases add column label text not null default '';

-- By what a line of a catalogue is known to be of a release that is there: its barcode without leading zeros, or its title.
create index releases_upc_idx on releases (workspace_id, artist_id, ltrim(upc, '0')) where upc is not null;
create index releases_title_idx on releases (workspace_id, artist_id, lower(title));
-- The same by one of its addresses.
create index destinations_url_idx on destinations using hash (url);

create table imports (
  workspace_id uuid not null constraint imports_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null constraint imports_kind check (kind in ('csv', 'artist')),
  -- Name of the file, or address of the artist's page.
  source text not null,
  -- ready: somebody is to look over what each column is; reading: the artist's page is being read; running: line by line.
  status text not null constraint imports_status check (status in ('ready', 'reading', 'running', 'finished', 'cancelled', 'failed')),
  -- Why it failed or what it waits for, for people.
  message text not null default '',
  -- Whose releases all lines are; null when each line says so.
  artist_id uuid,
  -- Whether an artist that a line names and nobody knows is made.
  create_artists boolean not null default false,
  -- Of a file: encoding, delimiter, headings, what each column is, order of dates. Of a page: service, country, place in its list.
  settings jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- When a run of it last did something: one that stands still was killed, and is begun again.
  worked_at timestamptz,
  retry_at timestamptz,
  constraint imports_pkey primary key (workspace_id, id),
  constraint imports_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade
);
create index imports_going_on_idx on imports (worked_at) where status in ('reading', 'running');

create table import_lines (
  workspace_id uuid not null,
  import_id uuid not null,
  -- Line of the file, or place in the artist's list.
  number integer not null,
  -- Cells of the file as they were read.
  cells text[],
  -- What a service said of the release, and its id there: a page of the list that is read twice adds nothing.
  found jsonb,
  found_id text,
  -- Why this line cannot be taken whatever its columns mean.
  problem text,
  outcome text not null default 'waiting' constraint import_lines_outcome check (outcome in ('waiting', 'created', 'completed', 'unchanged', 'refused')),
  message text not null default '',
  release_id uuid,
  done_at timestamptz,
  constraint import_lines_pkey primary key (workspace_id, import_id, number),
  constraint import_lines_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade,
  constraint import_lines_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete set null (release_id),
  constraint import_lines_found_key unique (workspace_id, import_id, found_id)
);
create index import_lines_waiting_idx on import_lines (workspace_id, import_id, number) where outcome = 'waiting';
create index import_lines_release_idx on import_lines (workspace_id, release_id) where release_id is not null;

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_lines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
  end loop;
end $$;
-- Upkeep finds what was killed, and forgets what nobody confirmed.
create policy imports_maintenance on imports for select using (app_purpose() = 'maintenance');
create policy imports_forgotten on imports for delete using (app_purpose() = 'maintenance' and status = 'ready');

grant select, insert, update, delete on imports, import_lines to lynkify_app;
