drop table match_candidates, match_lookups, matches;
alter table destinations no force row level security;
update destinations set method = 'import' where method = 'link';
alter table destinations force row level security;
alter table destinations
  drop constraint destinations_method,
  add constraint destinations_method check (method in ('pasted', 'typed', 'upc', 'isrc', 'title', 'import')),
  drop column score, drop column service, drop column flagged;
alter table releases drop column origins, drop column edited_version;
