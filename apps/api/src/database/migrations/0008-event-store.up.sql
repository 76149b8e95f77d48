-- Counts that stay fast however many events there are, and raw events that leave when their time is over.
--
-- hourly_counts stays the finest: one row for every hour and everything that is known of a visit. A day on which much
-- happens is counted by its single facts besides (daily_counts), so that a question about a year reads some thousands of
-- rows in the busiest workspace; a quiet day has few hourly rows and needs nothing more.

-- What a workspace's day holds and how it is kept. The day is one of time_zone.
create table event_days (
  workspace_id uuid not null,
  day date not null,
  time_zone text not null,
  events bigint not null,
  -- The day is in daily_counts too, to the row; every event of it is counted there from then on.
  busy boolean not null default false,
  -- day_visitors still knows who was here on that day.
  visitors_open boolean not null default true,
  constraint event_days_pkey primary key (workspace_id, day)
);
create index event_days_open_idx on event_days (day) where visitors_open;

-- Counts of one day about the whole workspace, one artist (bio page and smart links) or one smart link, by one fact.
create table daily_counts (
  workspace_id uuid not null,
  -- Id of the workspace, the artist or the release.
  about uuid not null,
  day date not null,
  dimension text collate "C" not null constraint daily_counts_dimension check (dimension in ('all', 'target', 'channel', 'referrer', 'country', 'device', 'audience')),
  key text collate "C",
  visits bigint not null,
  clicks bigint not null,
  captures bigint not null
);
create unique index daily_counts_key on daily_counts (workspace_id, about, day, dimension, key) nulls not distinct;

-- Who was here on a day that is not over for long, and on what: a visitor is counted once for everything that a count is
-- about.
alter table daily_visitors rename to former_daily_visitors;
alter index daily_visitors_key rename to former_daily_visitors_key;
create table day_visitors (
  workspace_id uuid not null,
  day date not null,
  visitor text collate "C" not null,
  abouts uuid[] not null,
  constraint day_visitors_pkey primary key (workspace_id, day, visitor)
);
-- How many they were.
create table daily_visitors (
  workspace_id uuid not null,
  about uuid not null,
  day date not null,
  visitors bigint not null,
  constraint daily_visitors_pkey primary key (workspace_id, about, day)
);

-- The owner is under the policies too; for this one move it is not.
alter table former_daily_visitors no force row level security;
alter table hourly_counts no force row level security;
alter table workspaces no force row level security;
insert into day_visitors (workspace_id, day, visitor, abouts)
  select workspace_id, day, visitor, array_agg(distinct about)
  from former_daily_visitors, lateral (values (workspace_id), (artist_id), (release_id)) as each (about)
  where about is not null group by 1, 2, 3;
insert into daily_visitors (workspace_id, about, day, visitors)
  select workspace_id, about, day, count(*) from day_visitors, unnest(abouts) as about group by 1, 2, 3;
-- Days of before are made busy by the first rebuild; until then they are read by the hour.
insert into event_days (workspace_id, day, time_zone, events)
  select c.workspace_id, (c.hour at time zone w.time_zone)::date, w.time_zone, sum(c.count)
  from hourly_counts c join workspaces w on w.id = c.workspace_id
  group by 1, 2, 3;
alter table hourly_counts force row level security;
alter table workspaces force row level security;
drop table former_daily_visitors;

-- Every question begins at the workspace and the hour; an index that no question uses is paid for with every event.
drop index hourly_counts_release_idx;
drop index hourly_counts_artist_idx;
drop index events_release_idx;
-- Ids and codes are compared byte by byte: an index that knows the order of a language costs several times as much.
alter table hourly_counts
  alter column kind type text collate "C", alter column target type text collate "C", alter column channel type text collate "C",
  alter column referrer_host type text collate "C", alter column country type text collate "C", alter column device type text collate "C",
  alter column audience type text collate "C";
-- Counters of the running hour change all the time: their pages keep room, so that a change stays on its page.
alter table hourly_counts set (fillfactor = 80);
alter table daily_counts set (fillfactor = 70);
alter table daily_visitors set (fillfactor = 70);
alter table event_days set (fillfactor = 70);

do $$
declare t text;
begin
  foreach t in array array['event_days', 'daily_counts', 'day_visitors', 'daily_visitors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
  end loop;
  -- A shipped batch holds events of many workspaces and is one unit of work: it looks up whose they are, writes what is
  -- counted, and reaches nothing else.
  foreach t in array array['events', 'hourly_counts', 'event_days', 'daily_counts', 'day_visitors', 'daily_visitors'] loop
    execute format('create policy %I on %I using (app_purpose() = ''ingest'')', t || '_ingest', t);
  end loop;
end $$;
create policy workspaces_ingest on workspaces for select using (app_purpose() = 'ingest');
create policy artists_ingest on artists for select using (app_purpose() = 'ingest');
-- Upkeep finds the days that are to be closed, and closes them workspace by workspace.
create policy event_days_maintenance on event_days for select using (app_purpose() = 'maintenance');

grant select, insert, update, delete on event_days, daily_counts, day_visitors, daily_visitors to lynkify_app;

-- Drops the raw events of the oldest month that ended before this moment, and says which table that was; counts stay.
-- Null: no such month is left, and what lay outside the months is gone too. Runs as the owner, because the application's
-- role may drop no tables. One month at a time and never more than two seconds of waiting: events go on coming in.
create function drop_events_before(moment timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  first_kept date := date_trunc('month', moment at time zone 'UTC');
  since timestamptz := first_kept::timestamp at time zone 'UTC';
  name text;
begin
  if since > now() then
    raise exception 'events of a month that is not over are not dropped' using errcode = 'invalid_parameter_value';
  end if;
  select c.relname into name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'events'::regclass and c.relname ~ '^events_[0-9]{4}_[0-9]{2}$' and to_date(right(c.relname, 7), 'YYYY_MM') < first_kept
    order by 1 limit 1;
  if name is not null then
    execute format('drop table %I', name);
    return name;
  end if;
  alter table events_other no force row level security;
  delete from events_other where at < since;
  alter table events_other force row level security;
  return null;
end $$;
revoke execute on function drop_events_before(timestamptz) from public;
grant execute on function drop_events_before(timestamptz) to lynkify_app;
