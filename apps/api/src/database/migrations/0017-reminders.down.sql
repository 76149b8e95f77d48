drop table reminders;
drop policy published_pages_maintenance on published_pages;
drop trigger published_pages_moment on published_pages;
drop function note_public_moment();
alter table published_pages drop column released_at;
alter table releases drop column reminder;
