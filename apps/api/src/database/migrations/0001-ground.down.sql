drop table rate_limits, api_keys, invitations, members, workspaces, account_tokens, sessions, users cascade;
drop function app_purpose(), app_secret(), app_user(), app_workspace();
