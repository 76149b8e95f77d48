drop function drop_events_before(timestamptz);
drop policy workspaces_ingest on workspaces;
drop policy artists_ingest on artists;
drop policy events_ingest on events;
drop policy hourly_counts_ingest on hourly_counts;
alter table hourly_counts reset (fillfactor);
create index events_release_idx on events (workspace_id, release_id, at desc);
create index hourly_counts_release_idx on hourly_counts (workspace_id, release_id, hour);
create index hourly_counts_artist_idx on hourly_counts (workspace_id, artist_id, hour);
drop table event_days, daily_counts, day_visitors, daily_visitors;
-- Who was here is known of no day any more: visitors count anew from here.
create table daily_visitors (
  workspace_id uuid not null,
  day date not null,
  artist_id uuid not null,
  release_id uuid,
  visitor text not null
);
create unique index daily_visitors_key on daily_visitors (workspace_id, day, artist_id, release_id, visitor) nulls not distinct;
alter table daily_visitors enable row level security;
alter table daily_visitors force row level security;
create policy daily_visitors_tenant on daily_visitors using (workspace_id = app_workspace());
grant select, insert, update, delete on daily_visitors to lynkify_app;
