-- Their addresses stay: to the programs of before they are redirects like any other, and lead on without a channel.
drop table share_links;
