"""The numbers of cleaning: what is short, long or frequent enough is taken, what is not is left,
and either fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import Number
from transforms.clean.dates import captions
from transforms.clean.dump import lines, rules
from transforms.clean.markup import tree
from transforms.clean.metadata import dateline, title

TIDE = " tide"
CAPTION = "The frigate in the Black Sea, 20 December 2021{} (photo by Jane Doe)"


def is_caption(line: str) -> bool:
    return bool(list(captions.find_captions([line])))


def has_dateline_behind(lines_before: int) -> bool:
    filler = ["Harbour news"] * lines_before
    return (
        dateline.find_dateline([*filler, "KYIV, Jan. 30 (Reuters) - The pier is shut."]) is not None
    )


def is_icon_run(icons: int) -> bool:
    return rules._is_icon_run("icon-share " * icons)


def is_kept_without_section(headline: str) -> bool:
    return title._cut_section(f"{headline} | Sport") == headline


def has_too_many_attributes(count: int) -> bool:
    attributes = "".join(f' data-{number}="{number}"' for number in range(count))
    return tree.has_too_many_attributes(f"<p{attributes}>")


CASES = [
    Number(captions, "MAX_CAPTION", is_caption, CAPTION.format(TIDE * 65), CAPTION.format(TIDE * 120)),
    Number(
        *(rules, "MAX_CRUMB", rules.is_crumbs),
        "News / Harbour and fisheries / Pier",
        "News / Harbour and fisheries of the north and east / Pier",
    ),
    Number(rules, "MIN_ICONS", is_icon_run, 5, 3),
    Number(
        *(lines, "MIN_SENTENCE", lines._is_sentence),
        "The harbour board voted late on a Tuesday.",
        "The board voted late.",
    ),
    Number(tree, "MAX_ATTRIBUTES", has_too_many_attributes, 1_200, 800),
    Number(dateline, "MAX_LINES", has_dateline_behind, 2, 5),
    Number(title, "MIN_WORDS", is_kept_without_section, "Harbour stays shut", "Harbour shut"),
]  # fmt: skip


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)
