"""The text of an HTML page -> its tree, parsed once, or a Reject for markup that would exhaust the
parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

from lxml.etree import ElementDefaultClassLookup, HTMLParser, ParserError, XPath
from lxml.html import HtmlElement, document_fromstring

from transforms.records import Page, Reject

MAX_ATTRIBUTES = 1_000  # of one tag; the parser's time grows with their square
MAX_TAGS = 120_000  # that open in the text, those in scripts among them; news pages have some 2,000
# of the tree; a page of more is data, and every step after this one would take its time
MAX_ELEMENTS = 25_000
LONG_TAG = 8_000  # characters, from which on a tag's attributes are counted
# ` class="a b"`, ` hidden`
ATTRIBUTE = re.compile(r"""[\s/]++[\w:@.-]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+""")
OPENING = re.compile(r"<[a-zA-Z]")
TAG_NAME = re.compile(r"[a-zA-Z][\w:-]*+")
CONTROLS = bytes({*range(9), 11, 12, *range(14, 32), 127})
NONCHARACTER = b"\xef\xbf"  # U+FFFE and U+FFFF in UTF-8 begin so, as do full-width signs
NONCHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")
DOUBTFUL_REFERENCE = re.compile(
    rb"&#(?:[xX](0{1,16}|0{0,8}[dDfF][0-9a-fA-F]{3}|[0-9a-fA-F]{6,16})|(0{1,16}|[0-9]{5,18}))(?![0-9a-fA-F]);?"
)  # "&#0;", "&#xFFFE;", "&#xD800;", "&#99999999999;"; others are characters
COUNT = XPath("count(//*)")
ELEMENTS = ElementDefaultClassLookup(element=HtmlElement)
MAX_CHARACTER = 0x10FFFF
CODE = ("script", "style", "svg", "iframe")  # which no reader reads
LINKED_DATA = "ld+json"  # in the `type` of a script
MENUS = ("nav", "footer", "select", "noscript")
STORY = ("p", "article", "main", "h1")  # a menu that holds one may be the story's own


@dataclass(frozen=True, slots=True)
class Script:
    """A script of a page. kind: its `type`, lower case."""

    kind: str
    text: str

    @property
    def is_linked_data(self) -> bool:
        return LINKED_DATA in self.kind


def parse_html(page: Page, text: str) -> HtmlElement | Reject:
    """Parse a page. Rejects: empty, and hostile_markup (a tag with thousands of attributes, tens of
    thousands of tags, tags nested deeper than the parser's 255).
    """
    if has_too_many_attributes(text):
        return Reject(
            page.source_uri,
            "clean",
            "hostile_markup",
            detail=f"One tag has more than {MAX_ATTRIBUTES} attributes.",
        )
    if _opens_too_many_tags(text):
        return Reject(
            page.source_uri,
            "clean",
            "hostile_markup",
            detail=f"More than {MAX_TAGS:,} tags open in the page.",
        )
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ELEMENTS)
    try:
        tree = document_fromstring(_drop_unparsable(text), parser=parser)
    except (ParserError, ValueError):
        return Reject(page.source_uri, "clean", "empty", detail="There is no markup in the page.")
    if fatal := parser.error_log.filter_from_fatals():
        return Reject(page.source_uri, "clean", "hostile_markup", detail=_tell(fatal[0].message))
    if text.count("<") > MAX_ELEMENTS // 2 and cast(float, COUNT(tree)) > MAX_ELEMENTS:
        return Reject(
            page.source_uri,
            "clean",
            "hostile_markup",
            detail=f"The page has more than {MAX_ELEMENTS:,} elements.",
        )
    return tree


def read_scripts(tree: HtmlElement) -> tuple[Script, ...]:
    """The scripts of a page, in order."""
    return tuple(map(_read_script, tree.iter("script")))


def _read_script(element: HtmlElement) -> Script:
    return Script(_kind_of_script(element), element.text or "")


def _kind_of_script(element: HtmlElement) -> str:
    return (element.get("type") or "").lower()


def _is_linked_data(element: HtmlElement) -> bool:
    """Its text is not looked at: programs are long."""
    return LINKED_DATA in _kind_of_script(element)


def empty_scripts(tree: HtmlElement) -> None:
    """Take the programs and styles out of a tree, so that nobody who looks for text walks through
    them; linked data stay.
    """
    for element in tree.iter("script", "style"):
        if not _is_linked_data(element):
            element.text = None


def drop_furniture(tree: HtmlElement) -> None:
    """Take out what no reader of a story looks at, since each of them copies and searches the whole
    tree: code and drawings, the page's head, menus that hold no paragraph. What stands behind them
    stays.
    """
    for element in [*tree.iter(*CODE), *tree.iter(*MENUS)]:
        if element.getparent() is not None and _is_furniture(element):
            element.drop_tree()
    for head in tree.iterchildren("head"):
        head[:] = head.iterchildren("script")


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag == "script":
        return not _is_linked_data(element)
    return next(element.iter(*STORY), None) is None


def _opens_too_many_tags(text: str) -> bool:
    return (
        text.count("<") > MAX_TAGS
        and next(islice(OPENING.finditer(text), MAX_TAGS, None), None) is not None
    )


def _tell(message: str) -> str:
    """What the parser says of a page it gave up, in words for a person."""
    if "depth" in message.lower():
        return "Tags are nested deeper than 255; no browser writes such a page."
    return "The markup is too large or too broken to be read to its end."


def has_too_many_attributes(text: str) -> bool:
    """Whether a tag has more attributes than the parser can take. Linear in the length of the
    text.
    """
    return any(
        _count_attributes(piece[piece.rfind("<") + 1 :]) > MAX_ATTRIBUTES
        for piece in _find_long_pieces(text)
        if "<" in piece
    )


def _find_long_pieces(text: str) -> Iterator[str]:
    """What stands between two ">" where it is longer than LONG_TAG: it holds one of the windows of
    half that length, which are quick to look through.
    """
    width, end = LONG_TAG // 2, -1
    for start in range(0, len(text), width):
        if start > end and text.find(">", start, start + width) < 0:
            begin, end = text.rfind(">", 0, start) + 1, text.find(">", start)
            end = len(text) if end < 0 else end
            if end - begin > LONG_TAG:
                yield text[begin:end]


def _count_attributes(tag: str) -> int:
    """Attributes of `p a="1" b ...`; code of a script (`length; i++ ...`) is no tag and has
    none.
    """
    match = TAG_NAME.match(tag) if len(tag) > LONG_TAG else None
    count = -1
    while match:
        count, match = count + 1, ATTRIBUTE.match(tag, match.end())
    return count


def _drop_unparsable(text: str) -> bytes:
    """UTF-8 without the characters that no XML tree can hold, written out or as references."""
    encoded = text.encode("utf-8", "ignore").translate(None, CONTROLS)
    if NONCHARACTER in encoded:
        encoded = NONCHARACTERS.sub(b"", encoded)
    return DOUBTFUL_REFERENCE.sub(_keep_character, encoded) if b"&#" in encoded else encoded


def _keep_character(reference: re.Match[bytes]) -> bytes:
    """The reference; nothing for one to no character: "&#xFFFE;" costs lxml the page, "&#0;" is no
    letter that was lost.
    """
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    is_character = (
        0 < number <= MAX_CHARACTER
        and not 0xD800 <= number <= 0xDFFF
        and number not in (0xFFFE, 0xFFFF)
    )
    return reference.group() if is_character else b""


def cut_open_comment(text: str) -> str:
    """The text up to a comment that nothing closes, as browsers show it; one in a script ends with
    the script.
    """
    start = text.rfind("<!--")
    if start < 0 or "-->" in text[start:] or "--!>" in text[start:]:
        return text
    script = text.lower().find("</script", start)
    is_in_script = script >= 0 and "<script" not in text[start:script].lower()
    return text if is_in_script else text[:start]
