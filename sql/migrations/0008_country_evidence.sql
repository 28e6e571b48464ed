-- What a country code rests on; the next run links anew, and fills it.
alter table core.referent add column if not exists country_evidence varchar;
alter table core.entity add column if not exists country_evidence varchar;
update core.referent set entity_id = null;
