-- Short forms of addresses, each with its channel built in: one for a page, a channel and a campaign.
create table share_links (
  workspace_id uuid not null,
  -- Unique over the whole instance: it is an address.
  code text not null,
  artist_id uuid not null,
  -- Null: the artist's bio page.
  release_id uuid,
  channel text not null,
  -- `utm_campaign` of its visits; empty: none.
  campaign text not null default '',
  created_at timestamptz not null default now(),
  constraint share_links_pkey primary key (workspace_id, code),
  constraint share_links_code_key unique (code),
  constraint share_links_page_key unique nulls not distinct (workspace_id, artist_id, release_id, channel, campaign),
  constraint share_links_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade,
  constraint share_links_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade
);
create index share_links_release_idx on share_links (workspace_id, release_id);

alter table share_links enable row level security;
alter table share_links force row level security;
create policy share_links_tenant on share_links using (workspace_id = app_workspace());
grant select, insert, update, delete on share_links to lynkify_app;
