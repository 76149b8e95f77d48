-- Artists, releases, their destinations and pictures, and the pages that were published of them.

create table media (
  workspace_id uuid not null constraint media_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  width integer not null,
  height integer not null,
  widths integer[] not null,
  formats text[] not null,
  colours text[] not null constraint media_two_colours check (cardinality(colours) = 2),
  thumb_hash text not null,
  -- SHA-256 of the upload: the same picture twice is one row.
  source_hash bytea not null,
  source_bytes integer not null,
  created_at timestamptz not null default now(),
  constraint media_pkey primary key (workspace_id, id),
  constraint media_source_key unique (workspace_id, source_hash)
);

create table artists (
  workspace_id uuid not null constraint artists_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  handle text not null constraint artists_handle_key unique,
  name text not null constraint artists_name_length check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint artists_pkey primary key (workspace_id, id)
);

-- Every handle that an artist holds or held: former ones redirect and are never given to somebody else.
create table handles (
  handle text constraint handles_pkey primary key,
  workspace_id uuid not null,
  artist_id uuid not null,
  created_at timestamptz not null default now(),
  constraint handles_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade
);
create index handles_artist_idx on handles (workspace_id, artist_id);
-- One artist per look-alike skeleton (the_band, theband and thebаnd read the same).
create table handle_skeletons (
  skeleton text constraint handle_skeletons_pkey primary key,
  workspace_id uuid not null,
  artist_id uuid not null,
  constraint handle_skeletons_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade
);
create index handle_skeletons_artist_idx on handle_skeletons (workspace_id, artist_id);

create table releases (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  artist_id uuid not null,
  slug text not null,
  title text not null constraint releases_title_length check (char_length(title) between 1 and 200),
  -- The credit as it is printed; empty means the artist's name.
  artist_credit text not null default '',
  type text not null constraint releases_type check (type in ('single', 'ep', 'album', 'live', 'mixtape', 'compilation', 'podcast-episode')),
  release_date date,
  release_time time,
  time_zone text not null default 'UTC',
  upc text,
  description text not null default '',
  artwork_id uuid,
  artwork_alt text not null default '',
  theme jsonb not null,
  -- The capture form, or null when the page has none.
  capture jsonb,
  status text not null default 'draft' constraint releases_status check (status in ('draft', 'published', 'unpublished', 'archived')),
  -- Goes up with every saved change; a save names the one it was made from.
  version integer not null default 1,
  published_version integer,
  first_published_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  -- To the millisecond, as cursors of the list carry it.
  updated_at timestamptz(3) not null default now(),
  constraint releases_pkey primary key (workspace_id, id),
  constraint releases_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade,
  constraint releases_artwork_fkey foreign key (workspace_id, artwork_id) references media (workspace_id, id) on delete set null (artwork_id),
  constraint releases_artist_slug_key unique (workspace_id, artist_id, slug)
);
create index releases_list_idx on releases (workspace_id, artist_id, release_date desc nulls first, id);
create index releases_updated_idx on releases (workspace_id, updated_at desc, id);

-- Every slug that a release holds or held under its artist; former ones redirect until another release takes them.
create table former_slugs (
  workspace_id uuid not null,
  artist_id uuid not null,
  slug text not null,
  release_id uuid not null,
  created_at timestamptz not null default now(),
  constraint former_slugs_pkey primary key (workspace_id, artist_id, slug),
  constraint former_slugs_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade
);

create table tracks (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  release_id uuid not null,
  position integer not null,
  title text not null constraint tracks_title_length check (char_length(title) between 1 and 200),
  isrc text,
  duration_ms integer,
  constraint tracks_pkey primary key (workspace_id, id),
  constraint tracks_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade,
  constraint tracks_position_key unique (workspace_id, release_id, position) deferrable initially deferred
);

create table destinations (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  release_id uuid not null,
  platform text not null,
  -- Canonical form; what /go/{platform} redirects to.
  url text not null,
  pasted_text text not null default '',
  entity text,
  position integer not null,
  method text not null default 'pasted' constraint destinations_method check (method in ('pasted', 'typed', 'upc', 'isrc', 'title', 'import')),
  evidence jsonb not null default '{}',
  country text,
  checked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint destinations_pkey primary key (workspace_id, id),
  constraint destinations_release_fkey foreign key (workspace_id, release_id) references releases (workspace_id, id) on delete cascade,
  constraint destinations_platform_key unique (workspace_id, release_id, platform),
  constraint destinations_position_key unique (workspace_id, release_id, position) deferrable initially deferred
);

create table bio_pages (
  workspace_id uuid not null,
  artist_id uuid not null,
  headline text not null default '',
  portrait_id uuid,
  portrait_alt text not null default '',
  theme jsonb not null,
  status text not null default 'draft' constraint bio_pages_status check (status in ('draft', 'published', 'unpublished')),
  version integer not null default 1,
  published_version integer,
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint bio_pages_pkey primary key (workspace_id, artist_id),
  constraint bio_pages_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade,
  constraint bio_pages_portrait_fkey foreign key (workspace_id, portrait_id) references media (workspace_id, id) on delete set null (portrait_id)
);

create table bio_sections (
  workspace_id uuid not null,
  id uuid not null default uuidv7(),
  artist_id uuid not null,
  type text not null,
  position integer not null,
  visible boolean not null default true,
  settings jsonb not null default '{}',
  constraint bio_sections_pkey primary key (workspace_id, id),
  constraint bio_sections_page_fkey foreign key (workspace_id, artist_id) references bio_pages (workspace_id, artist_id) on delete cascade,
  constraint bio_sections_position_key unique (workspace_id, artist_id, position) deferrable initially deferred
);

-- What the renderer serves, found by address alone. One row an address: a page, a redirect, or a page taken down.
create sequence published_pages_version_seq;
create table published_pages (
  host text not null default '',
  path text not null,
  workspace_id uuid not null constraint published_pages_workspace_fkey references workspaces (id) on delete cascade,
  artist_id uuid not null,
  release_id uuid,
  kind text not null constraint published_pages_kind check (kind in ('smart-link', 'bio-page', 'redirect', 'gone')),
  -- Grows over the whole instance: the change feed's cursor and the page's ETag.
  version bigint not null default nextval('published_pages_version_seq'),
  document jsonb not null,
  published_at timestamptz not null default now(),
  constraint published_pages_pkey primary key (host, path),
  constraint published_pages_artist_fkey foreign key (workspace_id, artist_id) references artists (workspace_id, id) on delete cascade
);
create index published_pages_artist_idx on published_pages (workspace_id, artist_id, release_id);
create index published_pages_version_idx on published_pages (version);
create index published_pages_kind_idx on published_pages (kind, path);

do $$
declare t text;
begin
  foreach t in array array['media', 'artists', 'handles', 'handle_skeletons', 'releases', 'former_slugs', 'tracks', 'destinations', 'bio_pages', 'bio_sections'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (workspace_id = app_workspace())', t || '_tenant', t);
  end loop;
end $$;
-- Whether a handle is free is asked across workspaces; the answer names nobody.
create policy handles_free on handles for select using (app_purpose() = 'handles');
create policy handle_skeletons_free on handle_skeletons for select using (app_purpose() = 'handles');
alter table published_pages enable row level security;
alter table published_pages force row level security;
create policy published_pages_tenant on published_pages using (workspace_id = app_workspace());
-- What is published is public; only the renderer's road asks across workspaces, and it only reads.
create policy published_pages_renderer on published_pages for select using (app_purpose() = 'renderer');
