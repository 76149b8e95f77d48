revoke execute on function make_events_partition(timestamptz) from lynkify_app;
revoke all on all tables in schema public from lynkify_app;
revoke all on all sequences in schema public from lynkify_app;
revoke usage on schema public from lynkify_app;
