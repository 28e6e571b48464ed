"""The site holds together: links lead somewhere, nothing comes from elsewhere, nothing that a page
says is markup, all can be read.
"""

import re
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath

import duckdb
import pytest

from report.figures import PAGES, SQL, read_head
from report.links import Links, to_the_web
from report.site import build_site
from warehouse.query import open_questions

VOID = {"meta", "link", "br", "img", "input", "hr"}
TOLD_TWICE = (
    "insert into core.story by name select 's1' as story_id, 'event' as level, 'The bridge opens' as label, "
    "'2024-03-01'::date as first_on, '2024-03-01'::date as last_on, 2 as article_count, 2 as outlet_count, 1 as original_count",
    "insert into core.story_article by name select 's1' as story_id, unnest(['a1', 'a3']) as article_id, 'event' as level, 1 as score, "
    "false as is_centre",
    "insert into core.utterance by name select 'u1' as utterance_id, 'e1' as speaker_entity_id, 2 as quote_count, 2 as outlet_count, "
    "2 as wording_count, 'q2' as representative_quote_id, 1 as min_score",
    "insert into core.utterance_member by name select 'u1' as utterance_id, quote_id, article_id, char_start, char_end, 1 as score, "
    "quote_id = 'q2' as is_representative, false as is_speaker_inferred from core.quote where speaker_entity_id = 'e1' and not in_title "
    "and kind = 'direct'",
    "update core.article set is_copy = article_id = 'a3', is_wire_copy = false",
)
HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


class Reader(HTMLParser):
    """What a test asks of a page: its tags, ids and addresses; a tag that closes another than the
    open one is an error.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [
            value for _, attributes in self.tags if (value := attributes.get(attribute)) is not None
        ]

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def build(path: Path) -> dict[str, str]:
    with open_questions(path) as answer:
        return dict(build_site(lambda sql, variables: answer(sql, variables).to_pylist(), ""))


@pytest.fixture(scope="module")
def told_path(world_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world of the questions, with texts that are long enough for the offsets of its quotes."""
    path = tmp_path_factory.mktemp("told") / "onrecord.duckdb"
    shutil.copyfile(world_path, path)
    with duckdb.connect(path) as connection:
        connection.execute("update core.article set text = repeat('Words of the article. ', 60)")
        connection.execute(
            "insert into core.quote_span by name select quote_id, article_id, 0 as position, char_start, char_end, text from core.quote"
        )
        for statement in TOLD_TWICE:
            connection.execute(statement)
    return path


@pytest.fixture(scope="module")
def site(told_path: Path) -> dict[str, str]:
    return build(told_path)


@pytest.fixture(scope="module")
def pages(site: dict[str, str]) -> dict[str, Reader]:
    return {name: Reader(content) for name, content in site.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def hostile(world_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of a warehouse in which every text is an attack."""
    path = tmp_path_factory.mktemp("hostile") / "onrecord.duckdb"
    shutil.copyfile(world_path, path)
    with duckdb.connect(path) as connection:
        words = HOSTILE.replace("'", "''")
        connection.execute(
            f"update core.article set title = '{words}', text = '{words}', url = 'javascript:alert(1)', language = '\"x'"
        )
        connection.execute(
            f"update core.quote set text = '{words}', speaker_text = '{words}', cue_text = '{words}'"
        )
        connection.execute(f"update core.outlet set name = '{words}' || outlet_id")
        connection.execute(f"update core.entity set name = '{words}' || entity_id")
        connection.execute(
            f"update ops.rejected_page set source_uri = '{words}', detail = '{words}'"
        )
    return build(path)


def test_every_link_leads_to_a_page_and_every_anchor_is_there(
    pages: dict[str, Reader], site: Mapping[str, str]
) -> None:
    broken = [
        (name, address)
        for name, page in pages.items()
        for address in page.all("href")
        if not to_the_web(address) and not leads_somewhere(name, address, pages, site)
    ]
    assert broken == []


def leads_somewhere(
    name: str, address: str, pages: Mapping[str, Reader], site: Mapping[str, str]
) -> bool:
    file, _, fragment = address.partition("#")
    target = normpath(join(dirname(name), file)) if file else name
    return target in site and (not fragment or fragment in pages[target].all("id"))


def test_every_page_is_reached_from_the_first(pages: dict[str, Reader]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        links = (
            normpath(join(dirname(name), address.partition("#")[0]))
            for address in pages[name].all("href")
        )
        new = [link for link in dict.fromkeys(links) if link in pages and link not in reached]
        reached.update(new)
        waiting += new
    assert reached == set(pages)


def test_a_figure_leads_to_its_quotes_and_a_quote_to_its_characters(site: dict[str, str]) -> None:
    assert '<a href="entity/e1.html">Ann Brook</a>' in site["speakers.html"]
    assert "../article/a1.html#q-q4" in site["entity/e1.html"]
    assert "<h1>Ann Brook</h1>" in site["entity/e1.html"]
    assert "<a id=q-q4></a><mark>" in site["article/a1.html"]


def test_a_story_leads_to_who_told_it_and_to_the_wordings(site: dict[str, str]) -> None:
    assert '<a href="story/s1.html">The bridge opens</a>' in site["stories.html"]
    story = site["story/s1.html"]
    assert story.index("Brook: bridge will open in May") < story.index("Minister promises bridge")
    assert "a copy" in story
    assert '<a href="utterance/u1.html">' in site["stories.html"]
    for wording in ("The bridge will open again in May", "It opens in May"):
        assert f"<blockquote>{wording}</blockquote>" in story
        assert f"<blockquote>{wording}</blockquote>" in site["utterance/u1.html"]


@pytest.mark.parametrize("kind", ["site", "hostile"])
def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(
    kind: str, request: pytest.FixtureRequest
) -> None:
    built: dict[str, str] = request.getfixturevalue(kind)
    for name, content in built.items():
        if name.endswith(".css"):
            assert "url(" not in content
            assert "@import" not in content
            continue
        page = Reader(content)
        assert {tag for tag, _ in page.tags}.isdisjoint(
            {"script", "img", "iframe", "object", "embed", "form", "base", "style"}
        )
        assert [
            attribute
            for _, attributes in page.tags
            for attribute in attributes
            if attribute.startswith("on")
        ] == []
        assert [
            address
            for tag, one in page.tags
            if tag == "link"
            for address in [one["href"]]
            if address not in ("style.css", "../style.css")
        ] == []
        assert [
            address for address in page.all("href") if ":" in address and not to_the_web(address)
        ] == []
        assert "default-src 'none'" in (page.all("content") or [""])[0]


def test_what_a_page_says_is_shown_as_it_says_it(hostile: dict[str, str]) -> None:
    assert HOSTILE in "".join(Reader(hostile["article/a1.html"]).words)
    assert "javascript:" not in hostile["article/a1.html"]


def test_every_page_can_be_read_by_ear_and_by_keyboard(pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        tags = [tag for tag, _ in page.tags]
        assert (tags.count("h1"), tags.count("main"), tags.count("head")) == (1, 1, 1), name
        assert page.tags[0] == ("html", {"lang": "en"})
        assert page.all("class")[0] == "skip"
        assert tags.count("table") == tags.count("caption"), name
        assert all("scope" in attributes for tag, attributes in page.tags if tag == "th"), name
        assert all("aria-label" in attributes for tag, attributes in page.tags if tag == "svg"), (
            name
        )
        assert len(set(page.all("id"))) == len(page.all("id")), name
        headings = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert all(later - earlier <= 1 for earlier, later in pairwise(headings)), name


def test_every_figure_shows_its_sql_which_runs_as_it_stands(
    site: dict[str, str], world_path: Path
) -> None:
    import html

    with open_questions(world_path) as answer:
        for page in PAGES:
            for shown in re.findall(
                r"<pre[^>]*><code>(.*?)</code></pre>", site[page.file], re.DOTALL
            ):
                assert answer(html.unescape(shown), {}).num_columns > 0


def test_every_file_of_sql_is_a_figure_with_a_title_and_a_note() -> None:
    figures = [figure.name for page in PAGES for figure in page.figures]
    assert sorted(figures) == sorted(file.stem for file in (SQL / "figures").glob("*.sql"))
    assert all(read_head(name).title and read_head(name).note for name in figures)


def test_an_empty_warehouse_gives_a_site_that_says_so(empty_path: Path) -> None:
    site = build(empty_path)
    assert "Nothing of this kind is in the warehouse." in site["speakers.html"]


def test_the_same_warehouse_gives_the_same_site(site: dict[str, str], told_path: Path) -> None:
    assert build(told_path) == site


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "file:///etc/passwd",
        " https://a.example",
        None,
    ],
)
def test_an_address_is_followed_only_to_the_web(address: str | None) -> None:
    assert to_the_web(address) is None


def test_a_key_that_no_file_name_can_hold_is_hashed() -> None:
    assert re.fullmatch(r"article/[0-9a-f]{16}\.html", Links().file("article", "../../etc/passwd"))


COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6})")


def test_words_and_drawings_stand_out_from_their_ground_in_light_and_dark(
    site: dict[str, str],
) -> None:
    light, dark = (
        dict(COLOUR.findall(part))
        for part in site["style.css"].split("@media (prefers-color-scheme: dark)")[:2]
    )
    for colours in (light, dark):
        for name in ("ink", "soft", "link"):
            assert contrast(colours[name], colours["ground"]) >= 4.5
            assert contrast(colours[name], colours["card"]) >= 4.5
        assert contrast(colours["ink"], colours["mark"]) >= 7
        for number in range(1, 5):
            assert contrast(colours[f"series-{number}"], colours["ground"]) >= 3


def contrast(one: str, other: str) -> float:
    """By WCAG 2: the ratio of the lighter to the darker luminance."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_outlets_of_one_name_are_told_apart(told_path: Path, tmp_path: Path) -> None:
    """One is known by its address, the other by its name alone."""
    path = tmp_path / "onrecord.duckdb"
    shutil.copyfile(told_path, path)
    with duckdb.connect(path) as connection:
        connection.execute("update core.outlet set name = 'The Echo', domain = null")
        (first,) = connection.execute(
            "update core.outlet set domain = 'echo.example' "
            "where outlet_id = (select min(outlet_id) from core.outlet) returning outlet_id"
        ).fetchall()[0]
    site = build(path)
    assert f'<a href="outlet/{first}.html">The Echo (echo.example)</a>' in site["index.html"]
    assert "The Echo (no address)" in site["index.html"]
    assert f"--outlet {first}" in site[f"outlet/{first}.html"]
