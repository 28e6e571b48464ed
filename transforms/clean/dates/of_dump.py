"""The lines of a text dump -> all that it says of its dates, most trusted first."""

from collections.abc import Iterator, Sequence
from datetime import date

from transforms.clean.dates.addresses import url_dates
from transforms.clean.dates.captions import find_captions
from transforms.clean.dates.published import DateFacts, DateStatement
from transforms.clean.dates.visible import VisibleDate, find_labelled_dates, find_visible_dates
from transforms.clean.dates.yearless import find_yearless_days


def gather_dump_dates(
    lines: Sequence[str],
    headline_at: int | None = None,
    url: str | None = None,
    language: str | None = None,
    fetched_on: date | None = None,
) -> DateFacts:
    """lines: of the whole dump, also those that are no part of the article; empty ones do no harm.
    headline_at: the index of the title.
    """
    told = (
        [line.strip() for line in lines[:headline_at] if line.strip()]
        if headline_at is not None
        else []
    )
    below = [line.strip() for line in lines[headline_at or 0 :] if line.strip()]
    at = None if headline_at is None else len(told)
    visible = find_visible_dates([*told, *below], at, language) or find_visible_dates(
        [*told, *below], None, language
    )
    return DateFacts(
        published=(
            *_by_headline(visible, "published"),
            *_by_headline(visible, None),
            *(
                DateStatement("visible", "published", shown.text)
                for shown in find_labelled_dates(below, language)
            ),
            *url_dates(url),
        ),
        modified=tuple(_by_headline(visible, "modified")),
        captions=tuple(find_captions(lines)),
        yearless=find_yearless_days([*told, *below], at, language),
        url=url,
        language=language,
        fetched_on=fetched_on,
    )


def _by_headline(visible: Sequence[VisibleDate], meaning: str | None) -> Iterator[DateStatement]:
    label = f"{meaning} by the headline" if meaning else "by the headline"
    return (
        DateStatement("visible", label, shown.text) for shown in visible if shown.meaning == meaning
    )
