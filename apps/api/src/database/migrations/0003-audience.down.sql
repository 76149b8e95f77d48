drop table rejected_events, daily_visitors, hourly_counts, events, consents, opt_ins, fans cascade;
drop function make_events_partition(timestamptz), refuse_change();
