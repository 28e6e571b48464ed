"""A file of short pages as titles and lines -> pages, as a site without metadata would show them."""

import tomllib
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from transforms.records import Page

TAGS = {"# ": "h2", "? ": "button", "- ": "li"}


def read_short_pages(path: Path, kind: str) -> Iterator[Page]:
    """kind: "none" for the pages that are no articles, "article" for those that are."""
    for stated in tomllib.loads(path.read_text(encoding="utf-8"))[kind]:
        content = _show(stated).encode()
        yield Page(stated["name"], content, sha256(content).hexdigest(), "html")


def _show(stated: dict[str, Any]) -> str:
    title = escape(stated["title"])
    return (
        f'<!doctype html><html lang="{stated["language"]}"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><main><h1>{title}</h1>\n"
        f"{_show_lines(stated['body'])}</main></body></html>"
    )


def _show_lines(lines: list[str]) -> str:
    shown = ""
    for is_item, group in groupby(lines, lambda line: line.startswith("- ")):
        elements = "".join(map(_show_line, group))
        shown += f"<ul>{elements}</ul>\n" if is_item else elements
    return shown


def _show_line(line: str) -> str:
    tag = TAGS.get(line[:2])
    return f"<{tag or 'p'}>{escape(line[2:] if tag else line)}</{tag or 'p'}>\n"
