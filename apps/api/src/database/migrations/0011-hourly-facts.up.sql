-- What an hourly count is of, in 128 bits: a key of eleven columns was most of what counting an event cost. The functions
-- are those of hash partitioning, so they give the same in every later version of the server.
alter table hourly_counts add column facts bytea not null generated always as (
  int8send(hash_record_extended(row(artist_id, release_id, kind, target, channel, referrer_host, country, device, audience), 0))
  || int8send(hash_record_extended(row(artist_id, release_id, kind, target, channel, referrer_host, country, device, audience), 1))
) stored;
create unique index hourly_counts_facts_key on hourly_counts (workspace_id, hour, facts);
drop index hourly_counts_key;

-- Whose rows they are is asked once a statement, and not once a row of the thousands that a batch writes.
do $$
declare t text;
begin
  foreach t in array array['events', 'hourly_counts', 'event_days', 'daily_counts', 'day_visitors', 'daily_visitors'] loop
    execute format('alter policy %I on %I using (workspace_id = (select app_workspace()))', t || '_tenant', t);
    execute format('alter policy %I on %I using ((select app_purpose()) = ''ingest'')', t || '_ingest', t);
  end loop;
end $$;
