-- Whose turn it is at other people's services, for all processes of the instance. Of no tenant. Unlogged: after a crash
-- everything begins at rest, which a service forgives.
create unlogged table service_turns (
  service text constraint service_turns_pkey primary key constraint service_turns_service check (length(service) between 1 and 300),
  -- When the turns that are taken are paid off: the theoretical arrival time of the generic cell rate algorithm.
  next_turn timestamptz not null,
  paused_until timestamptz,
  pause_reason text constraint service_turns_pause_reason check (length(pause_reason) <= 500),
  budget_day date,
  budget_used integer not null default 0 constraint service_turns_budget check (budget_used >= 0)
);
grant select, insert, update, delete on service_turns to lynkify_app;

-- Takes a turn in one statement, under the lock of the service's row, so processes come one after the other. Times in
-- milliseconds. `wait`: how long until the turn that was taken; null: none was, `until` says when there may be one.
create function take_service_turn(service text, every double precision, burst integer, patience double precision, cost integer, units integer, day_zone text,
  out wait double precision, out until timestamptz, out reason text)
language plpgsql set search_path = public, pg_temp as $$
declare
  t service_turns;
  this_moment timestamptz;
  today date;
  turn timestamptz;
  step interval := make_interval(secs => every / 1000);
begin
  insert into service_turns (service, next_turn) values (take_service_turn.service, '-infinity') on conflict on constraint service_turns_pkey do nothing;
  select * into t from service_turns s where s.service = take_service_turn.service for update;
  -- After the lock: who waited for it is not in the past.
  this_moment := clock_timestamp();
  today := (this_moment at time zone coalesce(day_zone, 'UTC'))::date;
  if t.budget_day is distinct from today then
    t.budget_day := today;
    t.budget_used := 0;
  end if;
  if units is not null and t.budget_used + cost > units then
    until := (today + 1)::timestamp at time zone day_zone;
    reason := 'budget';
    return;
  end if;
  turn := greatest(greatest(t.next_turn, this_moment) - step * (burst - 1), this_moment);
  reason := 'limit';
  if t.paused_until > turn then
    -- Everybody who waited for the end of a pause would come at once: they are lined up behind it.
    turn := greatest(t.paused_until, t.next_turn);
    reason := 'paused';
  end if;
  until := turn;
  if turn > this_moment + make_interval(secs => patience / 1000) then return; end if;
  wait := extract(epoch from turn - this_moment) * 1000;
  update service_turns s set next_turn = greatest(t.next_turn, turn) + step, budget_day = t.budget_day, budget_used = t.budget_used + cost
    where s.service = take_service_turn.service;
end $$;
revoke execute on function take_service_turn(text, double precision, integer, double precision, integer, integer, text) from public;
grant execute on function take_service_turn(text, double precision, integer, double precision, integer, integer, text) to lynkify_app;
