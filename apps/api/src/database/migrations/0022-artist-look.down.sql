alter table artists drop column release_theme;
