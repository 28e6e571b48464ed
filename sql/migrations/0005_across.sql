-- Which articles are copies of each other; the next run compares all of them.
alter table core.article add column if not exists copy_class_id varchar;
alter table core.article add column if not exists is_copy boolean;
alter table core.article add column if not exists is_wire_copy boolean;
alter table core.article add column if not exists wire_entity_id varchar;
alter table core.article add column if not exists wire_text varchar;
