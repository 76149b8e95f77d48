alter table releases drop column previews, drop column video_url, drop column video_title, drop column also_by;
alter table tracks drop column preview_url;
