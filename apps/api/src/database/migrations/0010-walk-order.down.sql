alter table published_pages alter column path type text collate "default";
