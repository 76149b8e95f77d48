drop function take_service_turn(text, double precision, integer, double precision, integer, integer, text);
drop table service_turns;
