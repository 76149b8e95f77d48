-- Destinations are asked again and again whether they still lead to the music, and pages stop offering what does not.

alter table workspaces
  -- What a published page does with a destination that is gone: goes on offering it, or not until it works again.
  add column dead_links text not null default 'keep' constraint workspaces_dead_links check (dead_links in ('keep', 'hide')),
  -- Whether owners and admins are written to about destinations that died or moved.
  add column link_check_mails boolean not null default true;

alter table destinations
  add column check_state text not null default 'unchecked' constraint destinations_check_state check (check_state in ('unchecked', 'works', 'gone', 'moved', 'unclear')),
  -- What the last check found, in a sentence.
  add column check_message text not null default '',
  -- Where it lives now, canonical, while it is 'moved'.
  add column moved_to text,
  -- Checks in a row that did not end with “it works”.
  add column failed_checks integer not null default 0,
  -- When it was first found missing, and has not been seen to work since: what is missing twice, hours apart, is gone.
  add column missing_since timestamptz,
  -- When it was flagged as gone or moved. To the millisecond, as cursors carry it.
  add column problem_since timestamptz(3),
  -- When the workspace was told of that by mail.
  add column reported_at timestamptz(3),
  -- When it is asked next; null while nobody can see its page.
  add column next_check_at timestamptz,
  add constraint destinations_moved_somewhere check ((check_state = 'moved') = (moved_to is not null)),
  add constraint destinations_problem_dated check ((check_state in ('gone', 'moved')) = (problem_since is not null));

-- Who is due in a workspace, the longest waiting first.
create index destinations_due_idx on destinations (workspace_id, next_check_at) where next_check_at is not null;
-- The list of what needs a person, the newest first.
create index destinations_problems_idx on destinations (workspace_id, problem_since desc, id desc) where problem_since is not null;

-- What was found out about an address says nothing about another one: wherever an address is written, checking begins anew.
create function begin_checks() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    new.check_state := 'unchecked';
    new.check_message := '';
    new.moved_to := null;
    new.failed_checks := 0;
    new.missing_since := null;
    new.problem_since := null;
    new.reported_at := null;
    if new.checked_at is not distinct from old.checked_at then new.checked_at := null; end if;
  end if;
  new.next_check_at := (
    select now() + interval '1 minute' + random() * interval '9 minutes' from releases r
    where r.workspace_id = new.workspace_id and r.id = new.release_id and r.status = 'published'
  );
  return new;
end $$;
create trigger destinations_added before insert on destinations for each row execute function begin_checks();
create trigger destinations_readdressed before update of url on destinations for each row when (old.url is distinct from new.url) execute function begin_checks();

-- Published: soon. Taken down: not until it is published again. Another date: the schedule follows it.
create function schedule_checks() returns trigger language plpgsql as $$
begin
  update destinations d set next_check_at = case when new.status = 'published' then least(d.next_check_at, now() + interval '1 minute' + random() * interval '9 minutes') end
  where d.workspace_id = new.workspace_id and d.release_id = new.id;
  return null;
end $$;
create trigger releases_checks after update of status, release_date on releases for each row
  when (old.status is distinct from new.status or (new.status = 'published' and old.release_date is distinct from new.release_date)) execute function schedule_checks();

-- Upkeep takes what is due, of whatever workspace; what it finds is written inside each.
create policy destinations_maintenance_read on destinations for select using (app_purpose() = 'maintenance');
create policy destinations_maintenance_take on destinations for update using (app_purpose() = 'maintenance');

-- What is public already begins to be asked over a week.
alter table destinations no force row level security;
alter table releases no force row level security;
update destinations d set next_check_at = now() + random() * interval '7 days' from releases r
  where r.workspace_id = d.workspace_id and r.id = d.release_id and r.status = 'published';
alter table destinations force row level security;
alter table releases force row level security;
