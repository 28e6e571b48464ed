"""Which quotes that share words are read and compared."""

from datetime import date

import duckdb
import pytest

from transforms.across.bags import number_pairs
from transforms.across.utterances import Quotes, Said, are_two
from warehouse.across.quotes import drop_two_speakers
from warehouse.schema import apply_schema

KINDS = {"ann": "person", "bea": "person", "union": "organisation", "party": "organisation"}
FILL = """
insert into core.entity by name select ? as entity_id, ? as name, ? as kind;
"""
QUOTE = """
insert into core.quote by name
select ? as quote_id, 'a' || quote_id as article_id, ? as speaker_entity_id, 'indirect' as kind,
    false as in_title, 'the pier stays open' as text, 0 as char_start, 19 as char_end,
    'name' as speaker_mention_kind, 0.9 as confidence
"""
CANDIDATE = "create temp table candidate as select 'q1' as one, 'q2' as other, 3 as shared_keys"


@pytest.mark.parametrize(
    ("speaker", "other_speaker", "are_read"),
    [
        ("ann", "ann", True),
        ("ann", None, True),
        (None, None, True),
        ("ann", "union", True),  # it may be its mouth
        ("ann", "bea", False),
        ("union", "party", False),
    ],
)
def test_two_of_two_speakers_of_one_kind_are_not_even_read(
    speaker: str | None, other_speaker: str | None, are_read: bool
) -> None:
    with duckdb.connect() as connection:
        apply_schema(connection)
        for name, kind in KINDS.items():
            connection.execute(FILL, [name, name, kind])
        for quote_id, entity_id in (("q1", speaker), ("q2", other_speaker)):
            connection.execute(QUOTE, [quote_id, entity_id])
        connection.execute(CANDIDATE)
        drop_two_speakers(connection)
        found = connection.execute("select one, other from candidate").fetchall()
    assert found == ([("q1", "q2")] if are_read else [])
    assert are_read != is_forbidden(speaker, other_speaker)


def is_forbidden(*speakers: str | None) -> bool:
    """As the rule has it that sees the quotes themselves."""
    day = date(2024, 5, 1).toordinal()
    said = [
        Said(f"q{number}", f"a{number}", "", one, one and KINDS[one], None, (day, day))
        for number, one in enumerate(speakers, 1)
    ]
    return bool(are_two(Quotes.of(said), number_pairs(["q1", "q2"], [("q1", "q2")]))[0])
