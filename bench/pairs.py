"""Pages -> what each of several readers takes for each of them, in one process, in turn.

All read the same page one after the other, in another order each round; of a page the best of its
rounds counts, since noise only adds. Peers that are not installed are left out, with the reason.
"""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import cycle, islice

import trafilatura

from flows.language import load_pipeline
from transforms.article import make_article
from transforms.clean.door import clean
from transforms.findings import find_all
from transforms.grammar.parse import parse_document
from transforms.records import Document, Page

Reader = Callable[[Page], object]
PLAIN = "plain trafilatura"
AGAIN = "plain trafilatura, again"  # what is the same differs by noise alone
NOT_TRIED = {  # why a peer cannot be had beside On Record
    "newspaper4k": "it is not installed: python -m pip install --group peers",
    "datatrove": "its reader of pages is trafilatura, in a process of its own",
}


def list_readers() -> dict[str, Reader]:
    """Readers by name: plain trafilatura twice, ours, and the peers that are installed."""
    readers: dict[str, Reader] = {PLAIN: read_plainly, AGAIN: read_plainly}
    readers |= {"text only": clean, "everything": read_all, "resiliparse, text alone": read_fast}
    if newspaper := find_newspaper():
        readers["newspaper4k"] = newspaper
    return readers


def read_plainly(page: Page) -> object:
    return trafilatura.extract(page.content, with_metadata=True, url=page.url)


def read_all(page: Page) -> object:
    """What a worker does for a page: text and all that is found in it."""
    document = clean(page)
    if not isinstance(document, Document) or document.language != "en":
        return document
    return find_all(make_article(document), parse_document(document, load_pipeline()))


def read_fast(page: Page) -> object:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(page.content, "utf-8")
    return extract_plain_text(tree, main_content=True)


def find_newspaper() -> Reader | None:
    """newspaper4k, where it is installed."""
    try:
        newspaper, domains = import_module("newspaper"), import_module("tldextract.tldextract")
    except ImportError:
        return None
    # else it fetches a list of domains
    vars(domains)["TLD_EXTRACTOR"] = domains.TLDExtract(suffix_list_urls=())

    def read(page: Page) -> None:
        article = newspaper.Article(page.url or "https://outlet.example/")
        article.download(input_html=page.content.decode("utf-8", "replace"))
        with suppress(Exception):  # it refuses some languages
            article.parse()

    return read


def measure_pairs(
    pages: Sequence[Page], readers: Mapping[str, Reader], rounds: int
) -> dict[str, list[float]]:
    """CPU seconds of each page by reader."""
    best = {name: [float("inf")] * len(pages) for name in readers}
    names = list(readers)
    for reader in readers.values():
        reader(pages[0])  # what is loaded at the first page is no cost of a page
    gc.disable()  # as in a worker, which sweeps up between pages
    gc.freeze()
    for turn in range(rounds):
        order = list(islice(cycle(names), turn, turn + len(names)))
        for number, page in enumerate(pages):
            for name in order:
                best[name][number] = min(best[name][number], measure_page(readers[name], page))
    return best


def measure_page(reader: Reader, page: Page) -> float:
    gc.collect(0)
    begun = time.process_time()
    reader(page)
    return time.process_time() - begun
