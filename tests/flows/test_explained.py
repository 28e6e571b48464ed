"""What a terminal shows of a quote: each thing that is known is told, and what is not known is
said to be so.
"""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from flows.commands.explained import (
    shorten,
    summarise,
    tell_candidate,
    tell_entity,
    tell_known,
    tell_line,
    tell_marked,
    tell_quote,
    tell_rival,
    tell_speaker,
    tell_wordings,
)
from flows.stored import Entity, Join, Wording
from tests.articles import make_findings
from transforms.article import make_article
from transforms.explanation import Candidate, Explained, Marked, explain_marked_quotes
from transforms.quotes.bars import Bar
from transforms.quotes.choice import Verdict
from transforms.quotes.draft import Draft
from transforms.quotes.trace import Trace
from transforms.records import Document

FOUND = make_findings()
QUOTE = replace(FOUND.quotes[0], rule="inverted", speaker_text="Minister Ann Brook")
DRAFT = Draft(None, "inverted", (), None, None)  # what nobody reads of it is not told
VERDICT = Verdict(DRAFT, 0.81, "chosen", Bar("spoken", 0.1))


def explain(speaker: str | None = None, **fields: object) -> Explained:
    return Explained(Trace(replace(QUOTE, **fields), VERDICT, ()), speaker, "the words hold it")


def tell(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(rows)


@pytest.mark.parametrize(
    ("one", "who"),
    [
        (explain("Ann Brook"), "Ann Brook"),
        (explain(), "Minister Ann Brook"),
        (explain(speaker_text=None), "-"),
    ],
)
def test_in_a_line_a_quote_is_its_speakers_by_name_by_words_or_nobodys(
    one: Explained, who: str
) -> None:
    [(_, line)] = summarise(one)
    assert line.startswith(f"{who}: “It will open")


def test_a_speaker_whom_the_article_does_not_name_is_nobody() -> None:
    assert "-> nobody: the words" in tell(tell_speaker(explain()))["speaker"]
    assert "-> Ann Brook: the words" in tell(tell_speaker(explain("Ann Brook")))["speaker"]


def test_a_cue_is_told_with_its_class_or_that_it_has_none() -> None:
    said = explain(cue_text="said", cue_class="neutral")
    assert tell(tell_quote(said))["found by"] == "inverted, cue 'said' (neutral)"
    odd = explain(cue_text="hummed", cue_class=None)
    assert tell(tell_quote(odd))["found by"] == "inverted, cue 'hummed' (no class)"
    assert tell(tell_quote(explain(cue_text=None)))["found by"] == "inverted"


@pytest.mark.parametrize(
    ("fate", "shown"),
    [
        ("under its bar", "under its bar (needs 0.10), inverted"),
        ("nested", "within a surer quote, or around one (needs 0.10), inverted"),
        ("same words", "same words, less likely, inverted"),
    ],
)
def test_a_rival_that_a_bar_stopped_is_told_with_the_bar(fate: str, shown: str) -> None:
    assert tell_rival(replace(VERDICT, fate=fate), "It opens") == f"0.81 {shown}: It opens"


def test_a_candidate_without_a_sign_is_told_so() -> None:
    signs = (("the subject", 2.0), ("far away", -0.5))
    assert tell_candidate(Candidate("Ann Brook", 1.5, signs, True)) == (
        "* Ann Brook +1.5 (the subject +2, far away -0.5)"
    )
    assert tell_candidate(Candidate("Ida Holm", 0.0, (), False)) == "- Ida Holm +0 (no sign)"


def test_an_entity_is_told_with_what_joins_it_or_that_nothing_does() -> None:
    alone = Entity("e1", "Ann Brook", "person")
    assert tell(tell_entity(alone)) == {
        "entity": "Ann Brook (person), e1",
        "joined by": "nothing: no other article names it",
    }
    joined = replace(alone, joins=(Join("A. Brook", 2, "initial", 0.8), Join("Brook", 3, "x", 0.7)))
    assert list(tell_entity(joined))[1:] == [
        ("joined by", "'A. Brook' of 2 articles: initial, 0.80"),
        ("", "'Brook' of 3 articles: x, 0.70"),
    ]
    assert list(tell_entity(None)) == []


def test_a_quote_of_the_title_is_told_with_the_title_and_one_without_a_title_with_no_words() -> (
    None
):
    document = FOUND.article.document
    quote = replace(QUOTE, in_title=True, char_start=0, char_end=6)
    assert tell(tell_line(quote, document))["line"] == "kept: Bridge to open in May"
    assert tell(tell_line(quote, replace(document, title=None)))["line"] == "kept: "
    assert "“It will open again in May,”" in tell(tell_line(QUOTE, document))["line"]


def test_words_are_cut_where_they_are_longer_than_the_most() -> None:
    assert shorten("The  pier", 8) == "The pier"
    assert shorten("The piers", 8) == "The pie…"


def read_marked(text: str) -> Marked:
    article = make_article(Document("made", "0" * 64, None, text, language="ru"))
    [marked] = explain_marked_quotes(article)
    return marked


def test_a_quote_that_marks_and_a_verb_told_is_told_by_these() -> None:
    told = tell(tell_marked(read_marked("«Мост закрыт до мая», — сказал Иван Лунь.")))
    assert told["found by"].startswith("marks:behind, cue 'сказал': a verb of speech follows")
    assert told["speaker"] == "'Иван Лунь'"
    assert told["is"].endswith(": a name stands beside the verb")


def test_one_without_a_name_is_told_to_be_the_less_sure() -> None:
    told = tell(tell_marked(read_marked("Потом сказал: «Мост закрыт до мая».")))
    assert told["found by"].startswith("marks:before, cue 'сказал': a verb of speech and a colon")
    assert told["speaker"] == "nobody stands there"


def test_the_other_wordings_of_what_was_said_are_told_the_surest_first() -> None:
    wording = Wording("Tarnby Daily", "de", 0.81, "»Die Brücke bleibt zu«")
    assert list(tell_wordings((wording,))) == [
        ("utterance", "0.81 Tarnby Daily, de: »Die Brücke bleibt zu«")
    ]
    assert list(tell_wordings((wording,) * 8))[-1] == ("", "and 2 more")
    assert tell(tell_wordings((replace(wording, outlet=None, language=None),)))["utterance"] == (
        "0.81 an outlet without a name, ?: »Die Brücke bleibt zu«"
    )
    assert tell(tell_wordings(()))["utterance"] == "no other quote reports the same"


def test_of_a_page_that_stands_in_no_warehouse_nothing_more_is_known() -> None:
    assert list(tell_known(QUOTE, None)) == []
