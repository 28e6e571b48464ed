"""The text of an HTML page -> its tree, parsed once, or a Reject for markup that would exhaust the parser."""

import re

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from transforms.records import Page, Reject

MAX_ATTRIBUTES = 1_000  # of one tag; the parser's time grows with their square
LONG_TAG = 8_000  # characters, from which on a tag's attributes are counted
ATTRIBUTE = re.compile(r"""[\s/]++[\w:@.-]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+""")  # ` class="a b"`, ` hidden`
TAG_NAME = re.compile(r"[a-zA-Z][\w:-]*+")
CONTROLS = bytes({*range(9), 11, 12, *range(14, 32), 127})
NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
NONCHARACTER_REFERENCE = re.compile(rb"&#(?:0{0,8}6553[45]|[xX]0{0,8}[fF]{3}[eEfF])(?![0-9a-fA-F]);?")  # "&#xFFFE;" costs lxml the page


def parse_html(page: Page, text: str) -> HtmlElement | Reject:
    """Parse a page. Rejects: empty, and hostile_markup (a tag with thousands of attributes, tags nested deeper than the parser's 255)."""
    if has_too_many_attributes(text):
        return Reject(page.source_uri, "clean", "hostile_markup", detail=f"One tag has more than {MAX_ATTRIBUTES} attributes.")
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_drop_unparsable(text), parser=parser)
    except (ParserError, ValueError):
        return Reject(page.source_uri, "clean", "empty", detail="There is no markup in the page.")
    if fatal := parser.error_log.filter_from_fatals():
        return Reject(page.source_uri, "clean", "hostile_markup", detail=_tell(fatal[0].message))
    return tree


def _tell(message: str) -> str:
    """What the parser says of a page it gave up, in words for a person."""
    if "depth" in message.lower():
        return "Tags are nested deeper than 255; no browser writes such a page."
    return "The markup is too large or too broken to be read to its end."


def has_too_many_attributes(text: str) -> bool:
    """Whether a tag has more attributes than the parser can take. Linear in the length of the text."""
    if len(text) < LONG_TAG:
        return False
    long_pieces = (piece for piece in text.split(">") if len(piece) > LONG_TAG and "<" in piece)
    return any(_count_attributes(piece[piece.rfind("<") + 1 :]) > MAX_ATTRIBUTES for piece in long_pieces)


def _count_attributes(tag: str) -> int:
    """Attributes of `p a="1" b ...`; code of a script (`length; i++ ...`) is no tag and has none."""
    match = TAG_NAME.match(tag) if len(tag) > LONG_TAG else None
    count = -1
    while match:
        count, match = count + 1, ATTRIBUTE.match(tag, match.end())
    return count


def _drop_unparsable(text: str) -> bytes:
    """UTF-8 without the characters that no XML tree can hold, written out or as references."""
    encoded = text.encode("utf-8", "ignore").translate(None, CONTROLS)
    for noncharacter in NONCHARACTERS:
        encoded = encoded.replace(noncharacter, b"")
    return NONCHARACTER_REFERENCE.sub(b"", encoded) if b"&#" in encoded else encoded
