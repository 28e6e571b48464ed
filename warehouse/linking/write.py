"""Entities as they should be -> the rows that differ."""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from transforms.records import Entity, EntityAlias, EntityJoin
from warehouse.across.index import as_id, as_member
from warehouse.across.tables import make_table, make_temp
from warehouse.columns import TABLES, as_row, columns_of
from warehouse.connect import as_table, make_arrow

NODE_ENTITY = {"node_id": pa.string(), "entity_id": pa.string()}
RECORDS = (Entity, EntityAlias, EntityJoin)
ENTITY = columns_of(Entity)
ENTITY_COLUMNS = (  # table, column of the referent, column of its entity
    ("core.referent", "referent_id", "entity_id"),
    ("core.entity_mention", "referent_id", "entity_id"),
    ("core.quote", "speaker_referent_id", "speaker_entity_id"),
    ("core.quote", "principal_referent_id", "principal_entity_id"),
    ("core.quote_source", "source_referent_id", "source_entity_id"),
    ("core.entity_relation", "subject_referent_id", "subject_entity_id"),
    ("core.entity_relation", "object_referent_id", "object_entity_id"),
)


def start(connection: duckdb.DuckDBPyConnection) -> None:
    for record in RECORDS:
        columns = ", ".join(columns_of(record))
        make_temp(connection, name_made(record), f"select {columns} from {TABLES[record]} limit 0")
    make_temp(connection, "node_entity", "select node, entity from ops.link_node limit 0")


def write_described(
    connection: duckdb.DuckDBPyConnection,
    entities: Sequence[Entity],
    aliases: Sequence[EntityAlias],
    joins: Sequence[EntityJoin],
    entity_of: Mapping[str, str],
) -> None:
    """Note entities, their aliases and joins, and the entity of each node."""
    for record, made in zip(RECORDS, (entities, aliases, joins), strict=True):
        rows = [as_row(one) for one in made]
        if rows:
            with as_table(connection, "incoming", make_arrow(connection, TABLES[record], rows)):
                connection.execute(f"insert into {name_made(record)} by name from incoming")
    with as_table(connection, "told", make_table(NODE_ENTITY, list(entity_of.items()))):
        connection.execute(ADD_NODES)


ADD_NODES = f"""
insert into node_entity select {as_member("node_id")}, {as_member("entity_id")} from told
"""


def name_made(record: type) -> str:
    """The table of what was made: `made_entity_alias` beside `core.entity_alias`."""
    return f"made_{TABLES[record].partition('.')[2]}"


def finish(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what differs: of entities that were or are made, and in every row that names one."""
    make_temp(connection, "scope", SCOPE)
    connection.execute(
        "delete from core.entity where entity_id in (from scope) and entity_id not in (select entity_id from made_entity)"
    )
    connection.execute(UPDATE_ENTITY)
    connection.execute(
        "insert into core.entity by name select * from made_entity anti join core.entity using (entity_id)"
    )
    for record in (EntityAlias, EntityJoin):
        replace_rows(connection, record)
    make_temp(connection, "relinked_node", RELINKED)
    connection.execute(LINK_NODES)
    make_temp(connection, "link", LINK)
    connection.execute(STALE)
    for table, referent, entity in ENTITY_COLUMNS:
        name = table.partition(".")[2]
        connection.execute(
            SET_ENTITY.format(table=table, name=name, referent=referent, entity=entity)
        )


SCOPE = f"""
select entity_id from old_entity
union
select entity_id from made_entity
union
select {as_id("entity")} from lost_node where entity is not null
union
select {as_id("entity")}
from ops.link_node
semi join node_entity using (node)
where entity is not null
"""
UPDATE_ENTITY = f"""
update core.entity
set {", ".join(f"{column} = made.{column}" for column in ENTITY[1:])}
from made_entity as made
where
    entity.entity_id = made.entity_id
    and ({", ".join(f"entity.{column}" for column in ENTITY)}) is distinct from ({", ".join(f"made.{column}" for column in ENTITY)})
"""
RELINKED = """
select node
from node_entity
inner join ops.link_node using (node)
where link_node.entity is distinct from node_entity.entity
"""
LINK_NODES = """
update ops.link_node set entity = node_entity.entity
from node_entity
where link_node.node = node_entity.node and node_entity.node in (from relinked_node)
"""
LINK = f"""
with linked as (
    select referent, node from ops.link_member semi join relinked_node using (node)
    union
    select referent, node from new_member
)

select
    referent,
    {as_id("referent")} as referent_id,
    {as_id("entity")} as entity_id
from linked
inner join ops.link_node using (node)
"""
STALE = f"""
insert into ops.stale_article
select distinct {as_id("article")} as article_id
from ops.link_member
semi join link using (referent)
where {as_id("article")} in (select article_id from ops.counted_article)
"""
SET_ENTITY = """
update {table} set {entity} = link.entity_id
from link
where {name}.{referent} = link.referent_id and {name}.{entity} is distinct from link.entity_id
"""


def replace_rows(connection: duckdb.DuckDBPyConnection, record: type) -> None:
    """The rows of the entities in scope become those that were made; what is the same is not
    touched.
    """
    table, columns, made = TABLES[record], columns_of(record), name_made(record)
    held = f"select {', '.join(columns)} from {table} where entity_id in (from scope)"
    make_temp(connection, "gone_row", f"{held} except from {made}")
    make_temp(connection, "new_row", f"from {made} except {held}")
    name = table.partition(".")[2]
    both = " and ".join(f"{name}.{column} = gone_row.{column}" for column in columns)
    connection.execute(f"delete from {table} using gone_row where {both}")
    connection.execute(f"insert into {table} by name from new_row")
