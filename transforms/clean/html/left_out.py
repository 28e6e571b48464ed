"""A page and its document -> the visible lines of the page that neither stand in the text nor were
dropped by one of our rules.

They are what the extractor took for furniture. The pipeline does not keep them; `onrecord explain`
asks for them.
"""

from lxml.html import HtmlElement

from transforms.clean.html.blocks import read_blocks
from transforms.clean.html.features import fold
from transforms.clean.markup.tree import parse_html
from transforms.clean.text.decode import decode_page
from transforms.records import Document, DroppedLine, Page, Reject

RULE = "extractor"


def find_left_out(page: Page, document: Document) -> tuple[DroppedLine, ...]:
    """The lines of an HTML page that the extractor left out, in order; none for other forms, whose
    documents name every line dropped.
    """
    tree = _read_tree(page) if page.form == "html" else None
    if tree is None:
        return ()
    told = {fold(line.text) for line in document.dropped}
    text = f" {fold(document.text)} "
    return tuple(
        DroppedLine(block.text, RULE)
        for block in read_blocks(tree)
        if (folded := fold(block.text)) and folded not in told and f" {folded} " not in text
    )


def _read_tree(page: Page) -> HtmlElement | None:
    html = decode_page(page)
    tree = parse_html(page, html) if isinstance(html, str) and html else None
    return None if isinstance(tree, Reject) else tree
