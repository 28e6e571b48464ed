"""The lines that a named rule leaves out, and their likes that it must keep."""

import pytest

from transforms.clean.dump.rules import find_rule, is_crumbs


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            "icon bookmark-bicon cameraicon checkicon chevron downicon closeicon v-playicon",
            "icon_run",
        ),
        ("0:00", "timecode"),
        ("01:12 / 27:38", "timecode"),
        (
            "This photograph, taken on March 3, 2022, shows the ferry in the port of Trieste.",
            "caption",
        ),
        (
            "The ferry Aurora in the port of Trieste, March 3, 2022. (Photo by Coastal Press)",
            "caption",
        ),
        ("Photo: Jane Doe", "caption"),
        ("© Jane Doe", "caption"),
        (
            "Our website can also be accessed at the following alternate addresses:",
            "alternate_address",
        ),
        ("Leave a Reply", "leave_a_reply"),
        ("Your email address will not be published. Required fields are marked *", "leave_a_reply"),
        ("Follow us on Facebook and Telegram to stay informed.", "follow_us"),
        ("SHARE THIS ARTICLE", "share_this"),
        ("Click to share on Twitter (Opens in new window)", "share_this"),
        ("We and our partners use cookies to measure how this site is read.", "cookie_notice"),
        ("This website uses cookies to measure how it is read.", "cookie_notice"),
        ("Sign up for our daily newsletter and never miss a story", "newsletter"),
        ("Story continues below advertisement", "advertisement"),
        ("Werbung", "advertisement"),
        ("In Harbour.News we will follow the latest from the port.", "outlet_promise"),
        ("A picture emerges of a government that shows no will to act, the minister said.", None),
        ("He asked the readers to follow him, and they did.", None),
        ("The icon of the monastery was stolen in 1994.", None),
        ("Share prices fell by 3 percent.", None),
        ('"Leave the harbour at once," the captain shouted.', None),
    ],
)
def test_rules_by_name(line: str, rule: str | None) -> None:
    assert find_rule(line) == rule


@pytest.mark.parametrize("line", ["News / Russia", "Home › World › Asia", "Start > Politik"])
def test_a_path_of_sections_is_crumbs(line: str) -> None:
    assert is_crumbs(line)


@pytest.mark.parametrize(
    "line",
    [
        "1 / 2",
        "00:00 / 02:47",
        "And so it goes",
        "A line of text that is too long, he said / she said",
    ],
)
def test_other_lines_with_slashes_are_not(line: str) -> None:
    assert not is_crumbs(line)
