alter table members drop column link_check_mails;
