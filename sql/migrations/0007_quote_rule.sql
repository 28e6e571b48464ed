-- What found a quote, and what reports it. Rows that are there keep NULL until their page is taken up again (`--refresh`).
alter table core.quote add column if not exists rule varchar;
alter table core.quote add column if not exists reader varchar;
alter table core.quote add column if not exists is_statement boolean;
alter table core.quote add column if not exists parent_quote_id varchar;
