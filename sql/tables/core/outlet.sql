-- One row per publisher.
create table if not exists core.outlet (
    outlet_id varchar primary key,
    name varchar not null,
    domain varchar,
    country_code varchar
);

comment on table core.outlet is 'One row per publisher.';
comment on column core.outlet.outlet_id is 'Key of the publisher.';
comment on column core.outlet.name is 'Name as the pages show it; where pages differ, the longest of the spellings with a capital letter.';
comment on column core.outlet.domain is 'Web domain without "www.", NULL where no page shows one.';
comment on column core.outlet.country_code is 'ISO 3166-1 alpha-2 code of the publisher''s country, NULL where no page shows it.';
