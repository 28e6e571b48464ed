"""A site's robots.txt comes in; whether, and how often, its pages may be fetched goes out."""

from dataclasses import dataclass

from protego import Protego

from flows.sources.reference import UnreadableError

ROBOT_NAME = "OnRecord"
MAX_ROBOTS_BYTES = 512_000  # what RFC 9309 asks a crawler to read at least


# the site never said a word
NOT_ASKED = frozenset(
    {"connection_failed", "timeout", "private_address", "host_given_up", "not_fetched"}
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows."""

    robots: Protego

    def allows(self, url: str) -> bool:
        """Whether the page may be fetched."""
        return bool(self.robots.can_fetch(url, ROBOT_NAME))

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two requests; 0 where it asks for none."""
        return float(self.robots.crawl_delay(ROBOT_NAME) or 0)


def read_rules(body: bytes) -> Rules:
    """The rules that a robots.txt states; an empty one allows everything."""
    return Rules(Protego.parse(body[:MAX_ROBOTS_BYTES].decode("utf-8-sig", "replace")))


def judge_failure(error: UnreadableError) -> Rules | UnreadableError:
    """What it means that robots.txt cannot be had: all is allowed where there is none (4xx), else
    nothing (RFC 9309, 2.3.1).
    """
    if error.reason.startswith("http_4") and error.reason != "http_429":
        return read_rules(b"")
    if error.reason in NOT_ASKED:
        return error
    return UnreadableError(
        "robots_unreachable",
        "The site's robots.txt cannot be read, so nothing is fetched there; try later.",
        error.reason,
    )
