-- Each sign-up keeps its own password until its own link is followed: whoever follows the link of their mail gets the
-- account with what they typed, whatever somebody else has typed for the same address before or since.

create table sign_ups (
  id uuid constraint sign_ups_pkey primary key default uuidv7(),
  user_id uuid not null constraint sign_ups_user_fkey references users (id) on delete cascade,
  name text not null constraint sign_ups_name_length check (char_length(name) between 1 and 200),
  password_hash text not null,
  created_at timestamptz not null default now()
);
create index sign_ups_user_idx on sign_ups (user_id);

alter table sign_ups enable row level security;
alter table sign_ups force row level security;
create policy sign_ups_own on sign_ups using (user_id = app_user() or app_purpose() in ('accounts', 'maintenance'));
grant select, insert, update, delete on sign_ups to lynkify_app;

-- Links of before say nothing of the sign-up that they are for: who never confirmed signs up again.
select set_config('app.purpose', 'maintenance', true);
delete from account_tokens where purpose = 'confirm-email';
select set_config('app.purpose', '', true);

alter table account_tokens add column sign_up_id uuid constraint account_tokens_sign_up_fkey references sign_ups (id) on delete cascade;
alter table account_tokens add constraint account_tokens_sign_up_said check ((purpose = 'confirm-email') = (sign_up_id is not null));
create index account_tokens_sign_up_idx on account_tokens (sign_up_id) where sign_up_id is not null;
