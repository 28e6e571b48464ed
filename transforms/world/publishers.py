"""The files of publishers/ -> what the templates of a publisher call the parts of an article, as
selectors.

A file a publisher, `transforms/world/publishers/<domain>.toml`, asked before everything else;
docs/publishers.md tells how to add one.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

Selectors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Selectors of the language that `transforms/clean/markup/selectors.py` reads.

    body: what holds the article's paragraphs, standfirst included. cut: what stands in it and is
    none of them. title, authors, date: each the first that finds something. All but the body may be
    left to what is known of pages in general.
    """

    domain: str
    body: Selectors
    cut: Selectors = ()
    title: Selectors = ()
    authors: Selectors = ()
    date: Selectors = ()


class PublisherError(ValueError):
    """A publisher's file that cannot be taken as it is; the message names the file."""


def find_publisher(domain: str | None) -> Publisher | None:
    """The publisher of a domain, or of the one that it belongs to: "sport.example.com" asks for
    "example.com" too.
    """
    while domain and "." in domain:
        if domain in _domains():
            return _read_listed(domain)
        domain = domain.partition(".")[2]
    return None


@cache
def _domains() -> frozenset[str]:
    names = (entry.name for entry in files(__package__).joinpath("publishers").iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def _read_listed(domain: str) -> Publisher:
    return read_publisher(
        domain,
        files(__package__).joinpath("publishers", f"{domain}.toml").read_text(encoding="utf-8"),
    )


def read_publisher(domain: str, text: str) -> Publisher:
    """A publisher of the text of its file. Raises PublisherError for a key that nobody asks for, or
    where it has no body.
    """
    table = tomllib.loads(text)
    known = [field.name for field in fields(Publisher)][1:]
    if unknown := sorted(table.keys() - set(known)):
        raise PublisherError(
            f"{domain}.toml: nobody asks for {', '.join(unknown)}; known are {', '.join(known)}"
        )
    if not table.get("body"):
        raise PublisherError(f"{domain}.toml: it says nothing of the body of an article")
    return Publisher(domain, **{key: tuple(selectors) for key, selectors in table.items()})
