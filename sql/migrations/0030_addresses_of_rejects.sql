-- A rejected page has its address, so that rejects are counted by site; rows of earlier runs that were read on the web have it in their source.
alter table ops.rejected_page add column if not exists url varchar;
update ops.rejected_page set url = source_uri
where url is null and regexp_matches(source_uri, '^https?://');
