"""A site's robots.txt comes in; whether, and how often, its pages may be fetched goes out."""

from dataclasses import dataclass

from protego import Protego

USER_AGENT = "OnRecord/0.1 (news analytics pipeline; obeys robots.txt)"
MAX_ROBOTS_BYTES = 512_000  # what RFC 9309 asks a crawler to read at least


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site. `robots` is None where the site could not say them, which forbids all (RFC 9309, 2.3.1.4)."""

    robots: Protego | None

    def allows(self, url: str) -> bool:
        return self.robots is not None and bool(self.robots.can_fetch(url, USER_AGENT))

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two requests."""
        return float((self.robots and self.robots.crawl_delay(USER_AGENT)) or 0)


def read_rules(status: int | None, body: bytes) -> Rules:
    """The rules in the answer to `/robots.txt`: what it says at 200, all allowed at 4xx, nothing where it failed (`status` None, 5xx)."""
    if status is None or status >= 500 or status == 429:
        return Rules(None)
    text = body[:MAX_ROBOTS_BYTES].decode("utf-8-sig", "replace") if status == 200 else ""
    return Rules(Protego.parse(text))
