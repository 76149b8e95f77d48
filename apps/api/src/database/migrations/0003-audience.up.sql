-- Fans, their consent, and every visit, click and capture.

create table fans (
  workspace_id uuid not null constraint fans_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  email text not null,
  email_key text not null generated always as (lower(email)) stored,
  name text not null default '',
  country text,
  city text,
  locale text,
  -- Where the fan was first met.
  source_artist_id uuid,
  source_release_id uuid,
  source_path text not null,
  source_channel text,
  source_referrer text,
  source_utm jsonb,
  -- Milliseconds, so that a cursor made of it in JavaScript names exactly this row.
  joined_at timestamptz(3) not null,
  verified_at timestamptz,
  -- The fan wants no mail of this workspace. A later confirmation takes it back.
  unsubscribed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint fans_pkey primary key (workspace_id, id),
  constraint fans_email_key unique (workspace_id, email_key)
);
-- The list, newest first. What a search looks at is in the index too: under row-level security a trigram index would
-- stand idle, because `ilike` is not leakproof and may only be asked of rows that the policy has let through.
create index fans_joined_idx on fans (workspace_id, joined_at desc, id desc) include (email_key, name);
create index fans_verified_idx on fans (workspace_id, verified_at) where verified_at is not null;

-- One request for confirmation of one fan to one artist, about one wording.
create table opt_ins (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  fan_id uuid not null,
  artist_id uuid not null,
  -- The ledger's record of what the fan agreed to, which the mail repeats and the confirmation confirms.
  consent_id uuid not null,
  path text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  -- Mails ordered, in the transaction that queued them; what the limits count.
  mail_count integer not null default 0 constraint opt_ins_mail_count check (mail_count between 0 and 3),
  mail_ordered_at timestamptz,
  -- When the mail server took each of them.
  mailed_at timestamptz[] not null default '{}',
  confirmed_at timestamptz,
  constraint opt_ins_pkey primary key (workspace_id, id),
  constraint opt_ins_fan_fkey foreign key (workspace_id, fan_id) references fans (workspace_id, id) on delete cascade
);
create index opt_ins_fan_idx on opt_ins (workspace_id, fan_id, artist_id);
create index opt_ins_expiry_idx on opt_ins (workspace_id, expires_at) where confirmed_at is null;

-- The consent ledger: rows are added, never changed and never removed (the trigger below; the role has no such grant).
create table consents (
  workspace_id uuid not null constraint consents_workspace_fkey references workspaces (id),
  id uuid not null default uuidv7(),
  fan_id uuid not null,
  -- HMAC of the address under the instance's key: proof that outlives an erasure.
  subject_hash bytea not null,
  -- Who may write to the fan: the artist named in the wording.
  controller_artist_id uuid not null,
  controller_name text not null,
  purpose text not null,
  action text not null constraint consents_action check (action in ('given', 'confirmed', 'withdrawn')),
  wording text not null,
  wording_hash bytea not null,
  form_version integer,
  path text not null,
  locale text,
  method text not null constraint consents_method check (method in ('form', 'confirmation-link', 'unsubscribe-link', 'one-click', 'member')),
  network_hash text,
  event_id uuid,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  constraint consents_pkey primary key (workspace_id, id),
  -- The same event, delivered twice, is one record.
  constraint consents_event_key unique (workspace_id, event_id, action, purpose)
);
create index consents_fan_idx on consents (workspace_id, fan_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger consents_append_only before update or delete on consents for each row execute function refuse_change();
create trigger consents_no_truncate before truncate on consents for each statement execute function refuse_change();

-- Events, partitioned by month of their own time. The id alone decides whether one is already here: its time is part
-- of the id's making and never changes between deliveries.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null constraint events_kind check (kind in ('visit', 'click', 'capture')),
  artist_id uuid not null,
  release_id uuid,
  path text not null,
  target text,
  channel text,
  referrer_host text,
  utm jsonb,
  country text,
  city text,
  device text not null,
  audience text not null,
  visitor text,
  fan_id uuid,
  received_at timestamptz not null default now(),
  constraint events_pkey primary key (workspace_id, id, at)
) partition by range (at);
create table events_other partition of events default;
create index events_release_idx on events (workspace_id, release_id, at desc);
create index events_fan_idx on events (workspace_id, fan_id, at desc) where fan_id is not null;

-- Makes the partition of the month that holds this moment; nothing when it is there. Runs as the owner, because the
-- application's role may make no tables; events of that month that lie in events_other move in.
create function make_events_partition(moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first_day date := date_trunc('month', moment at time zone 'UTC');
  since timestamptz := first_day::timestamp at time zone 'UTC';
  until timestamptz := (first_day + interval '1 month')::timestamp at time zone 'UTC';
  name text := 'events_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass(name) is not null then return; end if;
  if moment not between now() - interval '1 year' and now() + interval '3 years' then
    raise exception 'no partition is made for %', first_day using errcode = 'invalid_parameter_value';
  end if;
  lock table events_other in access exclusive mode;
  if to_regclass(name) is not null then return; end if;
  execute format('create table %I (like events including defaults including constraints)', name);
  -- The owner is under the policy too; for this one move, behind the lock, it is not.
  alter table events_other no force row level security;
  execute format('with moved as (delete from events_other where at >= %L and at < %L returning *) insert into %I select * from moved', since, until, name);
  alter table events_other force row level security;
  execute format('alter table events attach partition %I for values from (%L) to (%L)', name, since, until);
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy events_tenant on %I using (workspace_id = app_workspace())', name);
end $$;
revoke execute on function make_events_partition(timestamptz) from public;
do $$ begin
  for months in -1..24 loop perform make_events_partition(now() + make_interval(months => months)); end loop;
end $$;

-- Kept up in the transaction that stores the events; charts read only these.
create table hourly_counts (
  workspace_id uuid not null,
  hour timestamptz not null,
  artist_id uuid not null,
  release_id uuid,
  kind text not null,
  target text,
  channel text,
  referrer_host text,
  country text,
  device text not null,
  audience text not null,
  count bigint not null
);
create unique index hourly_counts_key on hourly_counts
  (workspace_id, hour, artist_id, release_id, kind, target, channel, referrer_host, country, device, audience) nulls not distinct;
create index hourly_counts_release_idx on hourly_counts (workspace_id, release_id, hour);
create index hourly_counts_artist_idx on hourly_counts (workspace_id, artist_id, hour);

-- One row a visitor, page and day (of the workspace's zone): unique people without knowing who they are.
create table daily_visitors (
  workspace_id uuid not null,
  day date not null,
  artist_id uuid not null,
  release_id uuid,
  visitor text not null
);
create unique index daily_visitors_key on daily_visitors (workspace_id, day, artist_id, release_id, visitor) nulls not distinct;

-- Shipped lines that can never be stored, with the reason, for a person to look at. Never shown to a workspace.
create table rejected_events (
  id uuid constraint rejected_events_pkey primary key default uuidv7(),
  event_id text,
  reason text not null,
  line text not null,
  -- SHA-256 of the line: delivered again, it is put aside once.
  line_hash bytea not null constraint rejected_events_line_key unique,
  received_at timestamptz not null default now()
);
create index rejected_events_received_idx on rejected_events (received_at);

do $$
declare t text;
begin
  foreach t in array array['fans', 'opt_ins', 'consents', 'events', 'events_other', 'hourly_counts', 'daily_visitors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
  end loop;
end $$;
alter table rejected_events enable row level security;
alter table rejected_events force row level security;
create policy rejected_events_maintenance on rejected_events using (app_purpose() = 'maintenance');
