"""A key -> the address of its page within the site, None where it has none; an address of the web
-> the same, if it is safe to follow.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from report.marks import anchor

PLAIN = re.compile(r"[0-9A-Za-z]{1,40}")


@dataclass(frozen=True)
class Links:
    """Which entities, outlets, articles, stories and utterances have a page."""

    entities: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    utterances: tuple[str, ...] = ()

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        return {
            "entity": frozenset(self.entities),
            "outlet": frozenset(self.outlets),
            "article": frozenset(self.articles),
            "story": frozenset(self.stories),
            "utterance": frozenset(self.utterances),
        }

    def file(self, what: str, key: str) -> str:
        """`article/8f3a….html`; a key that no file name can hold is hashed."""
        name = key if PLAIN.fullmatch(key) else sha256(key.encode()).hexdigest()[:16]
        return f"{what}/{name}.html"

    def to(self, what: str, key: object) -> str | None:
        """The page of an entity, outlet or article."""
        if not isinstance(key, str) or key not in self.known[what]:
            return None
        return self.file(what, key)

    def to_quote(self, article_id: object, quote_id: object) -> str | None:
        """The characters of a quote on the page of its article."""
        page = self.to("article", article_id)
        return page and f"{page}#{anchor(str(quote_id))}"


def to_the_web(address: object) -> str | None:
    """An address that a reader may follow: never `javascript:` or `data:`."""
    words = str(address or "")
    return words if words.lower().startswith(("http://", "https://")) else None
