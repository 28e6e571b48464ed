"""Headlines with a line each, which are a list of stories, and texts under headings, which are one
story.
"""

import pytest

from transforms.clean.judge.facts import gather_dump_facts
from transforms.clean.judge.verdict import judge

FRONT = [
    "Bus company walks away from three routes",
    "Villages will have no service from September, councillors were told.",
    "Teenager who swam to walkers gets a medal",
    '"I just went in," said Kit Arlow, who brought a rope.',
    "What the new bins mean for your street",
    "Four colours, two lorries and one angry pensioner.",
]
STORY = "Nobody had asked the ferrymen what they thought of it, and so they told nobody. They met"
STORY += " in the boathouse on Sunday, counted the money and voted for the bridge by eleven to two."
HEADED = [
    line
    for heading in (
        "A vote in the boathouse at night",
        "The day when the money came",
        "What is left of it",
    )
    for line in (heading, STORY)
]
NUMBERED = [
    *("1. Nobody had read the lease", "Three members signed it in a car park."),
    *("2. The lawyer was away that week", "He saw it on a very small telephone."),
    *("3. The crane was sold two times", "Both buyers turned up on Tuesday."),
]
RESULTS = [
    *("Harbour Town in blue 2 Penmarrow 2", "A late header by Joe Trewin saved a point."),
    *("St Brannoc at home 0 Gull Point 3", "The visitors were three up at half-time."),
    *("Quay Rovers and friends 1 Marine 0", "Captain Sam Odell scored from the spot."),
]
ASKED = [
    *("Why did you burn the maps?", "They asked for it, and the paper was bad."),
    *("What did your teachers say to you?", "One of them wept, but I think he was ill."),
    *("And what are you reading just now?", "A manual for a lawn mower, and it is good."),
]


def reason_of(lines):
    return judge(gather_dump_facts(None, "\n\n".join(lines), lines)).reason


def test_headlines_with_a_line_each_and_next_to_nothing_beside_are_a_list_of_stories():
    assert reason_of(FRONT) == "index_page"
    assert reason_of(FRONT[:4]) != "index_page"
    assert reason_of([*FRONT, STORY, STORY]) != "index_page"


@pytest.mark.parametrize("lines", [HEADED, NUMBERED, RESULTS, ASKED], ids=lambda lines: lines[0])
def test_headings_of_a_story_numbers_results_and_questions_are_none(lines):
    assert reason_of(lines) != "index_page"
