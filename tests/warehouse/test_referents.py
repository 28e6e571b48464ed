"""Referents go out to linking; entities come back to every row that names one."""

from dataclasses import replace

import duckdb

from tests.articles import link_by_name, make_findings
from tests.linking_at_once import read_referents, store_entities
from transforms.records import Batch, Entity, EntityAlias, Linking, Referent, SourceHop
from warehouse.linking.due import is_linking_due
from warehouse.load import load_batch


def test_referents_are_read_as_they_were_loaded(connection: duckdb.DuckDBPyConnection) -> None:
    found = make_findings()
    article_id = found.article.article_id
    referent = Referent(
        "0123456789abcdef",
        article_id,
        "Ann Brook",
        "person",
        (("Ann Brook", "name", 2), ("Brook", "surname", 1)),
        "GB",
    )
    load_batch(connection, Batch((replace(found, referents=(referent,)),)), "run")
    assert read_referents(connection) == [referent]


def test_entities_reach_every_row_that_names_one(connection: duckdb.DuckDBPyConnection) -> None:
    found = make_findings()
    brook, porto = found.referents
    quote = replace(
        found.quotes[0],
        speaker_referent_id=brook.referent_id,
        principal_referent_id=porto.referent_id,
        sources=(SourceHop(1, "Porto", "organisation", porto.referent_id),),
    )
    load_batch(connection, Batch((replace(found, quotes=(quote,)),)), "run")
    store_entities(connection, link_by_name(read_referents(connection)))
    names = """
        select speaker.name, principal.name, source.name
        from core.quote join core.quote_source using (quote_id)
        join core.entity as speaker on speaker.entity_id = speaker_entity_id
        join core.entity as principal on principal.entity_id = principal_entity_id
        join core.entity as source on source.entity_id = source_entity_id
    """
    assert connection.execute(names).fetchall() == [("Ann Brook", "Porto", "Porto")]
    mentions = "select text, entity.name from core.entity_mention join core.entity using (entity_id) order by text"
    assert connection.execute(mentions).fetchall() == [
        ("Ann Brook", "Ann Brook"),
        ("Porto", "Porto"),
    ]


def test_a_new_linking_takes_the_place_of_the_old(connection: duckdb.DuckDBPyConnection) -> None:
    load_batch(connection, Batch((make_findings(),)), "run")
    referents = read_referents(connection)
    store_entities(connection, link_by_name(referents))
    person = next(referent for referent in referents if referent.kind == "person")
    renamed = Entity("fedcba9876543210", "Annabel Brook", "person", "GB", "Q1")
    linking = Linking(
        (renamed,),
        (EntityAlias(renamed.entity_id, "Ann Brook", "name", 1),),
        {person.referent_id: renamed.entity_id},
    )
    store_entities(connection, linking)
    assert connection.execute("from core.entity").fetchall() == [
        ("fedcba9876543210", "Annabel Brook", "person", "GB", "Q1", *[None] * 4)
    ]
    assert connection.execute("from core.entity_alias").fetchall() == [
        ("fedcba9876543210", "Ann Brook", "name", 1)
    ]
    mentions = "select text, entity_id from core.entity_mention order by text"
    assert connection.execute(mentions).fetchall() == [
        ("Ann Brook", "fedcba9876543210"),
        ("Porto", None),
    ]


def test_linking_is_due_while_a_referent_waits_for_its_entity(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert not is_linking_due(connection, has_loaded=True)
    load_batch(connection, Batch((make_findings(),)), "run")
    assert is_linking_due(connection, has_loaded=False)  # a run that was killed before it linked


def test_linking_is_due_after_a_run_that_loaded_and_not_after_one_that_did_not(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_batch(connection, Batch((make_findings(),)), "run")
    store_entities(connection, link_by_name(read_referents(connection)))
    assert is_linking_due(connection, has_loaded=True)
    assert not is_linking_due(connection, has_loaded=False)
