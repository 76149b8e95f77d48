-- Each owner and admin decides for themself about the mails on destinations that died or moved, besides the workspace's own switch.
alter table members add column link_check_mails boolean not null default true;
