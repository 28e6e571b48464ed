"""All referents of a warehouse -> who is who, worked out at once: what the linking that goes
article by article is held against.
"""

from collections import defaultdict

import duckdb
import pyarrow as pa

from transforms.records import AliasKind, Linking, Referent
from warehouse.columns import as_row
from warehouse.connect import as_table, insert_rows, transaction
from warehouse.linking.write import ENTITY_COLUMNS

Form = tuple[str, AliasKind, int]


def read_referents(connection: duckdb.DuckDBPyConnection) -> list[Referent]:
    """Every referent of the warehouse with its forms, sorted by key."""
    forms, roles = read_forms(connection), read_roles(connection)
    query = "select referent_id, article_id, name, kind, country_code, country_evidence from core.referent order by referent_id"
    return [
        Referent(
            referent_id,
            article_id,
            name,
            kind,
            tuple(forms[referent_id]),
            code,
            evidence,
            tuple(roles[referent_id]),
        )
        for referent_id, article_id, name, kind, code, evidence in connection.execute(
            query
        ).fetchall()
    ]


def read_roles(connection: duckdb.DuckDBPyConnection) -> defaultdict[str, list[str]]:
    """What articles say that people are, each role once."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    query = "select distinct subject_referent_id, role from core.entity_relation order by all"
    for referent_id, role in connection.execute(query).fetchall():
        roles[referent_id].append(role)
    return roles


def read_forms(connection: duckdb.DuckDBPyConnection) -> defaultdict[str, list[Form]]:
    forms: defaultdict[str, list[Form]] = defaultdict(list)
    query = (
        "select referent_id, form, alias_kind, mention_count from core.referent_form order by all"
    )
    for referent_id, form, alias_kind, mention_count in connection.execute(query).fetchall():
        forms[referent_id].append((form, alias_kind, mention_count))
    return forms


def store_entities(connection: duckdb.DuckDBPyConnection, linking: Linking) -> None:
    """Write who is who, in one transaction. Rows that name the entity they named before are not
    touched.
    """
    links = pa.table(
        {
            "referent_id": pa.array(linking.entity_of.keys(), pa.string()),
            "entity_id": pa.array(linking.entity_of.values(), pa.string()),
        }
    )
    with transaction(connection), as_table(connection, "link", links):
        connection.execute("delete from core.entity")
        connection.execute("delete from core.entity_alias")
        connection.execute("delete from core.entity_join")
        insert_rows(connection, "core.entity", list(map(as_row, linking.entities)))
        insert_rows(connection, "core.entity_alias", list(map(as_row, linking.aliases)))
        insert_rows(connection, "core.entity_join", list(map(as_row, linking.joins)))
        for table, referent_column, entity_column in ENTITY_COLUMNS:
            connection.execute(
                SET_ENTITY.format(
                    table=table,
                    name=table.partition(".")[2],
                    referent=referent_column,
                    entity=entity_column,
                )
            )


SET_ENTITY = """
update {table} set {entity} = linked.entity_id
from (select referent.referent_id, link.entity_id from core.referent left join link using (referent_id)) as linked
where {name}.{referent} = linked.referent_id and {name}.{entity} is distinct from linked.entity_id
"""
