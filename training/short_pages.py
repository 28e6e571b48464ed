"""A file of short pages as titles and lines -> pages, as a site without metadata would show them.

How a line begins says what it is: "# " a heading, "- " an item of a list, "? " a button, "= " a
field of a form, "@ " a link, "* " a card of a story ("headline | teaser | time"), "$ " a row of a
table, "& " a post ("name | time | words").
"""

import tomllib
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from transforms.records import Page

# {0}, {1} and {2}: the parts of the line between bars; of a row {0} is all of them, as cells
ELEMENTS = {
    "# ": "<h2>{0}</h2>",
    "- ": "<li>{0}</li>",
    "? ": '<button type="submit">{0}</button>',
    "= ": '<label>{0} <input name="field"></label>',
    "@ ": '<div class="item"><a href="/there">{0}</a></div>',
    "* ": '<div class="card"><h3><a href="/there">{0}</a></h3><p>{1}</p><span>{2}</span></div>',
    "$ ": "<tr>{0}</tr>",
    "& ": '<div class="message"><h4>{0}</h4><div>{1}</div><div><p>{2}</p></div></div>',
    "": "<p>{0}</p>",
}
ROUND = {"- ": "<ul>{}</ul>", "= ": '<form method="post">{}</form>', "$ ": "<table>{}</table>"}
PARTED = frozenset({"* ", "& "})
# how a publishing system says that a page is none of its posts
STANDING = (
    '<meta property="og:type" content="article">'
    '<meta property="article:modified_time" content="2024-03-11T09:12:40+00:00">'
    '<script type="application/ld+json">{"@type": "WebPage",'
    ' "datePublished": "2021-06-02T10:00:00+00:00"}</script>'
)


def read_short_pages(path: Path, kind: str) -> Iterator[Page]:
    """kind: "none" for the pages that are no articles, "article" for those that are."""
    for stated in tomllib.loads(path.read_text(encoding="utf-8"))[kind]:
        content = _show(stated).encode()
        yield Page(stated["name"], content, sha256(content).hexdigest(), "html")


def _show(stated: dict[str, Any]) -> str:
    title = escape(stated["title"])
    head = STANDING if stated.get("is_standing") else ""
    return (
        f'<!doctype html><html lang="{stated["language"]}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><main><h1>{title}</h1>\n"
        f"{_show_lines(stated['body'])}</main></body></html>"
    )


def _show_lines(lines: list[str]) -> str:
    return "".join(
        ROUND.get(mark, "{}").format("".join(_show_line(line, mark) for line in group)) + "\n"
        for mark, group in groupby(lines, _mark_of)
    )


def _mark_of(line: str) -> str:
    return line[:2] if line[:2] in ELEMENTS else ""


def _show_line(line: str, mark: str) -> str:
    told = line[len(mark) :]
    parts = [escape(part.strip()) for part in told.split("|")]
    if mark == "$ ":
        parts = ["".join(f"<td>{part}</td>" for part in parts)]
    elif mark not in PARTED:
        parts = [escape(told)]
    return ELEMENTS[mark].format(*parts)
