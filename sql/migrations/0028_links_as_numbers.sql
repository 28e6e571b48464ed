-- What linking keeps knows articles, referents and clusters by numbers: the next run links anew.
drop table if exists ops.link_article;
drop table if exists ops.link_bearer;
drop table if exists ops.link_beside;
drop table if exists ops.link_cluster;
drop table if exists ops.link_form;
drop table if exists ops.link_key;
drop table if exists ops.link_member;
drop table if exists ops.link_node;
drop table if exists ops.link_state;
drop table if exists ops.link_story;
