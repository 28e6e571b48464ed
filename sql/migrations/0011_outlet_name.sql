-- The outlet's name as each page shows it; pages loaded before are taken to show the name that the outlet has.
alter table core.article add column if not exists outlet_name varchar;
update core.article
set outlet_name = outlet.name
from core.outlet
where article.outlet_id = outlet.outlet_id and article.outlet_name is null;
