"""The referents of all articles -> to linking; and back: entities, aliases and the entity of every
row that names one.
"""

from collections import defaultdict

import duckdb
import pyarrow as pa

from transforms.records import AliasKind, Linking, Referent
from warehouse.connect import as_table, insert_rows, transaction
from warehouse.rows import as_row

Form = tuple[str, AliasKind, int]
ENTITY = (
    "entity_id",
    "name",
    "kind",
    "country_code",
    "wikidata_id",
    "geonames_id",
    "country_evidence",
    "latitude",
    "longitude",
)
JOIN = ("entity_id", "name", "article_count", "evidence", "score")
ALIAS = ("entity_id", "alias", "alias_kind", "mention_count")
ENTITY_COLUMNS = (  # table, column of the referent, column of its entity
    ("core.referent", "referent_id", "entity_id"),
    ("core.entity_mention", "referent_id", "entity_id"),
    ("core.quote", "speaker_referent_id", "speaker_entity_id"),
    ("core.quote", "principal_referent_id", "principal_entity_id"),
    ("core.quote_source", "source_referent_id", "source_entity_id"),
    ("core.entity_relation", "subject_referent_id", "subject_entity_id"),
    ("core.entity_relation", "object_referent_id", "object_entity_id"),
)


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


def is_linking_due(connection: duckdb.DuckDBPyConnection, *, has_loaded: bool) -> bool:
    """Whether referents wait for their entity, or entities may rest on articles that a run with
    loaded pages has replaced.
    """
    query = "select exists (from core.referent where entity_id is null), exists (from core.entity)"
    is_waiting, has_entities = connection.execute(query).fetchall()[0]
    return bool(is_waiting or (has_loaded and has_entities))


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
        insert_rows(
            connection, "core.entity", [as_row(entity, ENTITY) for entity in linking.entities]
        )
        insert_rows(
            connection, "core.entity_alias", [as_row(alias, ALIAS) for alias in linking.aliases]
        )
        insert_rows(connection, "core.entity_join", [as_row(join, JOIN) for join in linking.joins])
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
