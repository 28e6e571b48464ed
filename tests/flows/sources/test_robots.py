"""robots.txt by hostile hands: two megabytes of it, wildcards, and nonsense cost a moment."""

import pytest

from flows.sources.robots import read_rules
from tests.cpu import cpu_seconds

PAGE = "https://paper.example/" + "a" * 2_000
AGENT = b"User-agent: *\n"


@pytest.mark.parametrize(
    "body",
    [
        AGENT + b"Disallow: /x\n" * 150_000,
        b"".join(b"User-agent: bot%d\nDisallow: /\n" % number for number in range(60_000)),
        AGENT + b"Disallow: /*a*a*a*a*a*a*a*a*b\n" * 1_000,
        AGENT + b"Disallow: /" + b"x" * 2_000_000,
        AGENT * 150_000,
        bytes(range(256)) * 8_000,
    ],
    ids=["rules", "agents", "wildcards", "one line", "only agents", "no text"],
)
def test_two_megabytes_cost_a_moment(body: bytes) -> None:
    assert read_rules(body).allows(PAGE)
    assert cpu_seconds(lambda: read_rules(body).allows(PAGE), runs=1) < 2


@pytest.mark.parametrize("stated", ["nan", "1e400", "-5", "soon", ""])
def test_a_delay_that_is_no_time_is_none(stated: str) -> None:
    assert read_rules(AGENT + f"Crawl-delay: {stated}\n".encode()).delay == 0
