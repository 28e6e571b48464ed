"""Quotations of languages that are not parsed: those that a verb of speech stands beside. The cases
of each language stand in marked/<code>.toml: a text, and of each quote its words, its speaker and
how that one is told.
"""

import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from tests.transforms.quotes.found import check, list_passages
from transforms.article import make_article
from transforms.quotes.marked import find_marked_quotes
from transforms.records import JOINT, Document, Quote
from transforms.world.languages import read_languages

CASES = [
    (path.stem, case["text"], [tuple(row) for row in case["quotes"]])
    for path in sorted((Path(__file__).parent / "marked").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def find(language: str, text: str) -> tuple[Quote, ...]:
    return find_marked_quotes(
        make_article(Document("made", "0" * 64, None, text, language=language))
    )


@pytest.mark.parametrize(("language", "text", "rows"), CASES)
def test_a_quotation_with_a_verb_of_speech_beside_it_is_a_quote(
    language: str, text: str, rows: list[tuple[str, str, str]]
) -> None:
    found = find(language, text)
    assert [
        (quote.text, quote.speaker_text or "", quote.speaker_mention_kind) for quote in found
    ] == rows
    for quote in found:
        assert JOINT.join(text[one.char_start : one.char_end] for one in quote.spans) == quote.text
        assert text[quote.speaker_start : quote.speaker_end] == (quote.speaker_text or text)


@pytest.mark.parametrize("stem", [stem for stem in list_passages() if stem.startswith("marked/")])
def test_nothing_else_is_found_in_passages_than_was_accepted(stem: str, nlp: Language) -> None:
    check(stem, nlp)


def test_every_language_that_lists_verbs_has_a_case() -> None:
    listed = {language.code for language in read_languages() if language.speech.said}
    assert listed == {language for language, _, _ in CASES}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фильм «Мост» сказал многое о порте."),
        ("ru", "Мэр, обвинённый в «халатности», ответил на вопросы."),
        ("ru", "Газета «Речной вестник» выходит в Заречье."),
        ("de", "Der Film „Die Brücke“ läuft am Freitag."),
        ("is", "„Brúin er lokuð“, sagði Jón Berg."),
    ],
    ids=["a title", "a word in marks", "a name", "no verb", "no list"],
)
def test_a_title_or_a_word_in_marks_is_none(language: str, text: str) -> None:
    assert find(language, text) == ()


def test_the_less_is_told_of_the_speaker_the_less_sure_it_is() -> None:
    texts = ["Иван Лунь", "он", "сегодня"]
    found = [find("ru", f"«Мост закрыт», — сказал {who}.")[0].confidence for who in texts]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0.5


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "In einem Brief sagte der Wirt: „Die Brücke bleibt zu.“", "der Wirt"),
        ("de", "Wie Lund vor seinem Sturz sagte: „Die Brücke bleibt zu.“", None),
        ("de", "Die Fähre fährt. Sprecher Jan Lund sagte: „Sie bleibt zu.“", "Jan Lund"),
        ("de", "Jan Lund lacht. Lund sagte: „Die Brücke bleibt zu.“", "Lund"),
        ("de", "Mittwoch sagte: „Die Brücke bleibt zu.“", None),
        ("ru", "Он пояснил: «Мост закрыт до мая».", "Он"),
    ],
)
def test_before_the_verb_only_a_known_name_a_role_or_a_pronoun_is_its_subject(
    language: str, text: str, speaker: str | None
) -> None:
    assert [quote.speaker_text for quote in find(language, text)] == [speaker]
