"""The user's own list as a CSV file: what is read of it, and what is told of a line that cannot be
read.
"""

import pytest

from transforms.linking import read_own_list
from transforms.records import OwnEntity

HEAD = "id,name,aliases,kind,wikidata,geonames"


def test_each_line_is_an_entity() -> None:
    lines = [
        HEAD,
        "p1, Ann Brook-Vale ,Ann Brook| A. Brook ,person,Q000,",
        "o1,Quayside,,organisation,,",
        "l1,Porto,Oporto,place,,2735943",
    ]
    assert read_own_list(lines) == (
        OwnEntity("p1", "Ann Brook-Vale", "person", ("Ann Brook", "A. Brook"), "Q000"),
        OwnEntity("o1", "Quayside", "organisation"),
        OwnEntity("l1", "Porto", "place", ("Oporto",), geonames_id=2735943),
    )


def test_aliases_and_keys_may_be_left_out() -> None:
    assert read_own_list(["kind,name,id", "place,Porto,p"]) == (OwnEntity("p", "Porto", "place"),)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            [],
            "line 1: the list needs the columns id, name, kind and may have aliases, wikidata, geonames; missing: id, name, kind",
        ),
        ([HEAD, ",Ann Brook,,person,"], "line 2: id and name must not be empty"),
        (
            [HEAD, "p1,Ann Brook,,woman,"],
            "line 2: kind is 'woman', must be one of person, organisation, place",
        ),
        (
            [HEAD, "l1,Porto,,place,,Porto"],
            "line 2: geonames is 'Porto', must be the number of a place",
        ),
        (
            [HEAD, "p1,Ann Brook,,person,,2735943"],
            "line 2: geonames is '2735943', must be the number of a place",
        ),
        (
            [HEAD, "l1,Porto,,place,,2735943", "l2,Oporto,,place,,2735943"],
            "line 3: the id 2735943 is there already",
        ),
        (
            [HEAD, "p1,Ann Brook,,person,", "p1,Milo Quill,,person,"],
            "line 3: the id 'p1' is there already",
        ),
        (
            [HEAD, "p1,Ann Brook,,person,", "p2,Milo Quill,ANN BROOK,person,"],
            "line 3: 'ANN BROOK' is a name of 'p1' already",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(lines: list[str], message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("(", r"\(")):
        read_own_list(lines)
