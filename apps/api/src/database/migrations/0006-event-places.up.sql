-- Where in a country a fan is: the state, province or land. The city has been there before.
alter table events add column region text;
