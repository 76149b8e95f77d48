do $$
declare t text;
begin
  foreach t in array array['events', 'hourly_counts', 'event_days', 'daily_counts', 'day_visitors', 'daily_visitors'] loop
    execute format('alter policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
    execute format('alter policy %I on %I using (app_purpose() = ''ingest'')', t || '_ingest', t);
  end loop;
end $$;
create unique index hourly_counts_key on hourly_counts
  (workspace_id, hour, artist_id, release_id, kind, target, channel, referrer_host, country, device, audience) nulls not distinct;
drop index hourly_counts_facts_key;
alter table hourly_counts drop column facts;
