"""A warehouse -> whether somebody in it waits to be linked."""

import duckdb


def waits_for_linking(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether it is not told who somebody of an article is, as after some migrations until the next
    run links anew.
    """
    return bool(
        connection.execute("select 1 from core.referent where entity_id is null limit 1").fetchall()
    )


def is_linking_due(connection: duckdb.DuckDBPyConnection, *, has_loaded: bool) -> bool:
    """Whether referents wait for their entity, or entities may rest on articles that a run with
    loaded pages has replaced.
    """
    query = "select exists (from core.referent where entity_id is null), exists (from core.entity)"
    is_waiting, has_entities = connection.execute(query).fetchall()[0]
    return bool(is_waiting or (has_loaded and has_entities))
