"""The words of a page, and how much they sound like those of pages that serve their readers."""

from dataclasses import replace

import pytest

from transforms.clean.judge.facts import gather_dump_facts
from transforms.clean.judge.wording import list_signs, measure_signs, weigh_wording


def read(title, text, language="en"):
    return replace(gather_dump_facts(title, text, ()), language=language)


@pytest.mark.parametrize(
    ("text", "language", "signs"),
    [
        ("The key’s turning", "en", ["the", "key's", "y's@en", "turning", "turni-", "ing@en"]),
        ("Parlerà alle 9", "it", ["parlerà", "parle-", "erà@it", "alle", "0"]),
        ("3rd of May", "en", ["0", "of", "may"]),
        ("営業時間", "ja", ["営業", "業時", "時間"]),
        ("Kellotorni", None, ["kellotorni", "kello-", "rni@"]),
    ],
)
def test_a_page_is_its_words_their_beginnings_and_their_endings(text, language, signs):
    assert list_signs(read(None, text, language)) == signs


def test_the_heading_counts_as_the_text_does_and_once_more():
    signs = ["bring", "ing@en", "jam", "dry", "ones", "#bring", "#jam"]
    assert list_signs(read("Bring jam", "Dry ones.")) == signs


def test_what_comes_four_times_counts_twice_and_a_short_page_little():
    assert measure_signs(["a", "a", "a", "a", "b"])["a"] == 2 * measure_signs(["b"])["b"]
    assert measure_signs(["b"])["b"] < measure_signs(["b"] * 30)["b"]


def test_the_order_of_lines_tells_nothing():
    there = weigh_wording(read(None, "Bring a coat.\nDoors open at six."))
    assert there == pytest.approx(weigh_wording(read(None, "Doors open at six.\nBring a coat.")))


@pytest.mark.parametrize(
    ("notice", "story", "language"),
    [
        (
            "Hirers shall leave the boathouse as they find it. Keys must be handed back by ten.",
            "Rowers found the boathouse open on Monday. The keys had been lost since May, she said.",
            "en",
        ),
        (
            "Die Teilnahme ist kostenlos. Bitte melden Sie sich bis Freitag im Büro an.",
            "Der Verein hatte die Teilnahme verboten. Der Vorsitzende sagte am Freitag, er sei müde.",
            "de",
        ),
        (
            "Les candidats devront fournir une attestation. Les offres seront remises avant midi.",
            "Le maire a fourni une explication hier. Il avait remis sa lettre avant midi, dit-il.",
            "fr",
        ),
        (
            "Los interesados deberán presentar la solicitud antes del 3 de mayo. Plazas limitadas.",
            "Los vecinos presentaron la solicitud el 3 de mayo, pero la alcaldesa dijo que no la vio.",
            "es",
        ),
    ],
)
def test_a_notice_sounds_more_like_one_than_a_story_of_the_same_things(notice, story, language):
    assert weigh_wording(read(None, notice, language)) > weigh_wording(read(None, story, language))
