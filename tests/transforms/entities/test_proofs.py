"""What a guide names: a person, a body or a place is one that something proves."""

import pytest
from spacy.language import Language

from transforms.entities import find_names
from transforms.entities.naming.proofs import find_host, is_well_known
from transforms.grammar.parse import parse_document
from transforms.records import Article, Document

GUIDE = """How to Choose a Lamp

A good lamp lights the desk and not your eyes. You want a shade that you can turn, and a cord that is
long enough. Measure the table before you buy, and think of the light that comes in by day.

What Your Lamp Needs

The bulb is what you pay for over the years. Choose one with a warm tone for the evening, and a cool
tone where you read. If you are in doubt, try both and keep the one that you like.

Before You Buy

A heavy foot keeps the lamp in its place. Look for one that you can wipe, and that fits your shelf.
You can return most lamps within two weeks, so keep the box and the paper that comes with it.

How to Clean It

Pull the plug and let the bulb cool. Wipe the shade with a dry cloth, and use a damp one for the
foot. Never spray the lamp, since water finds its way to the wires sooner than you think.

Where to Put It

Put the lamp on the side of the hand that you do not write with. The light then falls on your page,
and no shadow gets in the way. Raise it until the lower rim of the shade is level with your eyes.

When to Replace It

Bulbs of the new kind live for years, and you can tell their end by the colour. When the light turns
yellow, or when it takes a while to come on, it is time. Take the old bulb to a place that collects
such things, and keep the box of the new one until you know that it works."""


def names_of(text: str, nlp: Language, url: str | None = None) -> dict[str, str]:
    whole = f"{GUIDE}\n\n{text}"
    document = Document(source_uri="page", content_sha256="0", title=None, text=whole, url=url)
    article = Article("aaaaaaaaaaaaaaaa", document, 0)
    return {
        name.text: name.kind for name in find_names(article, parse_document(document, nlp)).names
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Lumora Glow has a dimmer, and the Lumora Flex bends.",
        "The range of Tokaran, Velmora and Brint covers every room.",
        "Look for ENERGY-PLUS, CRI and RA9 on the box.",
        "Desk Lamps and Floor Lamps differ. Good desk lamps are short, floor lamps are not.",
        "Pick Smart Media. Our smart media are dear.",
        "Our Evening Mode, Morning Mode and Deep Focus Mode set the tone.",
        "Get Our Guide to Booking a Lamp Company for free.",
        "Keep it in Velmora. Velmora scales, Velmora grows, and you can query Velmora.",
        "Pair it with a Chardane or a Gran Velmo from the cellar.",
        "Lumora makes it easy to turn the shade. Lumora notes the hours, and Brint addresses glare.",
        "Most of them come from Lumora Lamps. Lumora Lamps says so.",
        "Get the Lumora Guide for Lamps. Lumora Notes for Beginners cost more.",
    ],
)
def test_what_nothing_proves_to_be_somebody_is_no_name(text: str, nlp: Language) -> None:
    assert names_of(text, nlp) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ingrid Solheim draws lamps for small rooms.", "Ingrid Solheim", "person"),
        ("Dr. Tavish Orrin tests bulbs in her lab.", "Tavish Orrin", "person"),
        ("Tavish Orrin, a designer, likes brass.", "Tavish Orrin", "person"),
        ("Tavish Orrin, who likes brass, sells these.", "Tavish Orrin", "person"),
        ("The range was founded by surfer Kelly Orrin.", "Kelly Orrin", "person"),
        ("Lumora, a maker of lamps, tests every bulb.", "Lumora", "organisation"),
        ("Lumora is a small company with a big range.", "Lumora", "organisation"),
        ("The founder of Lumora likes brass.", "Lumora", "organisation"),
        ("Ask the engineers and the staff at Lumora.", "Lumora", "organisation"),
        ("The box is certified by Lumora in most cases.", "Lumora", "organisation"),
        (
            "The Norland Lamp Institute (NLI) tests them. NLI marks are green.",
            "NLI",
            "organisation",
        ),
        ("“Turn it,” says Tavish Orrin.", "Tavish Orrin", "person"),
        ("They learn it at Brint, a school. OLX says that it lasts.", "OLX", "organisation"),
        ("Ask the Lumora Society for Lamps.", "Lumora Society for Lamps", "organisation"),
        ("The Orrin Academy for Glass (OAG) sells bulbs. An OAG lasts.", "OAG", "organisation"),
        ("Ask the Brint School of Glass for a bulb.", "Brint School of Glass", "organisation"),
        ("Samsung and Ikea sell bulbs as well.", "Ikea", "organisation"),
        ("Some bulbs come from mills in Norway and in Rotterdam.", "Rotterdam", "place"),
        ("Hire the best of the staff in the US. Teams in the US cost more.", "US", "place"),
        ("The chief of the US and its team like brass. Bulbs from the US last.", "US", "place"),
        ("You will find a shop in the town of Orrinby.", "Orrinby", "place"),
        ("The mills of Northern California use them.", "Northern California", "place"),
    ],
)
def test_a_sign_proves_a_name(text: str, name: str, kind: str, nlp: Language) -> None:
    assert names_of(text, nlp).get(name) == kind


def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name(nlp: Language) -> None:
    text = "Lumora Works Ltd makes lamps. Visit Lumora Works to see them."
    assert set(names_of(text, nlp)) == {"Lumora Works Ltd"}


def test_what_the_page_says_an_acronym_means_counts_more_than_a_table(nlp: Language) -> None:
    text = "A Certified Brass Consultant (CBC) knows his metal. Ask a CBC before you buy."
    assert names_of(text, nlp) == {}


@pytest.mark.parametrize(
    "url",
    [
        "https://www.lumora.example/desk",
        "https://lumora-lamps.example",
        "https://shop.lumora.example",
    ],
)
def test_a_page_bears_its_own_name(url: str, nlp: Language) -> None:
    text = "At Lumora we like brass. Lumora lamps last."
    assert names_of(text, nlp, url).get("Lumora") == "organisation"
    assert "Lumora" not in names_of(text, nlp, "https://brass.example")


def test_the_host_of_a_page_is_a_body_unless_the_text_has_it_as_a_word() -> None:
    def find(text: str) -> set[str]:
        url = "https://www.lumora.example/desk"
        document = Document(source_uri="a.html", content_sha256="0", title=None, text=text, url=url)
        return find_host(["Lumora", "Lumo", "Norway"], document)

    assert find("Lumora lamps last.") == {"Lumora"}
    assert find("Lumora lamps last. See lumora.example for more.") == {"Lumora"}
    assert find("Lumora lamps last, as every lumora does.") == set()


def test_a_company_is_known_however_it_is_spelt() -> None:
    asked = ["FedEx", "Fedex", "Paypal", "fedex", "Lg", "Norplan"]
    assert [form for form in asked if is_well_known(form)] == ["FedEx", "Fedex", "Paypal"]


def test_a_surname_stays_with_whom_a_full_name_proves(nlp: Language) -> None:
    text = "Ingrid Solheim draws lamps. Solheim likes brass, and so do those who buy from Solheim."
    assert names_of(text, nlp) == {"Ingrid Solheim": "person", "Solheim": "person"}


def test_where_something_happened_no_proof_is_asked_for(nlp: Language) -> None:
    text = "Lumora said on Friday that it had bought Velmora. Tavish Orrin told Brint so."
    document = Document(source_uri="page", content_sha256="0", title=None, text=text)
    names = find_names(Article("aaaaaaaaaaaaaaaa", document, 0), parse_document(document, nlp))
    assert {name.text for name in names} >= {"Lumora", "Tavish Orrin"}


def test_whoever_is_left_out_may_be_meant_by_she(analyse) -> None:
    story = "Melissa Berg loves her shop. It is a treat.\n\n{} began a blog. She writes each week."
    known, unknown = story.format("Karl Berg"), story.format("Lumora")
    assert analyse(f"{GUIDE}\n\n{known}").meant_by("She") == ["Melissa Berg"]
    assert analyse(f"{GUIDE}\n\n{unknown}").meant_by("She") == [None]
