alter table events drop column region;
