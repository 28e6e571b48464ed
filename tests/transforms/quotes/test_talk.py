"""Texts in which people speak and texts in which a writer tells of things: how sure a mere mention
is in each.
"""

import pytest
from spacy.language import Language

from tests.transforms.quotes.passages import quotes_of
from transforms.quotes.talk import LEAST_SURE
from transforms.records import Quote

GUIDE = (
    "Most plumbers charge for each hour. Clients expect convenience and care. Manufacturers promise to repair the parts. "
    "Some people prefer to cook after dark. This shows that good boats last."
)
NEWS = "The mayor said that the harbour was closed. Anna Berg said it would open in May. Marco Duarte told them that it would not."
BAR = 0.5


def surest(quotes: list[Quote]) -> float:
    return max((quote.confidence for quote in quotes), default=0.0)


def test_what_kinds_of_people_do_in_a_guide_is_under_the_bar(nlp: Language) -> None:
    quotes = quotes_of(GUIDE, nlp)
    assert quotes
    assert surest(quotes) <= LEAST_SURE < BAR


def test_the_same_words_keep_their_confidence_where_people_speak(nlp: Language) -> None:
    manufacturers = [
        quote
        for quote in quotes_of(f"{NEWS}\n\n{GUIDE}", nlp)
        if quote.speaker_text == "Manufacturers"
    ]
    assert surest(manufacturers) > BAR


def test_a_person_is_on_record_in_a_guide_too(nlp: Language) -> None:
    quotes = quotes_of(f"{GUIDE} Anna Berg promised to close the harbour.", nlp)
    assert [quote.speaker_text for quote in quotes if quote.confidence > BAR] == ["Anna Berg"]


def test_where_ministries_speak_people_speak_and_it_is_the_country_before(nlp: Language) -> None:
    text = (
        "The Norland Ministry said the harbour was closed. The Port Council said it would open. "
        "Sudland denies the charge. Norland blames Sudland for the delay. Sudland rejects the plan. "
        "The council praised the pilots. Norland demands an inquiry. The ministry urged calm. "
        "It says the pilots are “heroes” of the coast."
    )
    spoken = [quote for quote in quotes_of(text, nlp) if "heroes" in quote.text]
    assert surest(spoken) > BAR


@pytest.mark.parametrize(
    "words",
    [
        "Norland rejected the plan. The port denied the claims.",
        "Lune Lines announced a new ferry to Norland.",
        f"{NEWS} Donna Kell praised the new album.",
        f"{NEWS} Donna Kell never said that the plan was “a joke”.",
        f"{NEWS} Donna Kell could not say whether the “old” plan would do.",
        f"{NEWS} Donna Kell refused to call the strike that shut the port for nine days a “mess”.",
        f"{NEWS} Donna Kell agreed to return what the name “Lune” had earned him in all those years.",
    ],
)
def test_a_mere_mention_of_an_act_is_under_the_bar(words: str, nlp: Language) -> None:
    quotes = [quote for quote in quotes_of(words, nlp) if not quote.is_statement]
    assert quotes
    assert surest(quotes) <= LEAST_SURE


@pytest.mark.parametrize(
    "words",
    [
        "Norland criticised Lind. The port said nothing.",
        "Anna Berg described the plan as a waste.",
        "Anna Berg accused the port of hiding the figures.",
        "Anna Berg warned the fleet against sailing in fog.",
    ],
)
def test_who_is_blamed_and_what_is_said_of_something_is_over_it(words: str, nlp: Language) -> None:
    assert surest(quotes_of(words, nlp)) > BAR


def test_a_heading_says_nothing(nlp: Language) -> None:
    heading, body = (
        "Why Many in Port Lune Say It Is Worth It",
        "Many in Port Lune say it is worth it.",
    )
    assert surest(quotes_of(f"{heading}\n\nThe harbour is closed.", nlp)) <= LEAST_SURE
    assert surest(quotes_of(f"{body}\n\nThe harbour is closed.", nlp)) > BAR


@pytest.mark.parametrize("words", ["Frost said she had no choice.", "Berry told them it was shut."])
def test_a_surname_that_is_a_word_is_somebody(words: str, nlp: Language) -> None:
    assert surest(quotes_of(words, nlp)) > BAR
    assert surest(quotes_of(f"The {words.lower()}", nlp)) <= LEAST_SURE


@pytest.mark.parametrize(
    "words",
    [
        "Their name says it all: they plant ten trees for every hull sold.",
        "Signs such as “Stop” tell you what to do on the pier.",
        "The Lune Q2 feels familiar and easy.",
        "The Lune Lines app has become the first of its kind, demonstrating that the market grows.",
        "The winter deals promise to be even better.",
    ],
)
def test_what_a_thing_or_a_product_tells_is_under_the_bar_where_nobody_speaks(
    words: str, nlp: Language
) -> None:
    assert surest(quotes_of(f"{words} {GUIDE}", nlp)) <= LEAST_SURE


@pytest.mark.parametrize(
    "words",
    [
        "If your car breaks down, you may need to say, “My car won’t start.”",
        "You hear your own voice and you think, “Oh dear, I cannot sound like that!”",
        "We want them to look at us when we use the word “stay.”",
        "I know some of you are thinking, “A new rule will not help.”",
    ],
)
def test_what_the_reader_might_say_and_the_writer_wants_is_an_example(
    words: str, nlp: Language
) -> None:
    assert surest(quotes_of(words, nlp)) <= LEAST_SURE


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Researchers found that the eels had left.", "Researchers"),
        ("The data show that the eels had left.", "The data"),
        (
            "According to surveys by the port, the average docker spends six hours a week on eels.",
            "surveys by the port",
        ),
        (
            "Three percent of the dockers reported that they ate eels.",
            "Three percent of the dockers",
        ),
    ],
)
def test_research_speaks_in_a_guide_too(words: str, speaker: str, nlp: Language) -> None:
    found = quotes_of(f"{words} {GUIDE}", nlp)
    assert speaker in [quote.speaker_text for quote in found if quote.confidence > BAR]


def test_more_of_a_kind_expect_nothing_that_somebody_said(nlp: Language) -> None:
    quotes = quotes_of(f"{NEWS} More homeowners expect that boats will be dear.", nlp)
    assert [quote.confidence for quote in quotes if quote.speaker_text == "More homeowners"] <= [
        LEAST_SURE
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The app lets all users add their own data, according to the prompts given.",
        "Many offshore yards will say that they build in the county.",
        "According to the Norland Labour Office, some notable roles available in the yards include:",
        "Quay Analytics 4 can count the hulls, revealing how boats become orders.",
    ],
)
def test_a_guide_has_nobody_for_prompts_lists_and_what_many_will_say(
    words: str, nlp: Language
) -> None:
    assert surest(quotes_of(f"{words} {GUIDE}" if words[-1] == "." else words, nlp)) <= LEAST_SURE


def test_a_source_between_a_subject_and_its_verb_is_over_the_bar(nlp: Language) -> None:
    assert surest(quotes_of("The pier, according to Jon Dahl, will need a new roof.", nlp)) > BAR


@pytest.mark.parametrize("body", ["army", "militia", "diocese", "township", "regime"])
def test_a_body_speaks_where_nobody_else_does(body: str, nlp: Language) -> None:
    assert surest(quotes_of(f"The {body} said it was sorry.", nlp)) > BAR
