"""The documents of a batch -> the lines that stand on several pages of one outlet, which are the site's and not the article's.

A page alone cannot show that; a batch can. The same set of documents gives the same lines in whatever order it comes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from transforms.records import Document, DroppedLine

RULE = "repeated_line"
MIN_PAGES = 2  # of one outlet
MAX_LENGTH = 600  # characters; longer paragraphs on two pages are a story told twice
MAX_SHARE = 0.34  # of a document's lines; more, and it is the same story again
WORD = re.compile(r"\w+")


def find_repeated_lines(documents: Iterable[Document]) -> Mapping[str, frozenset[str]]:
    """By outlet_id, the folded lines that at least two of its pages share. Copies of one article do not count as two pages."""
    texts: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for document in documents:
        if document.outlet:
            texts[document.outlet.outlet_id].add(tuple(map(fold_line, document.text.split("\n\n"))))
    return {outlet_id: repeated for outlet_id in sorted(texts) if (repeated := _repeated(texts[outlet_id]))}


def drop_repeated_lines(document: Document, lines: Mapping[str, frozenset[str]]) -> Document:
    """The document without those lines, which are kept as dropped by the rule `repeated_line`."""
    repeated = lines.get(document.outlet.outlet_id, frozenset()) if document.outlet else frozenset()
    if document.extractor == "given" or not repeated:
        return document
    paragraphs = document.text.split("\n\n")
    kept = [paragraph for paragraph in paragraphs if fold_line(paragraph) not in repeated]
    dropped = [DroppedLine(paragraph, RULE) for paragraph in paragraphs if fold_line(paragraph) in repeated]
    if not dropped or not kept:
        return document
    return replace(document, text="\n\n".join(kept), dropped=(*document.dropped, *dropped))


def fold_line(line: str) -> str:
    """What makes two lines the same: their words and numbers, without case and punctuation."""
    return " ".join(WORD.findall(line.casefold()))


def _repeated(texts: set[tuple[str, ...]]) -> frozenset[str]:
    pages: Counter[str] = Counter()
    for text in texts:
        pages.update({line for line in text if line and len(line) <= MAX_LENGTH})
    shared = {line for line, count in pages.items() if count >= MIN_PAGES}
    copied = {line for text in texts if len(shared & set(text)) > MAX_SHARE * len(text) for line in text}
    return frozenset(shared - copied)
