alter table account_tokens drop constraint account_tokens_sign_up_said, drop column sign_up_id;
drop table sign_ups;
