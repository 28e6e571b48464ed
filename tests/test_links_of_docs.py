"""The pages of docs/ hang together: every link leads somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.joinpath("docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def links_of(page: Path) -> list[str]:
    """Addresses of a page within the repository, without their fragments."""
    words = CODE.sub("", page.read_text(encoding="utf-8"))
    return [address.partition("#")[0] for address in LINK.findall(words) if "://" not in address]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [
        address for address in links_of(page) if address and not (page.parent / address).exists()
    ] == []
