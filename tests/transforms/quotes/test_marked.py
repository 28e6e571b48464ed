"""Quotations of languages that are not parsed: those that a verb of speech stands beside."""

import pytest

from transforms.article import make_article
from transforms.quotes.marked import find_marked_quotes
from transforms.records import Document


def read(language: str, text: str) -> list[tuple[str, str | None, str | None]]:
    document = Document("made", "0" * 64, None, text, language=language)
    found = find_marked_quotes(make_article(document))
    for quote in found:
        assert text[quote.char_start : quote.char_end] == quote.text
    return [(quote.text, quote.cue_text, quote.speaker_text) for quote in found]


@pytest.mark.parametrize(
    ("language", "text", "words", "cue", "speaker"),
    [
        ("ru", "«Мост закрыт», — сказал Иван Лунь.", "«Мост закрыт»", "сказал", "Иван Лунь"),
        ("ru", '"Мост закрыт", - отметил мэр.', '"Мост закрыт"', "отметил", None),
        (
            "ru",
            "Они «не хотели ждать», заявила глава порта Ада Сомова. Суд идёт.",
            "«не хотели ждать»",
            "заявила",
            "глава порта Ада Сомова",
        ),
        (
            "ru",
            "Иван Лунь пояснил: «Мост закрыт до мая».",
            "«Мост закрыт до мая»",
            "пояснил",
            "Иван Лунь",
        ),
        (
            "uk",
            "«Міст закрито», — зазначила Ада Сомова.",
            "«Міст закрито»",
            "зазначила",
            "Ада Сомова",
        ),
        (
            "de",
            "„Die Brücke bleibt zu“, sagte Jan Lund.",
            "„Die Brücke bleibt zu“",
            "sagte",
            "Jan Lund",
        ),
        (
            "fr",
            "« Le pont est fermé », a déclaré Luc Aubry.",
            "« Le pont est fermé »",
            "a déclaré",
            "Luc Aubry",
        ),
        (
            "es",
            "«El puente está cerrado», dijo Ana Sol.",
            "«El puente está cerrado»",
            "dijo",
            "Ana Sol",
        ),
        (
            "it",
            "«Il ponte è chiuso», ha detto Ugo Riva.",
            "«Il ponte è chiuso»",
            "ha detto",
            "Ugo Riva",
        ),
    ],
)
def test_a_quotation_with_a_verb_of_speech_beside_it_is_a_quote(
    language: str, text: str, words: str, cue: str, speaker: str | None
) -> None:
    assert read(language, text) == [(words, cue, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фильм «Мост» сказал многое о порте."),
        ("ru", "Мэр, обвинённый в «халатности», ответил на вопросы."),
        ("ru", "Газета «Речной вестник» выходит в Заречье."),
        ("de", "Der Film „Die Brücke“ läuft am Freitag."),
        ("nl", "“De brug is dicht”, zei Jan Lund."),
    ],
    ids=["a title", "a word in marks", "a name", "no verb", "no list"],
)
def test_a_title_or_a_word_in_marks_is_none(language: str, text: str) -> None:
    assert read(language, text) == []


def test_only_the_words_of_a_name_are_the_speaker_and_without_one_it_is_half_as_sure() -> None:
    article = make_article(
        Document("made", "0" * 64, None, "«Мост закрыт», — сказал он в Порту.", language="ru")
    )
    (quote,) = find_marked_quotes(article)
    assert (quote.speaker_text, quote.speaker_mention_kind, quote.confidence) == (None, "none", 0.5)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Он пояснил: «Мост закрыт до мая».", None),
        ("de", "Die Fähre fährt. Sie sagte: „Die Brücke bleibt zu.“", None),
        ("de", "In einem Brief sagte der Wirt: „Die Brücke bleibt zu.“", None),
        ("de", "Wie Lund vor seinem Sturz sagte: „Die Brücke bleibt zu.“", None),
        ("de", "Die Fähre fährt. Sprecher Jan Lund sagte: „Sie bleibt zu.“", "Sprecher Jan Lund"),
        ("fr", "« Le pont est fermé », a déclaré Luc Aubry.", "Luc Aubry"),
    ],
)
def test_who_stands_before_the_verb_is_named_where_a_sentence_begins_with_him_and_no_pronoun_is(
    language: str, text: str, speaker: str | None
) -> None:
    assert [who for _, _, who in read(language, text)] == [speaker]
