"""An HTML page -> its document: the text by trafilatura, the block model and our rules, the
metadata as the page states them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement, tostring

from transforms.clean.html.blocks import Block, read_blocks
from transforms.clean.html.extract import MIN_TEXT, extract_lines, extract_second
from transforms.clean.html.features import PageContext, Survey, fold
from transforms.clean.html.layout import survey_layout
from transforms.clean.html.model import estimate_blocks
from transforms.clean.html.publisher import SOURCE, Stated, read_parts
from transforms.clean.html.rules import Head, choose_blocks, keep_lines, name_dropped
from transforms.clean.html.script_data import find_story
from transforms.clean.html.unmask import (
    cut_dialogs,
    cut_overlays,
    has_paragraphs,
    reveal_rest,
    unmask_quotations,
    unmask_story,
)
from transforms.clean.judge.facts import gather_page_facts
from transforms.clean.judge.verdict import judge
from transforms.clean.markup.markup import Markup, read_markup
from transforms.clean.markup.tree import (
    Script,
    cut_open_comment,
    drop_furniture,
    empty_scripts,
    parse_html,
    read_scripts,
)
from transforms.clean.metadata.assemble import Conclusion, Metadata, Text, assemble
from transforms.clean.metadata.authors import find_authors
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.given import fill_metadata, find_day, find_page_language
from transforms.clean.metadata.language import language_of
from transforms.clean.metadata.outlets import (
    domain_of,
    find_canonical_url,
    find_outlet,
    find_site_url,
    names_of_site,
)
from transforms.clean.metadata.section import find_section
from transforms.clean.metadata.title import article_objects, find_title
from transforms.clean.text.decode import decode_page, reject_lost_letters
from transforms.records import Document, DroppedLine, Page, Reject
from transforms.world.publishers import find_publisher

RANKS = frozenset({"h2", "h3", "h4"})
PARTED = 0.8  # of a line that the blocks in it make up


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page read once: its metadata, who found its lines, and all that the text is chosen from."""

    metadata: Metadata
    extractor: str
    markup: Markup
    blocks: Sequence[Block]
    context: PageContext
    stated: Stated


def clean_html(page: Page) -> Document | Reject:
    """Clean one page. What the page's record states (title, authors, ...) fills what the page
    itself does not state.

    Rejects: those of `decode_page`, `parse_html` and `judge`.
    """
    read = read_page(page)
    if isinstance(read, Reject):
        return read
    text, metadata = choose_text(read), fill_metadata(read.metadata, page)
    if reject := reject_lost_letters(page, "\n".join((text.text, *read.markup.lines))):
        return reject
    layout = survey_layout(read.blocks, text.text)
    facts = gather_page_facts(read.markup, metadata.title, text.text, metadata.url, layout)
    language = find_page_language(page, text.text, read.markup)
    verdict = judge(
        replace(
            facts,
            cited=_list_cited(text),
            language=language.code,
            is_signed=is_signed(read),
        )
    )
    if verdict.reason:
        return Reject(
            page.source_uri,
            "judge",
            verdict.reason,
            detail=verdict.detail,
            url=metadata.url,
        )
    published = find_day(page, metadata, language, read.markup)
    return assemble(page, text, metadata, Conclusion(language, published, verdict.genre))


def is_signed(read: ReadPage) -> bool:
    """Whether an author is named who is no more than one of several headings of the same rank: the
    name of a rose, of a play.
    """
    ranks = Counter(block.tag for block in read.blocks)
    headings = {block.text for block in read.blocks if block.tag in RANKS and ranks[block.tag] > 1}
    return any(author not in headings for author in read.metadata.authors)


def read_page(page: Page) -> ReadPage | Reject:
    """Decode and parse a page, and read its tree: markup first, then the extractor's lines, then
    all blocks.
    """
    html = decode_page(page)
    if isinstance(html, Reject):
        return html
    html = cut_open_comment(html)
    tree = parse_html(page, html)
    if isinstance(tree, Reject):
        return tree
    scripts = read_scripts(tree)
    empty_scripts(tree)
    markup = read_markup(tree, scripts)
    metadata = _read_metadata(page, markup)
    stated = read_parts(tree, find_publisher(domain_of(metadata.url)))
    metadata = _with_parts(metadata, stated)
    cut_dialogs(tree)
    if any([reveal_rest(tree), cut_overlays(tree)]):
        html = tostring(tree, encoding="unicode")
    unmask_story(tree)
    unmask_quotations(tree)
    if has_paragraphs(tree):
        drop_furniture(tree)
    body = _find_body(markup)
    lines, extractor = _find_lines(tree, html, scripts, body)
    context = PageContext(
        lines,
        extract_second(html),
        body,
        metadata.title or "",
        markup.meta("og:description", "description") or "",
        metadata.authors,
    )
    markup = replace(markup, own_date=stated.date)
    return ReadPage(metadata, extractor, markup, read_blocks(tree), context, stated)


def _with_parts(metadata: Metadata, stated: Stated) -> Metadata:
    """What the publisher's selectors find before what is known of pages in general."""
    return replace(
        metadata,
        title=stated.title or metadata.title,
        authors=stated.authors or metadata.authors,
        evidence=(*stated.evidence, *metadata.evidence),
    )


def _find_lines(
    tree: HtmlElement, html: str, scripts: Sequence[Script], body: str
) -> tuple[list[str], str]:
    """The extractor's lines, or those of the page's data where it shows next to none. One line for
    all is how the extractor tells data.
    """
    lines, extractor = extract_lines(tree, html)
    if sum(map(len, lines)) >= MIN_TEXT and (len(lines) > 1 or fold(lines[0]) != fold(body)):
        return lines, extractor
    story = find_story(scripts, body)
    return (story, "script_data") if sum(map(len, story)) >= MIN_TEXT else (lines, extractor)


def _read_metadata(page: Page, markup: Markup) -> Metadata:
    canonical_url, canonical_evidence = find_canonical_url(markup, page.url)
    site_url = canonical_url if page.url else canonical_url or find_site_url(markup)
    site_names = names_of_site(markup, site_url, page.url)
    title, title_evidence = find_title(markup, site_names)
    authors, author_evidence = find_authors(markup, site_names)
    outlet, outlet_evidence = find_outlet(markup, site_url, page.url)
    section, section_evidence = find_section(
        markup, {*site_names, outlet.name} if outlet else site_names
    )
    return Metadata(
        title=title,
        authors=authors,
        outlet=outlet,
        section=section,
        url=page.url or canonical_url,
        canonical_url=canonical_url,
        is_url_claimed=page.url is None and canonical_url is not None,
        evidence=(
            *title_evidence,
            *author_evidence,
            *outlet_evidence,
            *section_evidence,
            *canonical_evidence,
        ),
    )


def choose_text(read: ReadPage) -> Text:
    """The text that the publisher's selectors find, or that the block model and the rules choose;
    the extractor's where they leave next to nothing of it.
    """
    titles = _titles_of(read)
    head = Head(tuple(titles), read.metadata.authors, language_of(read.markup.html_lang))
    if read.stated.lines:
        return _text_of(keep_lines(read.stated.lines, head), SOURCE)
    survey = Survey(read.blocks, read.context)
    chosen = choose_blocks(read.blocks, estimate_blocks(survey), head)
    paragraphs = [block.text for block, choice in zip(read.blocks, chosen, strict=True) if choice]
    if sum(map(len, paragraphs)) < min(MIN_TEXT, sum(map(len, read.context.found))):
        return _text_of(keep_lines(_part_lines(survey), head), read.extractor)
    found = [inside > 0 for inside in survey.in_found]
    dropped = name_dropped(read.blocks, chosen, found, titles)
    kept = [block for block, choice in zip(read.blocks, chosen, strict=True) if choice]
    text = _text_of(paragraphs, f"{read.extractor}+block_model", dropped)
    return replace(text, block_quotes=tuple(_find_block_quotes(kept)))


def _part_lines(survey: Survey) -> Sequence[str]:
    """The extractor's lines; where it made one of all, the blocks that are in it."""
    lines = survey.found
    if len(lines) != 1:
        return lines
    inside = zip(survey.blocks, survey.in_found, strict=True)
    parts = [block.text for block, part in inside if part > 0]
    return parts if sum(map(len, parts)) >= PARTED * len(lines[0]) else lines


def _list_cited(text: Text) -> frozenset[str]:
    """The paragraphs that the page gives as quoted."""
    return frozenset(text.text[start:end] for start, end in text.block_quotes)


def _find_block_quotes(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the block quotations among the paragraphs of a text stand in it."""
    start = 0
    for block in blocks:
        if "blockquote" in block.ancestors:
            yield start, start + len(block.text)
        start += len(block.text) + len("\n\n")


def _text_of(
    paragraphs: Sequence[str], extractor: str, dropped: Sequence[DroppedLine] = ()
) -> Text:
    return Text("\n\n".join(paragraphs), extractor, find_dateline(paragraphs), tuple(dropped))


def _titles_of(read: ReadPage) -> list[str]:
    stated = (
        read.metadata.title,
        read.markup.title,
        *read.markup.h1s[:2],
        read.markup.meta("og:title"),
    )
    return list(dict.fromkeys(title for title in stated if title))


def _find_body(markup: Markup) -> str:
    """The longest articleBody of the JSON-LD."""
    bodies = (
        body
        for article in article_objects(markup)
        if isinstance(body := article.get("articleBody"), str)
    )
    return max(bodies, key=len, default="")
