-- Where a place lies; the next run links anew, and fills it.
alter table core.entity add column if not exists latitude double;
alter table core.entity add column if not exists longitude double;
update core.referent set entity_id = null;
