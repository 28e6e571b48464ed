"""Text with any characters -> text with the characters that offsets can rest on: nothing invisible,
spaces plain, ligatures spelt out.

Quotation marks, dashes and letters of every script stay as the page has them.
"""

import re
import unicodedata

LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
SPACES = "\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
# what is not seen, or turns text round
UNSEEN = "\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc"
# surrogates without partner, noncharacters, tags
NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
UNWANTED = CONTROLS + UNSEEN + NO_CHARACTERS
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

ODD = re.compile(
    f"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029{SPACES}{UNWANTED}\u200c\u200d\ufb00-\ufb06]"
)
LINE_END = re.compile("|".join(LINE_ENDS))
SPACE = re.compile(f"[{SPACES}]")
NOTHING = re.compile(f"[{UNWANTED}]")
LIGATURE = re.compile("[\ufb00-\ufb06]")  # "ﬁnance" is "finance"
COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
# what a line has to be mended for; most have none of it
UNTIDY = re.compile(f"{ODD.pattern}|[{COMBINING}]")
# upon one letter: Unicode's Stream-Safe Text (UAX 15); to order more of them takes the square of
# their number
MAX_MARKS = 30
PILE = re.compile(f"([{COMBINING}]{{{MAX_MARKS}}})[{COMBINING}]+")  # "Z" under a tower of accents
STRAY_JOINER = re.compile(
    "(?<![\x80-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\x80-\U0010ffff])"
)  # they belong inside Persian or emoji only


def tidy_characters(text: str) -> str:
    """`text` in NFC, with "\\n" for every line end and " " for every other white space, without
    control, zero-width, bidi and soft-hyphen characters, noncharacters and lone surrogates. Doing
    it twice changes nothing more.
    """
    if ODD.search(text):
        text = SPACE.sub(" ", LINE_END.sub("\n", text))
        text = STRAY_JOINER.sub("", NOTHING.sub("", text))
        text = LIGATURE.sub(lambda match: LIGATURES[match.group()], text)
    return text if text.isascii() else unicodedata.normalize("NFC", PILE.sub(r"\1", text))


def tidy_line(text: str) -> str:
    """`text` on one line: tidy, words split by one space, none at the ends."""
    line = " ".join(text.split())  # every line end and space is one that `split` knows
    if line.isascii() and line.isprintable():
        return line
    if UNTIDY.search(line):
        return " ".join(tidy_characters(line).split())
    return unicodedata.normalize("NFC", line)
