"""What somebody only wants to be said, or done: sentences parsed by hand."""

import pytest

from tests.hand_parsed import parse_by_hand
from transforms.grammar.asked import is_asked_for

POS = dict.fromkeys(("demanded", "said", "asked", "stay", "thinks"), "VERB")
TAGS = {"demanded": "VBD", "said": "VBD", "asked": "VBD", "stay": "VB", "thinks": "VBZ"}
LEMMAS = {"demanded": "demand", "said": "say", "asked": "ask", "thinks": "think"}
THAT = {"that": "mark stay", "Lind": "nsubj stay"}


@pytest.mark.parametrize(
    ("text", "hangs", "asked"),
    [
        ("Quill demanded that Lind stay", THAT | {"stay": "ccomp demanded"}, True),
        ("Quill said that Lind stay", THAT | {"stay": "ccomp said"}, False),
        (
            "Quill demanded that Lind would stay",
            THAT | {"stay": "ccomp demanded", "would": "aux stay"},
            False,
        ),
        ("Quill demanded to stay", {"stay": "xcomp demanded", "to": "aux stay"}, True),
        ("Quill demanded now to stay", {"stay": "advcl demanded", "to": "aux stay"}, False),
        ("To stay Quill demanded", {"stay": "xcomp demanded", "To": "aux stay"}, False),
        ("Lind should stay", {"should": "aux stay"}, True),
        ("Lind should stay", {"should": "dep stay"}, False),
    ],
)
def test_only_a_verb_without_a_tense_in_what_is_demanded_or_due_is_asked_for(
    text: str, hangs: dict[str, str], asked: bool
) -> None:
    doc = parse_by_hand(
        text,
        hangs,
        POS,
        TAGS,
        LEMMAS,
        root=next((w for w in text.split() if w in TAGS and w not in hangs), "stay"),
    )
    assert is_asked_for(next(token for token in doc if token.text == "stay")) is asked


@pytest.mark.parametrize(
    ("main", "opening", "place", "asked"),
    [
        ("asked", "if", "ccomp", True),
        ("asked", "if", "advcl", True),
        ("asked", "that", "ccomp", False),
        ("asked", "if", "relcl", False),
        ("said", "if", "ccomp", False),
    ],
)
def test_a_verb_in_a_question_that_is_put_is_asked_for(
    main: str, opening: str, place: str, asked: bool
) -> None:
    hangs = {opening: "mark thinks", "Lind": "nsubj thinks", "thinks": f"{place} {main}"}
    doc = parse_by_hand(f"Quill {main} {opening} Lind thinks", hangs, POS, TAGS, LEMMAS, root=main)
    assert is_asked_for(doc[4]) is asked
