-- The programs of before know no archived pages: to them such a page is gone.
alter table published_pages no force row level security;
update published_pages set kind = 'gone', version = nextval('published_pages_version_seq'),
  document = jsonb_build_object('kind', 'gone', 'workspaceId', document->'workspaceId', 'artist', document->'artist')
  where kind = 'archived';
alter table published_pages force row level security;
alter table published_pages drop constraint published_pages_kind;
alter table published_pages add constraint published_pages_kind check (kind in ('smart-link', 'bio-page', 'redirect', 'gone'));
alter table releases
  drop column elsewhere, drop column expires, drop column after_expiry, drop column password_hash,
  drop column archive_leads_to, drop column archive_platform;
alter table destinations drop column offered, drop column offered_from, drop column offered_until, drop column before_release;
