"""Bodies whose names hold a list, names that are whole and of their kind, heads that are no role."""

from collections.abc import Callable
from typing import Any

import pytest

Analyse = Callable[..., Any]


def list_names(analyse: Analyse, text: str) -> set[tuple[str, str]]:
    return {(one.name, one.kind) for one in analyse(text).reading.referents}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He runs the Soil, Water and Climate Laboratory in town.",
            {"Soil, Water and Climate Laboratory"},
        ),
        (
            "It went to the House Education and the Workforce Committee.",
            {"House Education and the Workforce Committee"},
        ),
        (
            "The Banking, Housing and Urban Affairs Committee met on Monday.",
            {"Banking, Housing and Urban Affairs Committee"},
        ),
        (
            "She left the Culture, Media and Sport Committee in May.",
            {"Culture, Media and Sport Committee"},
        ),
        ("The Senate and the Finance Committee agreed.", {"Senate", "Finance Committee"}),
        ("Oona Quill and the Transport Committee met.", {"Oona Quill", "Transport Committee"}),
        (
            "Alabama, Georgia and the Election Commission were sued.",
            {"Alabama", "Georgia", "Election Commission"},
        ),
        (
            "The Tribune, the Post and the Finance Committee agreed.",
            {"Tribune", "Post", "Finance Committee"},
        ),
        # the model marks "the Halden Post"
        ("The Lund Courier and the Halden Post reported it on Monday.", {"Halden Post"}),
    ],
)
def test_a_list_belongs_to_the_name_of_a_body_behind_an_article_or_a_chamber(
    analyse: Analyse, text: str, names: set[str]
) -> None:
    assert {name for name, _ in list_names(analyse, text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Citing Exodus 18:21, the pastor called for calm.", set()),
        ("The wall dates from the mid-500s B.C. and fell later.", set()),
        ("They live in Vancouver, B.C. today.", {("Vancouver", "place"), ("B.C.", "place")}),
        (
            "Pentagon spokesman Navy Capt. Jeff Quill said so.",
            {
                ("Pentagon", "organisation"),
                ("Navy", "organisation"),
                ("Jeff Quill", "person"),
            },
        ),
        ("They met at Quill Arena on Monday.", {("Quill Arena", "place")}),
        ("First Quill spoke, and it rained. Ada Quill was loud.", {("Ada Quill", "person")}),
        (
            "The Norland People's Party (LVP) won. The LVP wants more.",
            {("Norland People's Party", "organisation")},
        ),
        (
            "Luang Prabang is the best bet. The bus from Nha Trang reached Da Nang.",
            {("Luang Prabang", "place"), ("Nha Trang", "place"), ("Da Nang", "place")},
        ),
        ("Van Buren said no.", {("Van Buren", "person")}),
        (
            "Eagle Pass, Texas, lies at the border. Eagle Pass has a bridge.",
            {("Eagle Pass", "place"), ("Texas", "place")},
        ),
        (
            "The envoy, Carlos Manuel Sada Quill, left. Sada did not speak.",
            {("Carlos Manuel Sada Quill", "person")},
        ),
        (
            "Mary Rook Quill and her father, Mr. Rook, sang.",
            {("Mary Rook Quill", "person"), ("Rook", "person")},
        ),
    ],
)
def test_names_are_whole_and_of_their_kind(
    analyse: Analyse, text: str, names: set[tuple[str, str]]
) -> None:
    assert list_names(analyse, text) == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Paco Quill, director of the Mind Laboratory, cut off the head of the worm.", set()),
        (
            "Ada Quill is head of the school. The head of the school sang.",
            {"The head of the school"},
        ),
        (
            "The head of the bakery union, Ada Quill, said no. The head of the union left.",
            {"The head of the union"},
        ),
        ("Ada Quill is director of the zoo. The head of the snake was green.", set()),
    ],
)
def test_the_head_of_a_worm_is_nobodys_role(analyse: Analyse, text: str, roles: set[str]) -> None:
    forms = [form for one in analyse(text).reading.referents for form in one.forms]
    assert {form for form, kind, _ in forms if kind == "role"} == roles
