-- How new releases of an artist look; null: as every release does from the start.
alter table artists add column release_theme jsonb;
