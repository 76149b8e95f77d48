-- What the application's role may do: rows, never structure; the ledger only grows; partitions only through events.
grant usage on schema public to lynkify_app;
grant select, insert, update, delete on
  users, sessions, account_tokens, workspaces, members, invitations, api_keys, rate_limits,
  media, artists, handles, handle_skeletons, releases, former_slugs, tracks, destinations, bio_pages, bio_sections, published_pages,
  fans, opt_ins, hourly_counts, daily_visitors, rejected_events
  to lynkify_app;
grant select, insert on consents to lynkify_app;
grant select, insert, update on events to lynkify_app;
grant usage on sequence published_pages_version_seq to lynkify_app;
grant execute on function make_events_partition(timestamptz) to lynkify_app;
