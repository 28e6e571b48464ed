"""Markup -> the section that the article stands in, and which field says so."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.title import article_objects
from transforms.records import Evidence
from transforms.world.languages import words_of
from transforms.world.phrases import join_phrases

SECTION_METAS = (
    "article:section",
    "section",
    "parsely-section",
    "og:section",
    "cxenseparse:section",
)
LIST = re.compile(r"\S,\S|,.*,.*,")  # commas without blanks, or three of them
WORD = re.compile(r"\w+")
MAX_SECTION = 60  # characters; longer ones are lists of tags


@cache
def _empty() -> frozenset[str]:
    """Names that say nothing, case-folded."""
    return frozenset(words_of("lines", "empty_section"))


@cache
def _label() -> re.Pattern[str]:
    """ "Category: "."""
    return re.compile(rf"^{join_phrases(words_of('lines', 'section'))}\s?:\s", re.IGNORECASE)


def find_section(
    markup: Markup, site_names: Collection[str] = ()
) -> tuple[str | None, tuple[Evidence, ...]]:
    """The section's name as the page writes it; None where no field states one, or none but the
    site's name, the title, "Home".
    """
    title = None if markup.headline_at is None else markup.lines[markup.headline_at]
    others = {
        _fold(name) for name in (*site_names, title or "", *markup.metas.get("og:title", ())[:1])
    }
    for source, value in _statements(markup):
        if (
            1 < len(value) <= MAX_SECTION
            and value.casefold() not in _empty()
            and _fold(value) not in others
        ):
            return value, (Evidence("section", source, value),)
    return None, ()


def _fold(name: str) -> str:
    return "".join(WORD.findall(name.casefold()))


def _statements(markup: Markup) -> Iterator[tuple[str, str]]:
    for article in article_objects(markup):
        section = article.get("articleSection")
        for one in section if isinstance(section, list) else [section]:
            if isinstance(one, str):
                yield from (("json-ld articleSection", name) for name in _split(one))
    for name in SECTION_METAS:
        if value := markup.meta(name):
            yield from ((name, section) for section in _split(value))
    yield from _crumbs(markup)


def _split(value: str) -> list[str]:
    """The names of a list of sections: "General,AI,Features"; "Arts, Books and Culture" is one."""
    stated = _label().sub("", strip_markup(value))
    return [name.strip() for name in stated.split(",")] if LIST.search(stated) else [stated]


def _crumbs(markup: Markup) -> Iterator[tuple[str, str]]:
    """The crumbs between the home page and the article itself."""
    for found in markup.json_ld:
        if "BreadcrumbList" not in types_of(found) or not isinstance(
            crumbs := found.get("itemListElement"), list
        ):
            continue
        names = [
            name
            for crumb in crumbs
            if isinstance(crumb, Mapping) and (name := _name_of_crumb(crumb))
        ]
        yield from (
            ("json-ld breadcrumb", name) for name in names[:-1] if name.casefold() not in _empty()
        )


def _name_of_crumb(crumb: Mapping[str, object]) -> str | None:
    target = crumb.get("item")
    name = crumb.get("name") or (target.get("name") if isinstance(target, Mapping) else None)
    return strip_markup(name) if isinstance(name, str) else None
