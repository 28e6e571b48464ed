"""Pages that are made of entries of one form, and articles that look like them."""

from dataclasses import replace

import pytest

from transforms.clean.judge.entries import find_entries
from transforms.clean.judge.facts import Declared, gather_dump_facts, gather_page_facts
from transforms.clean.judge.sale import find_price
from transforms.clean.judge.verdict import judge
from transforms.clean.markup.markup import Markup

POSTS = [
    "reedbed77 Posts: 412",
    "Anybody having luck on the lower canal?",
    "oldhook Posts: 2031",
    "Lobworm, broken, close to the bottom. Go early.",
    "Sal_M Posts: 18",
    "My dad always said red maggots after a frost.",
]
GERMAN_POSTS = [
    "Bastler61 schrieb am 3. Jan:",
    "Seit gestern bleibt der Heizkörper im Bad kalt.",
    "Anke_R schrieb am 3. Jan:",
    "Ventilstift fest? War bei mir auch so.",
    "Bastler61 schrieb am 4. Jan:",
    "Das war es, vielen Dank, läuft wieder.",
]
EPISODES = [
    "41: Eels",
    "Why they vanish and who is paid to look away.",
    "38 min",
    "40: The last pilot",
    "Nora Field boards a tanker at four in the morning.",
    "44 min",
    "39: Mud",
    "The love story of a harbour and its dredger.",
    "29 min",
]
QUIZ = [
    *("1. When was the upper lock built?", "1792", "1811", "1846"),
    *("2. How many boats pass on a Sunday?", "About 20", "About 60"),
    *("3. What swims below it?", "Perch", "Sturgeon", "Salmon"),
]
PROGRAMME = [
    *("Monday 4 March", "19.00 Chess evening, Reading Room. Free."),
    *("Tuesday 5 March", "10.30 Story time for under-fives, Library."),
    *("Friday 8 March", "21.00 The Low Tides, Anchor Inn, 6 on the door."),
]
REGISTER = [
    "ALDER, Mary (née Finch), aged 91, at home on 1 March. Funeral Friday, 11 am.",
    "BROCK, Harold, aged 78, suddenly, on 27 February. Service private.",
    "COYLE, Brigid, aged 84, at Fenn House on 2 March. Requiem Mass Thursday.",
]
UPDATES = [
    *("17.40", "The last of the three pumps is running again, the fire chief says."),
    *("16.15", "Mayor Astrid Bole has asked the army for sandbags."),
    *("14.50", "The school has been closed and the children were taken home."),
]
INTERVIEW = [
    *("Lind:", "I never learnt to swim, and I saw no reason to."),
    *("Lind:", "The coffee at four in the morning is what I shall miss."),
    *("Lind:", "None. I lost one hat in the winter of 1988."),
]
ADVERTS = [
    *("The pier was shut on Monday after a storm.", "Advertisement"),
    *("Nobody was hurt, the harbour office said.", "Advertisement"),
    *("It will open again in May, the mayor said.", "Advertisement"),
]
BRIEFS = [
    "THORN 6, OAKMERE 1 - Rae Dillon struck out nine over seven innings.",
    "FENN 4, PORT ANSGAR 3 - Luis Marte singled home the winning run.",
    "KILN LANE 2, MARLOW 0 - Two pitchers combined on a three-hitter.",
]


def told(lines):
    return find_entries(gather_dump_facts("The lock", "\n\n".join(lines), lines))


@pytest.mark.parametrize(
    "lines", [POSTS, GERMAN_POSTS, EPISODES, QUIZ, PROGRAMME, REGISTER], ids=lambda lines: lines[0]
)
def test_a_page_that_is_made_of_entries_tells_no_story(lines):
    assert told(lines)
    assert told(lines[: len(lines) // 3 * 2]) is None


@pytest.mark.parametrize("lines", [UPDATES, INTERVIEW, ADVERTS, BRIEFS], ids=lambda lines: lines[0])
def test_updates_turns_adverts_and_results_in_a_row_are_no_entries(lines):
    assert told(lines) is None


def test_entries_beside_a_story_or_on_a_page_that_states_a_day_stay():
    story = "The angling club met on Monday, and the keeper of the lock told its members that " * 5
    assert told([*EPISODES, f"{story}no boat had passed."]) is None
    dated = gather_dump_facts("The lock", "\n\n".join(EPISODES), EPISODES)
    assert find_entries(replace(dated, declared=Declared(is_dated=True))) is None


def offered(text, buttons):
    facts = gather_page_facts(Markup(buttons=buttons), "A Tower in Slate", text, None)
    return judge(replace(facts, language="en")).reason


def test_a_button_beside_what_serves_its_readers_makes_it_surer():
    tower = "Four rooms above one another, under a roof that was drawn from the hull of a boat."
    tower += (
        " The client, a retired pilot, wanted to see the lock from his bath.\n\nSlate, oak, lime."
    )
    tower += " Finished in 2019."
    assert (offered(tower, 0), offered(tower, 1)) == (None, "service_page")


def test_a_price_that_a_sentence_tells_of_is_no_offer():
    lines = ["5,99 Euro", "im Monat"]
    report = "Der Tarif kostet im ersten Jahr 5,99 Euro, sagte ein Sprecher am Montag in Lindau."
    sale = "Eine Lampe aus Messing, von Hand gemacht, mit drei Schirmen aus Glas und langem Kabel."
    reasons = [
        find_price(gather_dump_facts("Der Tarif", f"{text}\n\n{text[:-1]} auch.", lines))
        for text in (report, sale)
    ]
    assert reasons == [None, "a price: 5,99 Euro"]
