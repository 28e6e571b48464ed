-- Stories are kept of nodes; the next run links all names anew.
drop table if exists ops.link_story;
