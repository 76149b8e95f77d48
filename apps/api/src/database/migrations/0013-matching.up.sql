-- Releases are looked up at music services: what was asked, what was found, what was made of it and why.

alter table releases
  -- Whose each field that a match may fill is: 'typed', 'default', or the service that it was taken from.
  add column origins jsonb not null default '{}',
  -- The version of the last change by a person. Changes by the system go past it, and nobody's form is out of date for them.
  add column edited_version integer;

alter table destinations
  drop constraint destinations_method,
  add constraint destinations_method check (method in ('pasted', 'typed', 'upc', 'isrc', 'title', 'link', 'import')),
  -- How sure the match was, 0 to 1, and which service said it; null for what a person put there.
  add column score real constraint destinations_score check (score between 0 and 1),
  add column service text,
  -- A person should look whether it is the right one.
  add column flagged boolean not null default false;

create table matches (
  workspace_id uuid not null,
  release_id uuid not null,
  -- What it began from: a code, a link, or the release itself.
  began_from text not null default '',
  -- Goes up with each time that it is looked up anew; what an earlier run still brings is not taken.
  run integer not null default 1,
  country text not null,
  -- Of its jobs: lower comes first. What somebody is looking at comes before catalogues.
  priority integer not null default 0,
  -- The artwork that the best service named, until it is fetched.
  artwork_url text,
  artwork_service text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint matches_pkey primary key (workspace_id, release_id),
  constraint matches_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade
);

create table match_lookups (
  workspace_id uuid not null,
  release_id uuid not null,
  service text not null,
  status text not null constraint match_lookups_status check (status in ('waiting', 'asking', 'found', 'missed', 'unavailable', 'not-configured')),
  tries integer not null default 0,
  -- For people.
  message text not null default '',
  -- What the service was asked by and answered to, e.g. 'upc:602475093060': it is asked anew only by something new.
  asked text[] not null default '{}',
  found_count integer not null default 0,
  -- What it said of the release, once that is sure; fields are filled from these.
  facts jsonb,
  tried_at timestamptz,
  -- When it is asked again.
  retry_at timestamptz,
  constraint match_lookups_pkey primary key (workspace_id, release_id, service),
  constraint match_lookups_match_fkey foreign key (workspace_id, release_id) references matches (workspace_id, release_id) on delete cascade
);
-- Upkeep: who is due, of whatever workspace.
create index match_lookups_due_idx on match_lookups (retry_at) where retry_at is not null;

-- Every address that a match came upon, also those that were taken at once: the audit trail. One that was taken and is
-- not on the release any more was taken off by a person, and does not come back.
create table match_candidates (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  release_id uuid not null,
  platform text not null,
  url text not null,
  entity text,
  method text not null constraint match_candidates_method check (method in ('upc', 'isrc', 'title', 'link')),
  evidence jsonb not null,
  score real not null constraint match_candidates_score check (score between 0 and 1),
  country text,
  service text not null,
  -- What the service said of it: title, artist, date, artwork, codes, tracks.
  found jsonb not null,
  status text not null default 'pending' constraint match_candidates_status check (status in ('pending', 'accepted', 'rejected')),
  -- Null for what the ladder took.
  decided_by uuid,
  decided_at timestamptz,
  -- To the millisecond, as cursors carry it.
  found_at timestamptz(3) not null default now(),
  constraint match_candidates_pkey primary key (workspace_id, id),
  constraint match_candidates_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade,
  constraint match_candidates_url_key unique (workspace_id, release_id, platform, url)
);
-- The review queue, newest first.
create index match_candidates_pending_idx on match_candidates (workspace_id, found_at desc, id) where status = 'pending';

do $$
declare t text;
begin
  foreach t in array array['matches', 'match_lookups', 'match_candidates'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
  end loop;
end $$;
create policy match_lookups_maintenance on match_lookups for select using (app_purpose() = 'maintenance');

grant select, insert, update, delete on matches, match_lookups, match_candidates to lynkify_app;
