drop table published_pages, bio_sections, bio_pages, destinations, tracks, former_slugs, releases, handle_skeletons, handles, artists, media cascade;
drop sequence published_pages_version_seq;
