"""The numbers by which a page's metadata are read: what is short or near enough is taken, what is
not is left, and either fails where the number is doubled or halved.
"""

import pytest

from tests.numbers import TIDE, Limit, Number, fill
from transforms.clean.markup.markup import Marked, Markup
from transforms.clean.metadata import (
    author_names,
    authors,
    bylines,
    dateline,
    given,
    head_lines,
    hosts,
    language,
    outlets,
    section,
    title,
)

HEADLINE = "Harbour stays shut"
FILLER = "The pier is shut."


def read_lines(*below: str, above: tuple[str, ...] = ()) -> Markup:
    return Markup(lines=(*above, HEADLINE, *below), headline_at=len(above))


def find_authors(markup: Markup) -> tuple[str, ...]:
    return authors.find_authors(markup, ())[0]


def are_all_named(names: int) -> bool:
    signed = [f"Ann {letter}lee" for letter in map(chr, range(ord("B"), ord("B") + names))]
    return authors._unite(signed) == signed


def is_stated(value: str) -> bool:
    return ("author", [value]) in authors._statements(Markup(metas={"author": (value,)}))


def is_byline_below(*lines: str) -> bool:
    return ("byline", ["By Ann Lee"]) in bylines.find_bylines(read_lines(*lines, "By Ann Lee"))


def is_byline_after(lines: int) -> bool:
    return is_byline_below(*[FILLER] * lines)


def is_byline_after_paragraphs(paragraphs: int) -> bool:
    return is_byline_below(*[TIDE * 50] * paragraphs)


def is_byline_after_four(line: str) -> bool:
    return is_byline_below(*[line] * 4)


def is_marked_above(lines_between: int) -> bool:
    page = read_lines(above=("Ann Lee", *[FILLER] * lines_between))
    marked = Markup(
        marked=(Marked("Ann Lee", "author"),), lines=page.lines, headline_at=page.headline_at
    )
    return bool(bylines._marks_by_place(marked)[0])


def is_name_after(lines: int) -> bool:
    return find_authors(read_lines(*[FILLER] * lines, "Ann Lee", "3 May 2024")) == ("Ann Lee",)


def is_name_below_date(date: str) -> bool:
    return bylines._date_above(read_lines(above=(date,))) == date


def are_all_listed(names: int) -> bool:
    signed = [f"Ann {letter}lee" for letter in map(chr, range(ord("B"), ord("B") + names))]
    page = read_lines(*[FILLER] * 20, "Author(s)", *signed)
    return bylines._listed_below_label(page) == signed


def has_dateline_behind(lines_before: int) -> bool:
    opening = "KYIV, Jan. 30 (Reuters) - The pier is shut."
    return dateline.find_dateline([*[FILLER] * lines_before, opening]) is not None


def is_whole_path(letters: int) -> bool:
    name = "n" * letters
    place = hosts.find_place(f"https://medium.com/{name}/pier", "medium.com")
    return place is not None and place.path == name


def is_japanese_behind(letters: int) -> bool:
    return language.find_language("n" * letters + "さんばし" * 150) == ("ja", 1.0)


def is_as_declared(rank: int) -> bool:
    return language.choose_language([("da", 1_000), ("no", rank)], "no")[0] == "no"


def is_clear(rank_of_second: int) -> bool:
    return language._confidence([("en", 1_000), ("de", rank_of_second)]) == 1


def is_as_sure_as(confidence: float) -> bool:
    _, found = language.choose_language([("da", 1_000), ("no", 1_010)], "no")
    return found is not None and found >= confidence


def is_told(rank_of_second: int) -> bool:
    return language.choose_language([("en", 1_000), ("de", rank_of_second)]) != (None, None)


def is_outlet(name: str) -> bool:
    return outlets.find_outlet(Markup(metas={"og:site_name": (name,)}), None, None)[0] is not None


def is_section(name: str) -> bool:
    return section.find_section(Markup(metas={"article:section": (name,)}))[0] == name


def is_supported(*sources: str) -> bool:
    """Whether the shorter title wins over the one of <h1> (and JSON-LD), which holds it."""
    longer = f"Live from the pier: {HEADLINE}"
    found = Markup(
        h1s=(longer,),
        lines=(longer,),
        headline_at=0,
        metas={name: (HEADLINE,) for name in sources if name != "json-ld"},
        json_ld=({"@type": "NewsArticle", "headline": longer},) if "json-ld" in sources else (),
    )
    return title.find_title(found, ())[0] == HEADLINE


def are_all_stated(headings: int) -> bool:
    page = Markup(h1s=tuple(f"{HEADLINE} {at}" for at in range(headings)))
    return len(list(title._statements(page))) == headings


def is_title(heading: str) -> bool:
    return title.find_title(Markup(h1s=(heading,)), ())[0] == heading


def is_kept_without_section(headline: str) -> bool:
    return title._cut_section(f"{headline} | Sport") == headline


def is_name(name: str) -> bool:
    return author_names._is_name(name)


def are_near(lines_between: int) -> bool:
    """Whether two marked names stand together."""
    marked = [Marked("Ann Lee", "byline__name"), Marked("Bo Ek", "byline__name")]
    page = read_lines("Ann Lee", *[FILLER] * lines_between, "Bo Ek")
    found = bylines._find_together(bylines._is_author_name, marked, page)
    return found == ["Ann Lee", "Bo Ek"]


def is_signed(paragraph: str) -> bool:
    return bylines.find_signed(read_lines("Ann Lee", paragraph)) == ["Ann Lee"]


def is_dated_name(name: str) -> bool:
    return list(bylines._bylines_in(f"{name} | Published today")) == [name]


def is_marked_byline(text: str) -> bool:
    page = Markup(marked=(Marked(text, "byline"),), lines=(HEADLINE, text), headline_at=0)
    return bool(bylines._marks_by_place(page)[0])


def find_further(line: str) -> Markup:
    return read_lines(*[FILLER] * 20, line)


def is_byline_line(line: str) -> bool:
    return list(bylines._bylines_near_headline(read_lines(line))) == [line]


def is_platform_of(path: str) -> bool:
    place = hosts.find_place(f"https://medium.com{path}", "medium.com")
    return place is not None and place.path is not None


def has_site_name(title_of_page: str) -> bool:
    return title.cut_site_name(title_of_page, ["Gull"]) == HEADLINE


def is_part(words: str) -> bool:
    """Whether a title is supported by a longer one that begins with it."""
    votes = {tuple(words.split()): 1.0, (*words.split(), "today"): 1.0}
    return title._support(tuple(words.split()), votes) > 1


def is_author_name(text: str) -> bool:
    return authors._is_newsroom(text)


def is_website(name: str) -> bool:
    site = Markup(json_ld=({"@type": "WebSite", "name": name},))
    return bool(list(outlets._names_of_website(site)))


def is_publisher(name: str) -> bool:
    article = {"@type": "NewsArticle", "publisher": {"name": name}}
    return bool(list(outlets._names_in(Markup(json_ld=(article,)))))


def is_fuller(*names: str) -> bool:
    marked = tuple(Marked(name, "author") for name in names)
    page = Markup(marked=marked, lines=(HEADLINE, *names), headline_at=0)
    return bool(bylines.find_fuller(page, ["Ann Lee"]))


def is_in_domain(domain: str, name: str = "The Marlow Gazette") -> bool:
    return outlets._is_in_domain(name, domain)


def is_surname(stated: str) -> bool:
    return author_names.cut_by(stated) == stated


def is_site_name(name: str) -> bool:
    return bool(list(outlets._names_in(Markup(metas={"og:site_name": (name,)}))))


CASES = [
    Number(authors, "MAX_AUTHORS", are_all_named, 20, 21),
    Number(authors, "MAX_STATEMENT", is_stated, fill(1_000, "Ann Lee"), fill(1_001, "Ann Lee")),
    Number(bylines, "LINES_TO_BYLINE", is_byline_after, 13, 14),
    Number(bylines, "LONG_LINE", is_byline_after_four, fill(169), fill(170)),
    Number(bylines, "PARAGRAPHS_OF_HEAD", is_byline_after_paragraphs, 2, 3),
    Number(bylines, "LINES_ABOVE", is_marked_above, 4, 5),
    Number(bylines, "LINES_TO_NAME", is_name_after, 6, 7),
    Number(
        *(bylines, "MAX_DATE", is_name_below_date),
        fill(30, "3 May 2024"),
        fill(31, "3 May 2024"),
    ),
    Number(bylines, "MAX_LISTED", are_all_listed, 8, 9),
    Number(
        *(bylines, "MAX_REST", bylines.is_persons),
        "Ann Lee with Bo Ek",
        "By Ann Lee and Bo Ek",
    ),
    Number(dateline, "MAX_LINES", has_dateline_behind, 3, 4),
    Number(
        *(head_lines, "MAX_LINE", head_lines.is_head_line),
        f"By Ann Lee, 3 May 2024{' |' * 59}",
        f"By Ann Lee, 3 May 2024{' |' * 59}|",
    ),
    Number(
        *(head_lines, "MAX_BESIDE", head_lines.is_head_line),
        "North pier two, 3 May 2024",
        "North pier four, 3 May 2024",
    ),
    Number(hosts, "MAX_PATH", is_whole_path, 80, 81),
    Number(language, "SAMPLE", is_japanese_behind, 3799, 3800),
    Number(language, "NEAR", is_as_declared, 1_120, 1_121),
    Number(language, "CLEAR", is_clear, 1199, 1198),
    Number(language, "DECLARED_CONFIDENCE", is_as_sure_as, 0.9, 1.0),
    Number(language, "MIN_CONFIDENCE", is_told, 1058, 1057),
    Number(outlets, "MAX_NAME", is_outlet, fill(80, "The Marlow"), fill(81, "The Marlow")),
    Number(section, "MAX_SECTION", is_section, fill(60, "Harbour"), fill(61, "Harbour")),
    Number(title, "MAX_TITLE", is_title, fill(300, "Harbour"), fill(301, "Harbour")),
    Number(title, "MAX_H1S", are_all_stated, 6, 7),
    Number(
        *(title, "PART_OF", lambda sources: is_supported(*sources)),
        ("og:title",),
        ("twitter:title", "json-ld"),
    ),
    Number(title, "MIN_WORDS", is_kept_without_section, HEADLINE, "Harbour shut"),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


LIMITS = [
    Limit("letters of a name", is_name, "Bo", "B"),
    Limit(
        "most letters of a name",
        is_name,
        "N" * author_names.MAX_NAME,
        "N" * (author_names.MAX_NAME + 1),
    ),
    Limit(
        "most words of a name",
        is_name,
        "Ann " * author_names.MAX_WORDS,
        "Ann " * (author_names.MAX_WORDS + 1),
    ),
    Limit("letters of a newsroom", is_author_name, "AB", "A"),
    Limit("lines between two names", are_near, 1, 2),
    Limit("letters of the first paragraph", is_signed, fill(170), fill(169)),
    Limit("least words of a dated name", is_dated_name, "Ann Lee", "Annlee"),
    Limit("most words of a dated name", is_dated_name, "Ann Bo Cy Lee", "Ann Bo Cy Di Lee"),
    Limit(
        "letters of a marked byline",
        is_marked_byline,
        fill(2 * author_names.MAX_NAME, "By Ann Lee"),
        fill(2 * author_names.MAX_NAME + 1, "By Ann Lee"),
    ),
    Limit(
        "letters of a labelled line",
        lambda line: bylines._labelled_lines(find_further(line)) == [line],
        fill(2 * author_names.MAX_NAME, "Written by Ann Lee"),
        fill(2 * author_names.MAX_NAME + 1, "Written by Ann Lee"),
    ),
    Limit(
        "letters of a signature",
        lambda line: bylines._signatures(find_further(line)) == [line],
        fill(author_names.MAX_NAME, "By Ann Lee"),
        fill(author_names.MAX_NAME + 1, "By Ann Lee"),
    ),
    Limit(
        "letters of a byline below the headline",
        is_byline_line,
        fill(2 * author_names.MAX_NAME, "By Ann Lee"),
        fill(2 * author_names.MAX_NAME + 1, "By Ann Lee"),
    ),
    Limit(
        "letters of persons",
        bylines.is_persons,
        "Ann " + "L" * (author_names.MAX_NAME - 4),
        "Ann " + "L" * (author_names.MAX_NAME - 3),
    ),
    Limit(
        "letters of a place in capitals",
        lambda line: dateline.find_dateline([line]) is not None,
        "KYIV - The pier is shut.",
        "ROM - The pier is shut.",
    ),
    Limit("letters of a field", lambda text: given._within(5, text) == text, "tides", "tides!"),
    Limit("segments of a path", is_platform_of, "/@ann", "/"),
    Limit(
        "kana of a text", lambda n: language.find_language("さ" * 50 + "n" * n)[0] == "ja", 949, 950
    ),
    Limit("letters of a section", is_section, "EU", "E"),
    Limit("words of a part", is_part, "harbour stays shut", "harbour shut"),
    Limit(
        "letters beside a site's name",
        has_site_name,
        f"{HEADLINE} | Gull abc",
        f"{HEADLINE} | Gull abcd",
    ),
    Limit(
        "letters of a person's name in the outlet's",
        lambda name: authors._bears_outlet(name, ["theleegazette"]),
        "Ann Gaze",
        "Ann Lee",
    ),
    Limit("words of a sure name", lambda name: authors._is_doubtful(name, ()), "Annlee", "Ann Lee"),
    Limit("letters of a website's name", is_website, fill(80), fill(81)),
    Limit("a website's name", is_website, "N", ""),
    Limit("letters of a publisher's name", is_publisher, fill(80), fill(81)),
    Limit("a publisher's name", is_publisher, "N", ""),
    Limit("authors besides", lambda names: is_fuller(*names), ("Ann Lee", "Bo Ek"), ("Ann Lee",)),
    Limit(
        "authors of another text",
        lambda names: is_fuller(*names),
        ("Ann Lee", "Bo Ek"),
        ("Cy Dee", "Bo Ek"),
    ),
    Limit("an agency's picture", bylines.is_persons, "Bo Ek and Reuters", "Bo Ek/Reuters"),
    Limit("letters of a domain in a name", is_in_domain, "marl.example", "mar.example"),
    Limit(
        *(
            "letters of a name in a domain",
            lambda name: is_in_domain("marlowgazette.example", name),
        ),
        "Marl",
        "Mar",
    ),
    Limit(
        *("labels before a public one", lambda url: "com" in outlets.names_of_site(Markup(), url)),
        "https://com.example/",
        "https://marl.com.example/",
    ),
    Limit("a surname with a part", is_surname, "Von Trapp", "Von Ann Lee"),
    Limit("a part in small letters", is_surname, "Von Trapp", "von Trapp"),
    Limit("a part of no surname", is_surname, "Di Mare", "By Trapp"),
    Limit("an agency behind a part", is_surname, "Von Trapp", "Von Reuters"),
    Limit("an address for a publisher's name", is_publisher, "Pier", "https://pier.example"),
    Limit("an address for a website's name", is_website, "Pier", "https://pier.example"),
    Limit("an address for a site's name", is_site_name, "Pier", "https://pier.example"),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
