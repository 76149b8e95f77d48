-- What stands below the buttons of a smart link: previews of its tracks, a video, the artist's other releases.

-- Half a minute of a recording, as a music service lends it.
alter table tracks add column preview_url text constraint tracks_preview_url check (preview_url ~ '^https://' and length(preview_url) <= 500);

alter table releases
  add column previews boolean not null default true,
  -- Canonical address of a YouTube or Vimeo video, and the artist's words for it.
  add column video_url text constraint releases_video_url check (video_url ~ '^https://(www\.youtube\.com|vimeo\.com)/'),
  add column video_title text not null default '' constraint releases_video_title check (length(video_title) <= 200),
  add column also_by boolean not null default true;
