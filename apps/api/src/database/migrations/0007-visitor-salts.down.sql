drop function forget_visitor_salts();
drop function utc_today();
drop table visitor_salts;
