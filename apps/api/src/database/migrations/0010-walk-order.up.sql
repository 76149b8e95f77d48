-- Renderers walk over all pages beside their own sorted store: in the order of the bytes, whatever the database's language.
alter table published_pages alter column path type text collate "C";
