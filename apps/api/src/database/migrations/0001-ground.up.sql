-- The ground: who stands in which workspace. Every tenant table has workspace_id first in its key, row-level security
-- enabled and forced, and is reached by the role lynkify_app, which owns nothing and cannot bypass it.

-- The unit of work says who it is for with set_config(…, true); nothing said means no rows.
create function app_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;
create function app_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
-- SHA-256 (hex) of a secret that the caller presented: opens the one row that stores this hash.
create function app_secret() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.secret', true), ''), 'hex') $$;
-- What a unit of work outside any workspace is for: 'accounts', 'renderer', 'maintenance'.
create function app_purpose() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('app.purpose', true), '') $$;

create table users (
  id uuid constraint users_pkey primary key default uuidv7(),
  email text not null,
  email_key text not null generated always as (lower(email)) stored constraint users_email_key unique,
  name text not null constraint users_name_length check (char_length(name) between 1 and 200),
  password_hash text not null,
  email_confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid constraint sessions_pkey primary key default uuidv7(),
  user_id uuid not null constraint sessions_user_fkey references users (id) on delete cascade,
  token_hash bytea not null constraint sessions_token_hash_key unique,
  -- What the list of sessions shows: "Chrome on Android", never the whole agent, never an address.
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_user_idx on sessions (user_id, last_seen_at desc);

create table account_tokens (
  id uuid constraint account_tokens_pkey primary key default uuidv7(),
  user_id uuid not null constraint account_tokens_user_fkey references users (id) on delete cascade,
  purpose text not null constraint account_tokens_purpose check (purpose in ('confirm-email', 'reset-password')),
  token_hash bytea not null constraint account_tokens_token_hash_key unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index account_tokens_user_idx on account_tokens (user_id, purpose);

create table workspaces (
  id uuid constraint workspaces_pkey primary key default uuidv7(),
  kind text not null constraint workspaces_kind check (kind in ('artist', 'podcaster', 'label')),
  name text not null constraint workspaces_name_length check (char_length(name) between 1 and 200),
  -- Zone of new releases, IANA name.
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table members (
  workspace_id uuid not null constraint members_workspace_fkey references workspaces (id) on delete cascade,
  user_id uuid not null constraint members_user_fkey references users (id) on delete cascade,
  role text not null constraint members_role check (role in ('owner', 'admin', 'editor', 'viewer')),
  created_at timestamptz not null default now(),
  constraint members_pkey primary key (workspace_id, user_id)
);
create index members_user_idx on members (user_id);

create table invitations (
  workspace_id uuid not null constraint invitations_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  email text not null,
  email_key text not null generated always as (lower(email)) stored,
  role text not null constraint invitations_role check (role in ('owner', 'admin', 'editor', 'viewer')),
  token_hash bytea not null constraint invitations_token_hash_key unique,
  invited_by uuid constraint invitations_invited_by_fkey references users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  constraint invitations_pkey primary key (workspace_id, id)
);
-- One open invitation per address and workspace; inviting again replaces it.
create unique index invitations_open_key on invitations (workspace_id, email_key) where accepted_at is null;

create table api_keys (
  workspace_id uuid not null constraint api_keys_workspace_fkey references workspaces (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null constraint api_keys_name_length check (char_length(name) between 1 and 100),
  -- The last four characters, to tell keys apart; the key itself is shown once and never stored.
  hint text not null,
  key_hash bytea not null constraint api_keys_key_hash_key unique,
  scopes text[] not null constraint api_keys_scopes_some check (cardinality(scopes) > 0),
  created_by uuid constraint api_keys_created_by_fkey references users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_keys_pkey primary key (workspace_id, id)
);

-- Counters of rate-limiter-flexible. Keys are hashed before they come here.
create table rate_limits (
  key varchar(255) constraint rate_limits_pkey primary key,
  points integer not null default 0,
  expire bigint
);

alter table users enable row level security;
alter table users force row level security;
-- Oneself, the members of the workspace one stands in, and the sign-in road, which knows nobody yet.
create policy users_visible on users for select using (
  id = app_user()
  or exists (select 1 from members m where m.user_id = users.id and m.workspace_id = app_workspace())
  or app_purpose() = 'accounts'
);
create policy users_insert on users for insert with check (app_purpose() = 'accounts');
create policy users_update on users for update using (id = app_user() or app_purpose() = 'accounts');
create policy users_delete on users for delete using (id = app_user());

alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_own on sessions using (user_id = app_user() or token_hash = app_secret() or app_purpose() = 'maintenance');

alter table account_tokens enable row level security;
alter table account_tokens force row level security;
create policy account_tokens_own on account_tokens using (user_id = app_user() or token_hash = app_secret() or app_purpose() = 'maintenance');

alter table members enable row level security;
alter table members force row level security;
create policy members_visible on members for select using (workspace_id = app_workspace() or user_id = app_user());
create policy members_insert on members for insert with check (workspace_id = app_workspace());
create policy members_update on members for update using (workspace_id = app_workspace());
create policy members_delete on members for delete using (workspace_id = app_workspace() or user_id = app_user());

alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspaces_visible on workspaces for select using (
  id = app_workspace()
  or exists (select 1 from members m where m.workspace_id = workspaces.id and m.user_id = app_user())
  or app_purpose() = 'maintenance'
);
create policy workspaces_insert on workspaces for insert with check (id = app_workspace());
create policy workspaces_update on workspaces for update using (id = app_workspace());
create policy workspaces_delete on workspaces for delete using (id = app_workspace());

alter table invitations enable row level security;
alter table invitations force row level security;
create policy invitations_tenant on invitations using (workspace_id = app_workspace() or token_hash = app_secret());

alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy api_keys_tenant on api_keys using (workspace_id = app_workspace() or key_hash = app_secret());
