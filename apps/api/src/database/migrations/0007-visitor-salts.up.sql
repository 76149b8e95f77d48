-- The salts under which the renderers of an instance count visitors: the same in all of them, else one person would be
-- several. Who reads one can tell whose visits they were, as long as it exists. So the table is unlogged: its rows are in
-- no write-ahead log, and with that in no base backup and on no replica. It is empty after a crash; the renderers hold
-- what was agreed and bring it again.
create unlogged table visitor_salts (
  -- Of UTC.
  day date constraint visitor_salts_pkey primary key,
  salt bytea not null constraint visitor_salts_length check (octet_length(salt) = 32)
);
alter table visitor_salts enable row level security;
alter table visitor_salts force row level security;
create policy visitor_salts_renderer on visitor_salts using (app_purpose() = 'renderer' or app_purpose() = 'maintenance');
grant select, insert on visitor_salts to lynkify_app;

create function utc_today() returns date language sql stable as $$ select (now() at time zone 'UTC')::date $$;

-- Forgets the salts of the days before yesterday, 48 hours after their day began. A deleted row stays in its page until
-- something else is written there; truncating gives the page back to the system, so what may stay is written anew.
-- Runs as the owner, because the application's role may not truncate.
create function forget_visitor_salts() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept visitor_salts[];
begin
  perform from visitor_salts where day < utc_today() - 1;
  if not found then return; end if;
  lock table visitor_salts in access exclusive mode;
  select array_agg(s) into kept from visitor_salts s where s.day >= utc_today() - 1;
  truncate visitor_salts;
  insert into visitor_salts select * from unnest(kept);
end $$;
revoke execute on function forget_visitor_salts() from public;
grant execute on function forget_visitor_salts() to lynkify_app;
