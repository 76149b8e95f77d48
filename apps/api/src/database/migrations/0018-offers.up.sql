-- When and whether a page offers each platform, how long the page lasts, who may see it, and where an archived one leads.

alter table destinations
  -- Switched off, a platform is not on the page and its address leads to the page.
  add column offered boolean not null default true,
  -- As a wall clock of the release's zone shows it, like its date and time: whoever changes the zone moves these along.
  add column offered_from text constraint destinations_offered_from check (offered_from ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
  add column offered_until text constraint destinations_offered_until check (offered_until ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
  -- Whether it is of use before the release; null: as its platform usually is.
  add column before_release boolean,
  add constraint destinations_offered_forwards check (offered_from < offered_until);

alter table releases
  -- Platforms that do not operate where the fan is come last, or are left out.
  add column elsewhere text not null default 'sink' constraint releases_elsewhere check (elsewhere in ('sink', 'hide')),
  -- When its page ends by itself, in the release's zone, and what its address does then.
  add column expires text constraint releases_expires check (expires ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
  add column after_expiry text not null default 'artist' constraint releases_after_expiry check (after_expiry in ('artist', 'gone')),
  -- scrypt, with its parameters and salt; null: everyone may see the page.
  add column password_hash text,
  -- Where the address of an archived release leads; null while it is not archived, or was never public.
  add column archive_leads_to text constraint releases_archive_leads_to check (archive_leads_to in ('artist', 'platform', 'gone')),
  add column archive_platform text,
  add constraint releases_archive_somewhere check (coalesce(archive_leads_to = 'platform', false) = (archive_platform is not null));

alter table published_pages drop constraint published_pages_kind;
alter table published_pages add constraint published_pages_kind check (kind in ('smart-link', 'bio-page', 'archived', 'redirect', 'gone')) not valid;
alter table published_pages validate constraint published_pages_kind;

-- What was archived until now answered that it is gone, and goes on doing so until somebody publishes it again.
alter table releases no force row level security;
update releases set archive_leads_to = 'gone' where status = 'archived' and first_published_at is not null;
alter table releases force row level security;
