"""An HTML page -> its document: the text by trafilatura and our rules, the metadata by the page's own statements, or a Reject."""

from dataclasses import replace

from lxml.html import HtmlElement

from transforms.clean.authors import find_authors
from transforms.clean.dateline import find_dateline
from transforms.clean.decode import decode_page
from transforms.clean.extract import extract_lines
from transforms.clean.given import fill_from_record
from transforms.clean.judge import judge
from transforms.clean.judge_facts import gather_page_facts
from transforms.clean.markup import Markup, read_markup
from transforms.clean.outlets import find_canonical_url, find_outlet, names_of_site
from transforms.clean.rules import Facts, apply_rules
from transforms.clean.section import find_section
from transforms.clean.title import find_title
from transforms.clean.tree import parse_html
from transforms.records import Document, Page, Reject


def clean_html(page: Page) -> Document | Reject:
    """Clean one page. What the page's record states (title, authors, ...) fills what the page itself does not state.

    Rejects: those of `decode_page`, `parse_html` and `judge`.
    """
    html = decode_page(page)
    tree = parse_html(page, html) if isinstance(html, str) else html
    if isinstance(tree, Reject) or isinstance(html, Reject):
        return tree
    markup = read_markup(tree)
    document = fill_from_record(_add_text(_read_metadata(page, markup), markup, tree, html), page, markup)
    verdict = judge(gather_page_facts(markup, document.title, document.text, document.url))
    if verdict.reason:
        return Reject(page.source_uri, "judge", verdict.reason, detail=verdict.detail)
    return replace(document, genre=verdict.genre)


def _read_metadata(page: Page, markup: Markup) -> Document:
    """The document without its text."""
    canonical_url, canonical_evidence = find_canonical_url(markup, page.url)
    site_names = names_of_site(markup, canonical_url, page.url)
    title, title_evidence = find_title(markup, site_names)
    authors, author_evidence = find_authors(markup, site_names)
    outlet, outlet_evidence = find_outlet(markup, canonical_url, page.url)
    section, section_evidence = find_section(markup)
    return Document(
        source_uri=page.source_uri,
        content_sha256=page.content_sha256,
        title=title,
        text="",
        url=page.url or canonical_url,
        canonical_url=canonical_url,
        fetched_at=page.fetched_at,
        authors=authors,
        outlet=outlet,
        section=section,
        evidence=(*title_evidence, *author_evidence, *outlet_evidence, *section_evidence, *canonical_evidence),
    )


def _add_text(document: Document, markup: Markup, tree: HtmlElement, html: str) -> Document:
    lines, extractor = extract_lines(tree, html)
    kept, dropped = apply_rules(lines, Facts(_titles_of(document, markup), document.authors))
    text = "\n\n".join(line.text for line in kept)
    return replace(document, text=text, extractor=extractor, dropped=tuple(dropped), dateline=find_dateline(line.text for line in kept))


def _titles_of(document: Document, markup: Markup) -> tuple[str, ...]:
    stated = (document.title, markup.title, *markup.h1s[:2], markup.meta("og:title"))
    return tuple(dict.fromkeys(title for title in stated if title))
