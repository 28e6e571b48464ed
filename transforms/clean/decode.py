"""Bytes of a page -> text with the characters that offsets can rest on, or the reason why there is none."""

import re

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2064\u2066-\u206f\u200e\u200f\u202a-\u202e\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
UNWANTED = re.compile(
    "["
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "]"
)
SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SPACE_RUN = re.compile(r" {2,}")


def tidy_characters(text: str) -> str:
    return text


def tidy_line(text: str) -> str:
    """`text` on one line, spaces single, none at the ends."""
    return " ".join(tidy_characters(text).split())
