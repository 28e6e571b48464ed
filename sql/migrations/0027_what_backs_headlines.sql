-- Runs keep what backs a headline and who is accused: the next one counts everything anew.
drop table if exists ops.outlet_daily;
drop table if exists ops.speaker_daily;
drop table if exists ops.entity_daily;
drop table if exists ops.alias_monthly;
drop table if exists ops.counted_article;
