"""Who speaks in an article that is not parsed: only where nobody else can be meant."""

import pytest

from tests.cpu import cpu_seconds
from transforms.article import make_article
from transforms.findings import find_unparsed
from transforms.records import Document, Findings

FIRST = "Am Kai stand Martin Kruse. "


def read(language: str, text: str) -> Findings:
    return find_unparsed(make_article(Document("made", "0" * 64, None, text, language=language)))


def name_speakers(language: str, text: str) -> list[tuple[str, str | None]]:
    found = read(language, text)
    names = {referent.referent_id: referent.name for referent in found.referents}
    return [
        (quote.speaker_mention_kind, names.get(quote.speaker_referent_id or ""))
        for quote in found.quotes
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("de", "„Wir warten“, sagte Martin Kruse.", "name", "Martin Kruse"),
        ("de", FIRST + "„Wir warten“, sagte Kruse.", "surname", "Martin Kruse"),
        ("de", "„Wir warten“, sagte Karsten Aschau.", "name", "Karsten Aschau"),
        ("fr", "« Nous attendons », a dit André Lavoisne.", "name", "André Lavoisne"),
        ("cs", "„Čekáme,“ řekla Denisa Lipová.", "name", "Denisa Lipová"),
        (
            "de",
            FIRST + "Auch Kruse lachte. „Wir warten“, sagte Frau Kruse. So auch er.",
            "surname",
            "Martin Kruse",
        ),
        ("de", FIRST + "Neben ihm Sabine Kruse. „Wir warten“, sagte Kruse.", "name", None),
        ("de", FIRST + "Neben ihm Xandru Kruse. „Wir warten“, sagte Kruse.", "name", None),
        ("de", "„Wir warten“, sagte Hafenblatt.", "name", None),
        ("de", "„Wir warten“, sagte Xandru Kruse.", "name", None),
        ("cs", "Vedle stál Xandru Dub. Pavel Dub mlčel. „Čekáme,“ řekl Dub.", "name", None),
        ("es", "Habló Ana Sol Marín. «Esperamos», dijo Sol.", "name", None),
        ("de", "Am Kai stand Ada und Olsen. „Wir warten“, sagte Olsen.", "name", None),
    ],
)
def test_a_name_is_a_person_with_a_known_given_name_and_a_surname_the_only_one_with_it(
    language: str, text: str, kind: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [(kind, name)]


SAID = "„Wir warten“, sagte Trainer Martin Kruse. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (SAID + "„Bis Mai“, ergänzte er.", ("pronoun", "Martin Kruse")),
        (SAID + "„Bis Mai“, ergänzte sie.", ("pronoun", None)),
        (SAID + "Sein Anwalt nickte. „Bis Mai“, ergänzte er.", ("pronoun", None)),
        ("„Wir warten“, sagte Sabine Kruse. „Bis Mai“, ergänzten sie.", ("pronoun", None)),
        (SAID + "Der Wind drehte. „Bis Mai“, ergänzte der Trainer.", ("role", "Martin Kruse")),
        (SAID + "Da kam Trainer Paul Olsen. „Bis Mai“, ergänzte der Trainer.", ("role", None)),
        (
            "Da kamen die Trainer Martin Kruse (27) und Paul Olsen. "
            + SAID.replace("Trainer ", "")
            + "„Bis Mai“, ergänzte der Trainer.",
            ("role", None),
        ),
        (SAID + "„Bis Mai“, ergänzte der Anwalt.", ("role", None)),
    ],
)
def test_a_pronoun_is_who_spoke_just_before_and_a_role_the_only_speaker_whose_name_it_stood_before(
    text: str, last: tuple[str, str | None]
) -> None:
    assert name_speakers("de", text)[-1] == last


def test_each_speaker_is_mentioned_where_he_is_named_and_where_he_is_meant() -> None:
    found = read("de", FIRST + "„Wir warten“, sagte Kruse. „Bis Mai“, ergänzte er.")
    text = found.article.document.text
    assert [(one.text, one.mention_kind) for one in found.mentions] == [
        ("Martin Kruse", "name"),
        ("Kruse", "surname"),
        ("er", "pronoun"),
    ]
    for one in found.mentions:
        assert text[one.char_start : one.char_end] == one.text
    (referent,) = found.referents
    assert referent.forms == (("Kruse", "surname", 1), ("Martin Kruse", "name", 1))


@pytest.mark.parametrize(
    "sentences",
    [
        "„Wir warten“, sagte Kruse. Martin Kruse kam. ",
        "„Wir warten“, sagte der Trainer. Trainer Martin Kruse kam. ",
        "„Wir warten“, sagte er. Es sei kalt, sagte Kruse. Es sei nass. ",
    ],
)
def test_who_speaks_is_found_in_linear_time(sentences: str) -> None:
    short, long = (
        cpu_seconds(lambda times=times: read("de", sentences * times)) for times in (150, 600)
    )
    assert long < 8 * short
