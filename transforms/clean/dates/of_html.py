"""The markup of a page -> all that it says of its dates, most trusted first."""

from collections.abc import Iterator, Sequence
from datetime import date

from transforms.clean.dates import fields, shown
from transforms.clean.dates.addresses import url_dates
from transforms.clean.dates.captions import find_captions
from transforms.clean.dates.published import DateFacts, DateStatement
from transforms.clean.dates.read import read_date
from transforms.clean.dates.visible import VisibleDate
from transforms.clean.dates.yearless import find_yearless_days
from transforms.clean.markup.markup import Markup


def gather_dates(
    markup: Markup,
    url: str | None,
    language: str | None,
    fetched_on: date | None,
    given: str | None = None,
) -> DateFacts:
    """url: of the page. language: as detected, where the page's own (with its region) is missing.

    given: the record's published_at.
    """
    code = (markup.html_lang or language or "").lower().replace("_", "-").split("-")[0] or None
    visible = shown.find_by_headline(markup, code)
    published = [DateStatement("visible", "publisher", markup.own_date)] if markup.own_date else []
    published += _published(markup, visible, url, given)
    if not any(_states_a_day(statement, code) for statement in published):
        published += _weakly_published(markup, visible, code)
    return DateFacts(
        published=tuple(published),
        modified=tuple(_modified(markup, visible)),
        captions=tuple(find_captions(markup.lines)),
        yearless=find_yearless_days(markup.lines, markup.headline_at, code),
        elsewhere=tuple(_elsewhere(markup)),
        url=url,
        language=markup.html_lang or language,
        fetched_on=fetched_on,
    )


def _published(
    markup: Markup,
    visible: Sequence[VisibleDate],
    url: str | None,
    given: str | None,
) -> Iterator[DateStatement]:
    yield from fields.of_article(markup, "datePublished", iso=True)
    yield from fields.of_metas(markup, "published")
    yield from fields.of_itemprop(markup, "datepublished")
    yield from shown.by_headline(markup, visible, "published")
    yield from fields.of_page(markup, "datePublished")
    yield from shown.by_headline(markup, visible, None, close=True)
    yield from shown.ago_by_headline(markup, "published")
    yield from fields.of_article(markup, "datePublished", iso=False)
    yield from fields.of_article(markup, "dateCreated", iso=True)
    yield from fields.of_title(markup)
    yield from fields.of_metas(markup, "loose")
    yield from shown.of_marked(markup)
    yield from () if given is None else (DateStatement("given", "published_at", given),)
    yield from url_dates(url)


def _weakly_published(
    markup: Markup, visible: Sequence[VisibleDate], language: str | None
) -> Iterator[DateStatement]:
    """What is asked only where nothing else states a day."""
    yield from shown.labelled(markup, language)
    yield from shown.by_headline(markup, visible, None, close=False)
    yield from shown.of_date_marks(markup, language)
    yield from fields.of_page(markup, "uploadDate")
    yield from fields.of_itemprop(markup, "datecreated")
    yield from fields.of_scripts(markup)


def _states_a_day(statement: DateStatement, language: str | None) -> bool:
    reading = read_date(statement.text, language)
    return reading is not None and reading.earliest == reading.latest


def _modified(markup: Markup, visible: Sequence[VisibleDate]) -> Iterator[DateStatement]:
    yield from fields.of_article(markup, "dateModified", iso=True)
    yield from fields.of_article(markup, "dateModified", iso=False)
    yield from fields.of_metas(markup, "modified")
    yield from fields.of_itemprop(markup, "datemodified")
    yield from shown.by_headline(markup, visible, "modified")
    yield from shown.ago_by_headline(markup, "modified")
    yield from fields.of_page(markup, "dateModified")


def _elsewhere(markup: Markup) -> Iterator[str]:
    """What tells the order of day and month on this page, though it may be the day of another
    story.
    """
    yield from (dated.text for dated in markup.dated)
    yield from (time.datetime for time in markup.times if time.datetime)
