"""An address -> whose it is: the host, and where many people share one ("medium.com/@ann") the part
of the path that is their own.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

# medium.com/p/1234 names nobody
PATHS_OF_EVERYBODY = frozenset(["p", "s", "tag", "topics", "search"])
MAX_PATH = 80  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """domain: the host without "www."; path: of the one who publishes there, None for the whole
    host.

    platform: whose host it is, None for a host of one outlet.
    """

    domain: str
    path: str | None = None
    platform: str | None = None

    @property
    def key(self) -> str:
        """What tells outlets apart."""
        return f"{self.domain}/{self.path}" if self.path else self.domain


def find_place(url: str | None, domain: str | None) -> Place | None:
    """domain: of the address, None where it has none."""
    if domain is None:
        return None
    found = _find_platform(domain)
    if found is None:
        return Place(domain)
    platform, segments = found
    parts = [unquote(part) for part in urlsplit(url or "").path.split("/") if part][:segments]
    if segments == 0 or len(parts) < segments or parts[0].casefold() in PATHS_OF_EVERYBODY:
        return Place(domain, None, platform)
    return Place(domain, "/".join(parts).casefold()[:MAX_PATH], platform)


@cache
def _platforms() -> dict[str, tuple[str, int]]:
    rows = csv.DictReader(
        (files("transforms.world") / "shared_hosts.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
    )
    return {row["host"]: (row["platform"], int(row["segments"])) for row in rows}


def _find_platform(domain: str) -> tuple[str, int] | None:
    """The platform and how many segments of its paths are one's own; none on a host of one's own
    such as ann.medium.com.
    """
    if domain in _platforms():
        return _platforms()[domain]
    parent = domain
    while "." in parent:
        parent = parent.partition(".")[2]
        if parent in _platforms():
            return _platforms()[parent][0], 0
    return None
