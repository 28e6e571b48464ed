"""Markup -> the section that the article stands in, and which field says so."""

from collections.abc import Iterator, Mapping

from transforms.clean.markup.json_ld import types_of
from transforms.clean.markup.markup import Markup
from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.title import article_objects
from transforms.records import Evidence

SECTION_METAS = ("article:section", "section", "parsely-section", "og:section", "cxenseparse:section")
HOME = frozenset(
    ["home", "homepage", "startseite", "start", "accueil", "inicio", "portada", "início", "главная", "首页", "ホーム", "トップ"]
)
MAX_SECTION = 60  # characters; longer ones are lists of tags


def find_section(markup: Markup) -> tuple[str | None, tuple[Evidence, ...]]:
    """The section's name as the page writes it; None where no field states one."""
    for source, value in _statements(markup):
        if 1 < len(value) <= MAX_SECTION and value.casefold() not in HOME:
            return value, (Evidence("section", source, value),)
    return None, ()


def _statements(markup: Markup) -> Iterator[tuple[str, str]]:
    for article in article_objects(markup):
        section = article.get("articleSection")
        first = section[0] if isinstance(section, list) and section else section
        if isinstance(first, str):
            yield "json-ld articleSection", strip_markup(first)
    for name in SECTION_METAS:
        if value := markup.meta(name):
            yield name, strip_markup(value)
    yield from _crumbs(markup)


def _crumbs(markup: Markup) -> Iterator[tuple[str, str]]:
    """The crumbs between the home page and the article itself."""
    for found in markup.json_ld:
        if "BreadcrumbList" not in types_of(found) or not isinstance(crumbs := found.get("itemListElement"), list):
            continue
        names = [name for crumb in crumbs if isinstance(crumb, Mapping) and (name := _name_of_crumb(crumb))]
        yield from (("json-ld breadcrumb", name) for name in names[:-1] if name.casefold() not in HOME)


def _name_of_crumb(crumb: Mapping[str, object]) -> str | None:
    target = crumb.get("item")
    name = crumb.get("name") or (target.get("name") if isinstance(target, Mapping) else None)
    return strip_markup(name) if isinstance(name, str) else None
