drop policy destinations_maintenance_take on destinations;
drop policy destinations_maintenance_read on destinations;
drop trigger releases_checks on releases;
drop function schedule_checks();
drop trigger destinations_readdressed on destinations;
drop trigger destinations_added on destinations;
drop function begin_checks();
alter table destinations
  drop column check_state, drop column check_message, drop column moved_to, drop column failed_checks,
  drop column missing_since, drop column problem_since, drop column reported_at, drop column next_check_at;
alter table workspaces drop column dead_links, drop column link_check_mails;
