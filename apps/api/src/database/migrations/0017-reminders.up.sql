-- Before a release its page offers one mail on release day.

-- Whether the page of a release asks, in whose words, and which version of them.
alter table releases add column reminder jsonb not null default '{"on": true, "consentText": "", "version": 1}';

-- The moment of release as the public sees it, which may not be the draft's. Kept by the trigger, whoever writes the page.
alter table published_pages add column released_at timestamptz;
create function note_public_moment() returns trigger language plpgsql as $$
begin
  new.released_at := case when new.kind = 'smart-link' then (new.document #>> '{release,releasedAt}')::timestamptz end;
  return new;
end $$;
create trigger published_pages_moment before insert or update of document, kind on published_pages for each row execute function note_public_moment();
-- Whose moment has just come.
create index published_pages_moment_idx on published_pages (released_at) where released_at is not null;
create policy published_pages_maintenance on published_pages for select using (app_purpose() = 'maintenance');

-- One mail for one fan on the day of one release.
create table reminders (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  release_id uuid not null,
  fan_id uuid not null,
  -- The ledger's record of what was asked for.
  consent_id uuid not null,
  -- The platform that the fan prefers, where that is known.
  platform text,
  -- Language of the page on which they asked.
  locale text not null,
  path text not null,
  asked_at timestamptz not null,
  -- Until when the link in the confirmation mail is good.
  expires_at timestamptz not null,
  -- Confirmation mails ordered, in the transaction that queued them; what the limits count.
  mail_count integer not null default 0 constraint reminders_mail_count check (mail_count between 0 and 3),
  mail_ordered_at timestamptz,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  -- Since the last line of the release-day mail was let out. Committed before it leaves, so that no crash sends it twice.
  sent_at timestamptz,
  -- How often it was begun to be sent, and not before when it is begun again.
  attempts integer not null default 0,
  try_at timestamptz,
  constraint reminders_pkey primary key (workspace_id, id),
  constraint reminders_fan_key unique (workspace_id, release_id, fan_id),
  constraint reminders_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade,
  constraint reminders_fan_fkey foreign key (workspace_id, fan_id) references fans (workspace_id, id) on delete cascade
);
-- What a fan asked for: their history, and what an unsubscription calls off.
create index reminders_fan_idx on reminders (workspace_id, fan_id);
-- Who still waits for the mail of a release, in the order in which they confirmed.
create index reminders_waiting_idx on reminders (workspace_id, release_id, confirmed_at, id) where confirmed_at is not null and cancelled_at is null and sent_at is null;
-- Requests that nobody answered are forgotten.
create index reminders_expiry_idx on reminders (workspace_id, expires_at) where confirmed_at is null;

alter table reminders enable row level security;
alter table reminders force row level security;
create policy reminders_tenant on reminders using (workspace_id = app_workspace());
-- Upkeep looks for releases whose moment has come, of whatever workspace; it sends inside each.
create policy reminders_maintenance on reminders for select using (app_purpose() = 'maintenance');
grant select, insert, update, delete on reminders to lynkify_app;
