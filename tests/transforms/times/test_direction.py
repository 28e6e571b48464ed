"""A verb and what hangs on it -> where it points: sentences parsed by hand."""

import pytest

from tests.hand_parsed import parse_by_hand
from transforms.grammar.tokens import Doc
from transforms.times.direction import find_direction

TAGS = {
    "met": "VBD",
    "was": "VBD",
    "did": "VBD",
    "seen": "VBN",
    "slated": "VBN",
    "meeting": "VBG",
    "meet": "VB",
    "meets": "VBZ",
    "is": "VBZ",
    "has": "VBZ",
    "says": "VBZ",
    "to": "TO",
}
VERBS = dict.fromkeys((*TAGS, "plans", "asked", "plan"), "VERB")
LEMMAS = {"is": "be", "was": "be", "has": "have", "says": "say", "slated": "slate", "plans": "plan"}
AUXILIARIES = ("was", "did", "is", "has", "will", "to")


def parse(text: str, main: str, **hangs: str) -> Doc:
    """A clause whose other words hang on its main verb, or on what is said."""
    words = text.split()
    links = {word: f"{'aux' if word in AUXILIARIES else 'dep'} {main}" for word in words}
    links = {word: link for word, link in links.items() if word != main}
    tags = TAGS | {"asked": "VBD", "plans": "VBZ", "plan": "NN"}
    pos = VERBS | {"plan": "NOUN"}
    return parse_by_hand(text, links | hangs, pos, tags, LEMMAS, root=hangs.get("root", main))


def point(text: str, main: str, **hangs: str) -> str | None:
    """Where the Friday of a clause points."""
    doc = parse(text, main, **hangs)
    start = doc.text.index("Friday")
    return find_direction(doc, start, start + len("Friday"))


@pytest.mark.parametrize(
    ("text", "main", "direction"),
    [
        ("They met Friday", "met", "past"),
        ("He was seen Friday", "seen", "past"),
        ("He has seen Friday", "seen", "past"),
        ("He is seen Friday", "seen", None),
        ("They was meeting Friday", "meeting", "past"),
        ("They is meeting Friday", "meeting", None),
        ("They meeting Friday", "meeting", None),
        ("They did meet Friday", "meet", None),
        ("They will meet Friday", "meet", "future"),
        ("They meets Friday", "meets", "present"),
        ("She says Friday", "says", None),
        ("It is slated Friday", "slated", "future"),
        ("They to meet Friday", "meet", "future"),
    ],
)
def test_the_verb_of_a_day_says_which_way_it_lies(text: str, main: str, direction: str) -> None:
    assert point(text, main) == direction


@pytest.mark.parametrize(
    ("text", "above", "direction"),
    [
        ("He asked to meet Friday", "asked", "past"),
        ("He plans to meet Friday", "plans", "future"),
        ("He says to meet Friday", "says", None),
        ("A plan to meet Friday", "plan", "future"),
    ],
)
def test_an_infinitive_points_where_the_word_above_it_does(
    text: str, above: str, direction: str
) -> None:
    hangs = {"to": "aux meet", "Friday": "dep meet", "meet": f"xcomp {above}"}
    assert point(text, above, **hangs) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("They meets until Friday", "future"),
        ("They met until Friday", "past"),
        ("They meets since Friday", "past"),
        ("They meets on Friday", "present"),
    ],
)
def test_what_stands_before_a_day_may_say_which_way_it_lies(text: str, direction: str) -> None:
    verb, preposition = text.split()[1:3]
    hangs = {preposition: f"prep {verb}", "Friday": f"pobj {preposition}"}
    assert point(text, verb, **hangs) == direction


def test_what_is_due_lies_ahead_and_nothing_is_said_where_no_word_stands() -> None:
    doc = parse("It is due Friday", "is", due="acomp is", Friday="dep due")
    start = doc.text.index("Friday")
    assert find_direction(doc, start, start + 6) == "future"
    assert find_direction(doc, start, start) is None
