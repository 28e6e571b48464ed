"""A text dump of a page -> its document: a line model and a few named rules tell the article's lines from the rest, or a Reject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.clean.characters import tidy_line
from transforms.clean.dateline import find_dateline
from transforms.clean.dates import find_published
from transforms.clean.dates_dump import gather_dump_dates
from transforms.clean.decode import decode_page
from transforms.clean.dump_lines import Line, join_paragraphs, split_lines
from transforms.clean.dump_marks import read_words
from transforms.clean.dump_model import estimate_lines
from transforms.clean.dump_rules import find_rule, is_crumbs
from transforms.clean.dump_title import find_title_at
from transforms.clean.given import fill_from_record
from transforms.clean.judge import judge
from transforms.clean.judge_facts import gather_dump_facts
from transforms.records import Document, DroppedLine, Evidence, Page, Reject

SURE = 0.5  # the probability from which a line is the article's


@dataclass(frozen=True, slots=True)
class Sorting:
    """The lines of a dump, told apart. rules: for each line the rule that leaves it out, None for the article's lines."""

    lines: tuple[Line, ...]
    rules: tuple[str | None, ...]
    title_at: int | None

    @property
    def kept(self) -> list[Line]:
        return [line for line, rule in zip(self.lines, self.rules, strict=True) if rule is None]

    @property
    def title(self) -> str | None:
        return None if self.title_at is None else self.lines[self.title_at].text


def clean_dump(page: Page) -> Document | Reject:
    """Clean one dump. Rejects: those of `decode_page` and `judge`."""
    text = decode_page(page)
    if isinstance(text, Reject):
        return text
    sorting = sort_lines(split_lines(text))
    document = _date(fill_from_record(_make_document(page, sorting), page), sorting)
    verdict = judge(gather_dump_facts(document.title, document.text, [line.text for line in sorting.lines], page.url))
    if verdict.reason:
        return Reject(page.source_uri, "judge", verdict.reason, detail=verdict.detail)
    return replace(document, genre=verdict.genre)


def sort_lines(lines: Sequence[Line]) -> Sorting:
    """Tell the article's lines from the rest."""
    texts = [line.text for line in lines]
    kept = [share >= SURE for share in estimate_lines(texts)]
    title_at = find_title_at(texts, kept)
    rules = tuple(_rules(texts, kept, title_at))
    return Sorting(tuple(lines), rules, title_at)


def _rules(lines: Sequence[str], kept: Sequence[bool], title_at: int | None) -> Iterator[str | None]:
    title = read_words(lines[title_at]) if title_at is not None else []
    head = True
    for at, line in enumerate(lines):
        rule = find_rule(line)
        if at == title_at:
            yield "title"
        elif title and read_words(line) == title:
            yield "repeated_title"
        elif head and is_crumbs(line):
            yield "crumbs"
        elif rule:
            yield rule
        else:
            head = head and not kept[at]
            yield None if kept[at] else "line_model"


def _make_document(page: Page, sorting: Sorting) -> Document:
    kept = sorting.kept
    section = _find_section(sorting)
    stated = (("title", "headline line", sorting.title), ("section", "crumbs", section))
    return Document(
        source_uri=page.source_uri,
        content_sha256=page.content_sha256,
        title=sorting.title,
        text=join_paragraphs(kept),
        url=page.url,
        fetched_at=page.fetched_at,
        section=section,
        dateline=find_dateline(line.text for line in kept),
        extractor="dump",
        dropped=tuple(DroppedLine(line.text, rule) for line, rule in zip(sorting.lines, sorting.rules, strict=True) if rule),
        evidence=tuple(Evidence(field, source, value) for field, source, value in stated if value),
    )


def _find_section(sorting: Sorting) -> str | None:
    """The last of the crumbs above the article."""
    crumbs = next((line.text for line, rule in zip(sorting.lines, sorting.rules, strict=True) if rule == "crumbs"), None)
    return tidy_line(crumbs.replace("›", "/").replace("»", "/").replace(">", "/").split("/")[-1]) if crumbs else None


def _date(document: Document, sorting: Sorting) -> Document:
    fetched_on = document.fetched_at.date() if document.fetched_at else None
    facts = gather_dump_dates([line.text for line in sorting.lines], sorting.title_at, document.url, document.language, fetched_on)
    return replace(document, published=find_published(facts))
