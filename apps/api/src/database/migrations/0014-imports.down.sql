drop table import_lines, imports;
drop index destinations_url_idx, releases_title_idx, releases_upc_idx;
alter table releases drop column label;
