"""Web archives and the articles in them -> the dumps that other programs would have made of their
pages: a line an element, all that is shown, and what an extractor takes for the main part.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

SPACE = re.compile(r"\s+")
UNSEEN = ("script", "style", "noscript", "template")
OF_A_LINE = (
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "section", "article"),
    *("header", "footer", "nav", "figcaption", "blockquote", "time", "aside", "ul", "form", "main"),
)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page as a dump. name: of the way that it was made in. article: what of it is the story."""

    name: str
    dump: str
    article: str
    url: str


def render_archive(archive: Path, gold: Path) -> Iterator[Rendering]:
    """The pages of an archive whose articles are known, each in every way."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    known = {record["record"]: record for record in map(json.loads, lines)}
    with archive.open("rb") as stream:
        for record in ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True
        ):
            if article := known.get(f"{archive.name}#{record.stream_pos}"):
                page, url = record.reader.read(), record.headers.get("WARC-Target-URI") or ""
                for name, render in RENDERERS.items():
                    yield Rendering(name, tidy(render(page)), article["text"], url)


def tidy(text: str) -> str:
    """The lines that have words, with single spaces."""
    lines = (SPACE.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(filter(None, lines))


def render_elements(page: bytes) -> str:
    soup = BeautifulSoup(page, "lxml")
    for unseen in soup(UNSEEN):
        unseen.decompose()
    for element in soup.find_all("br"):
        element.replace_with("\n")
    for element in soup.find_all(OF_A_LINE):
        element.insert_before("\n")
        element.insert_after("\n")
    return soup.get_text("")


def render_all(page: bytes) -> str:
    shown = extract_plain_text(_parse(page), preserve_formatting=True, alt_texts=False, links=False)
    return shown.replace("\u2022", "*")


def render_main(page: bytes) -> str:
    return extract_plain_text(_parse(page), main_content=True, alt_texts=False)


def _parse(page: bytes) -> HTMLTree:
    return HTMLTree.parse_from_bytes(page, detect_encoding(page) or "utf-8")


RENDERERS: dict[str, Callable[[bytes], str]] = {
    "bs4_blocks": render_elements,
    "resiliparse_all": render_all,
    "resiliparse_main": render_main,
}
