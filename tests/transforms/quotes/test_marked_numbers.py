"""The numbers of what is found without a parse: near enough is taken, too far is not, and either
fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import Number, fill
from transforms.article import make_article
from transforms.entities.meaning import called, full_names, held_roles, told_before
from transforms.findings import find_unparsed
from transforms.quotes.marked import (
    aside,
    beside,
    find_marked_quotes,
    frames,
    going_on,
    names,
    pieces,
    quoted,
    subject,
    uncapped,
)
from transforms.records import Article, Document, Quote

WAIT = "„Wir warten“, sagte "


def make(text: str, language: str = "de") -> Article:
    return make_article(Document("made", "0" * 64, None, text, language=language))


def find(text: str, language: str = "de") -> tuple[Quote, ...]:
    return find_marked_quotes(make(text, language))


def is_found(text: str) -> bool:
    return bool(find(text))


def is_lunds(text: str) -> bool:
    return (find(text)[0].speaker_text or "").endswith("Lund")


def are_two_pieces(text: str) -> bool:
    return len(find(text)[0].spans) == 2


def is_mixed(text: str) -> bool:
    return find(text)[0].kind == "mixed"


def are_two(text: str) -> bool:
    return len(find(text)) == 2


def is_told_in_spanish(text: str) -> bool:
    return find(text, "es")[0].speaker_mention_kind == "name"


def is_role_in_czech(text: str) -> bool:
    return find(text, "cs")[0].speaker_mention_kind == "role"


def is_found_in_norwegian(text: str) -> bool:
    return bool(find(text, "no"))


def is_virtalas(text: str) -> bool:
    return any(quote.speaker_text == "Virtala" for quote in find(text, "fi"))


def is_tamuras(text: str) -> bool:
    return find(text, "ja")[0].speaker_text == "田村氏"


def is_nasrs(text: str) -> bool:
    return any((quote.speaker_text or "").endswith("نصر") for quote in find(text, "ar"))


def is_meant(text: str) -> bool:
    return find_unparsed(make(text)).quotes[-1].speaker_referent_id is not None


CASES = [
    Number(beside, "BEHIND", is_lunds, *(WAIT + "außerdem " * n + "Lund." for n in (16, 17))),
    Number(
        *(beside, "BEFORE", is_lunds),
        *("Jan Lund, " + fill(n, "das") + ", sagte: „Wir warten.“" for n in (181, 182)),
    ),
    Number(
        *(beside, "TAIL", is_found),
        *("Gestern sagte er am " + fill(n, "Kai") + ": „Wir warten.“" for n in (51, 52)),
    ),
    Number(
        *(subject, "APPOSITION", is_told_in_spanish),
        "«Esperamos», dijo el alcalde, Ana Sol.",
        "«Esperamos», dijo el alcalde, Sol.",
    ),
    Number(
        *(subject, "MOST_ROLE", is_role_in_czech),
        "„Čekáme,“ řekl starý hlavní mluvčí.",
        "„Čekáme,“ řekl starý dobrý hlavní mluvčí.",
    ),
    Number(
        *(subject, "SHORTEST_ROLE", is_role_in_czech),
        "„Čekáme,“ řekl král.",
        "„Čekáme,“ řekl syn.",
    ),
    Number(
        *(beside, "MOST_ROLES", is_virtalas),
        "”Silta on kiinni”, uusi pormestari Virtala sanoo.",
        "”Silta on kiinni”, uusi nuori pormestari Virtala sanoo.",
    ),
    Number(
        *(uncapped, "LONGEST_LEAD", is_tamuras),
        *("田村氏は、" + "会" * n + "で「橋は安全だ」と述べた。" for n in (154, 155)),
    ),
    Number(
        *(subject, "MOST_AGENT", is_nasrs),
        *("قال " + "ابن " * n + 'نصر: "الجسر آمن".' for n in (5, 6)),
    ),
    Number(names, "LONGEST_SHORT", is_lunds, WAIT + "A. Lund.", WAIT + "Ab. Lund."),
    Number(names, "MOST_WORDS", is_lunds, *(WAIT + "auch " * n + "Lund." for n in (23, 24))),
    Number(
        *(pieces, "LONGEST_FRAME", is_mixed),
        *(fill(n, "Der Kai", " sei ") + "„viel zu alt“, sagte Lund." for n in (300, 301)),
    ),
    Number(
        *(pieces, "LONGEST_BETWEEN", are_two_pieces),
        *(WAIT + "Lund am " + fill(n, "Kai") + ". „Bis Mai.“" for n in (182, 183)),
    ),
    Number(
        *(quoted, "LONGEST_TURN", is_found_in_norwegian),
        *("– " + fill(n, "Vi") + ", sier Lund." for n in (3994, 3995)),
    ),
    Number(*(frames, "FEWEST", is_found), "Es regnet sehr, sagte Lund.", "Es regnet, sagte Lund."),
    Number(
        *(frames, "LONGEST", is_found),
        *(fill(n, "Es") + ", sagte Lund." for n in (587, 588)),
    ),
    Number(
        *(frames, "LONGEST_TAIL", is_found),
        *("Es regnet sehr, sagte Lund am " + fill(n, "Kai") + "." for n in (87, 88)),
    ),
    Number(
        *(frames, "MOST_BETWEEN", is_found),
        *("Jan Lund sagte am " + fill(n, "Kai") + ", dass es regnet." for n in (70, 71)),
    ),
    Number(
        *(going_on, "FEWEST_QUOTED", are_two),
        *(WAIT + f"Lund. Es regnet. „Wir gehen {word}heim.“" for word in ("jetzt ", "")),
    ),
    Number(
        *(full_names, "LONGEST_BEFORE", is_meant),
        *(
            "Jan " + fill(n, "Ole").replace(" ", "-") + " Lund kam. " + WAIT + "Lund."
            for n in (55, 56)
        ),
    ),
    Number(
        *(told_before, "LONGEST_BETWEEN", is_meant),
        *(WAIT + "Jan Lund zu Ada " + fill(n, "am") + ". „Bis Mai“, sagte er." for n in (150, 151)),
    ),
    Number(
        *(told_before, "LONGEST_SENTENCE", is_meant),
        *("Jan Lund stand am " + fill(n, "Kai") + ". „Bis Mai“, sagte er." for n in (280, 289)),
    ),
    Number(
        *(aside, "MOST_MEDIUM", is_told_in_spanish),
        *("«No», dijo a EFE" + " Sur" * n + " la alcaldesa Ana Sol." for n in (2, 3)),
    ),
    Number(
        *(told_before, "LONGEST_ON", is_meant),
        *(WAIT + "Jan Lund. Es " + fill(n, "so") + ". „Bis Mai“, sagte er." for n in (293, 294)),
    ),
    Number(
        *(told_before, "MOST_SENTENCES", is_meant),
        *("Jan Lund lacht. " + "Er wartet. " * n + WAIT + "er." for n in (3, 4)),
    ),
    Number(
        *(called, "MOST_BEHIND", is_meant),
        *(WAIT + "Xandru Kruve, " + "früher " * n + "Leiter." for n in (2, 3)),
    ),
    Number(
        *(called, "LONGEST_ROLE", is_meant),
        *(
            "Der Leiter " + fill(n, "am").replace(" ", "-") + ", Xandru Kruve. " + WAIT + "Kruve."
            for n in (71, 72)
        ),
    ),
    Number(
        *(held_roles, "LONGEST_NAME", is_meant),
        *(
            "Jan " + fill(n, "Lund").replace(" ", "-") + ", Leiter der Elf. " + WAIT + "der Leiter."
            for n in (54, 55)
        ),
    ),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_near_enough_is_taken_and_what_is_too_far_is_not_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        (WAIT + "Jan Lund.", 0.94),
        (WAIT + "er.", 0.9),
        (WAIT + "niemand.", 0.5),
        ("Jan Lund sagte, dass es regnet.", 0.85),
    ],
)
def test_a_quote_is_as_sure_as_such_quotes_were_when_they_were_read(
    text: str, confidence: float
) -> None:
    assert find(text)[0].confidence == confidence
