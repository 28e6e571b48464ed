import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from tests.transforms.clean.pages import URL
from transforms.clean.markup.markup import Marked, Markup
from transforms.clean.markup.salvage import salvage_paragraphs, strip_markup
from transforms.clean.metadata.author_names import split_names
from transforms.clean.metadata.authors import find_authors
from transforms.clean.metadata.bylines import _is_in_byline, cut_tail
from transforms.clean.metadata.dateline import find_dateline
from transforms.clean.metadata.language import find_language
from transforms.clean.metadata.outlets import (
    domain_of,
    find_canonical_url,
    find_outlet,
    make_outlet,
    names_of_site,
)
from transforms.clean.metadata.section import find_section
from transforms.clean.metadata.small_words import tell_by_small_words
from transforms.clean.metadata.title import _statements, cut_site_name, find_title
from transforms.world.agencies import is_agency

SITE = ("The Marlow Gazette", "marlowgazette.example", "marlowgazette")


def article(**fields):
    return {"@type": "NewsArticle", **fields}


# ---- title


@pytest.mark.parametrize(
    "markup",
    [
        Markup(h1s=("Ferry returns to Marlow",)),
        Markup(title="Ferry returns to Marlow | The Marlow Gazette"),
        Markup(title="Ferry returns to Marlow - marlowgazette.example"),
        Markup(h1s=("The Marlow Gazette",), title="Ferry returns to Marlow | The Marlow Gazette"),
        Markup(
            h1s=("Ann's Harbour Blog",),
            title="Ferry returns to Marlow | Ann's Harbour Blog",
            metas={"og:title": ("Ferry returns to Marlow",)},
        ),
        Markup(
            h1s=("Transport: Ferry returns to Marlow",),
            metas={"og:title": ("Ferry returns to Marlow",)},
        ),
        Markup(
            json_ld=(article(headline="Ferry returns to Marlow"),),
            metas={"og:title": ("Ferry&#32;returns to Marlow",)},
        ),
        Markup(
            h1s=("Ferry returns to Marlow", "Most read", "Sport"), title="Ferry returns to Marlow"
        ),
        Markup(title="Ferry returns to Marlow | Transport | The Marlow Gazette"),
        Markup(title="The Marlow Gazette: Ferry returns to Marlow"),
        Markup(title="The Marlow Gazette » News » Ferry returns to Marlow"),
        Markup(title="Ferry returns to Marlow - 5 March 2024 - The Marlow Gazette"),
        Markup(title="Ferry returns to Marlow | The marlowgazette"),
        Markup(
            title="Ferry returns to Marlow | Boats",
            metas={
                "og:title": ("Ferry returns to Marlow | Boats",),
                "article:section": ("Boats",),
            },
        ),
        Markup(title="Ferry returns to Marlow - Transport - The Marlow Gazette"),
        Markup(title="Transport | Ferry returns to Marlow | The Marlow Gazette"),
        Markup(title="Ferry returns to Marlow » Town & Lake » The Marlow Gazette"),
        Markup(
            h1s=("Transport",),
            lines=("Transport", "Ferry returns to Marlow"),
            headline_at=1,
            title="Ferry returns to Marlow",
        ),
        Markup(
            h1s=("Our Weekly",),
            lines=("Our Weekly", "Ferry returns to Marlow"),
            headline_at=1,
            title="Our Weekly: Ferry returns to Marlow",
        ),
    ],
)
def test_the_headline_is_what_most_places_agree_on(markup):
    title, evidence = find_title(markup, SITE)
    assert title == "Ferry returns to Marlow"
    assert all(found.field == "title" for found in evidence)


@pytest.mark.parametrize("cut", ["Ferry returns …", "Ferry returns to..."])
def test_a_statement_that_breaks_off_is_no_title_where_another_goes_on(cut):
    whole = Markup(title="Ferry returns to Marlow", metas={"og:title": (cut,)})
    assert find_title(whole, SITE)[0] == "Ferry returns to Marlow"
    assert find_title(Markup(metas={"og:title": (cut,)}), SITE)[0] == cut


@pytest.mark.parametrize(
    "title",
    [
        "Weir | bridge: what is closed and what is not",
        "Old weir – a worry of the town – closes",
        "Gazette: nobody reads it, says mayor",
    ],
)
def test_a_heading_is_not_cut_where_titles_have_the_site_behind_it(title):
    markup = Markup(h1s=(title,), title=f"{title} – The Marlow Gazette")
    assert find_title(markup, SITE)[0] == title


def test_a_title_that_was_escaped_twice_is_read():
    markup = Markup(h1s=("Rose &amp; Crown: the weir&#8217;s end",))
    assert find_title(markup, SITE)[0] == "Rose & Crown: the weir’s end"


@pytest.mark.parametrize("bar", ["|", "::", "»"])
def test_a_section_before_the_sites_name_is_no_part_of_the_title(bar):
    title = f"Weir closes for the winter {bar} Accidents {bar} The Marlow Gazette"
    assert find_title(Markup(title=title), SITE)[0] == "Weir closes for the winter"


@pytest.mark.parametrize("name", ["dc.title", "citation_title", "headline"])
def test_a_headline_in_a_meta_of_its_own_is_read_and_outvotes_nothing(name):
    metas = {name: ("Weir closes",)}
    assert find_title(Markup(metas=metas), SITE)[0] == "Weir closes"
    assert find_title(Markup(metas=metas, h1s=("Weir shut",)), SITE)[0] == "Weir shut"


def test_a_page_that_states_no_headline_has_none():
    assert find_title(Markup(), SITE) == (None, ())


@pytest.mark.parametrize(
    "title",
    [
        "Rain - and more rain",
        "War: what next?",
        "Gazette | Herald merger fails",
        "Storm shuts ports | Updates",
        "War | Peace | What next?",
    ],
)
def test_a_separator_alone_does_not_cut_a_headline(title):
    assert cut_site_name(title, SITE) == title


# ---- authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ({"@type": "Person", "name": "Ann Lee"}, ("Ann Lee",)),
        ([{"name": "Ann Lee"}, {"name": "Bo Ek"}], ("Ann Lee", "Bo Ek")),
        ("By Ann Lee and Bo Ek", ("Ann Lee", "Bo Ek")),
        (
            [
                {"@type": "Organization", "name": "The Marlow Gazette"},
                {"@type": "Person", "name": "Ann Lee"},
            ],
            ("Ann Lee",),
        ),
        ("https://marlowgazette.example/authors/ann", ()),
        ("admin", ()),
        ("Ann Lee, The Marlow Gazette", ("Ann Lee",)),
        ("Vanessa Ortiz, MD", ("Vanessa Ortiz, MD",)),
        ("Ann Lee, Bo Ek, and Cy Dee", ("Ann Lee", "Bo Ek", "Cy Dee")),
        ("Ann Lee/Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee | ann@marlowgazette.example | @annlee", ("Ann Lee",)),
        ("Ann Lee in Marlow", ("Ann Lee",)),
        ("Ann Lee (al)", ("Ann Lee",)),
        ("김하나 기자", ("김하나",)),
        ("Ann Lee (AFP)", ("Ann Lee", "AFP")),
        ("Ann Lee - Staff Writer", ("Ann Lee",)),
        (["Ann Lee", "ANN LEE"], ("Ann Lee",)),
        ("marlowgazette.com, Marlow, England", ("marlowgazette.com, Marlow, England",)),
    ],
)
def test_authors_are_people_without_publisher_role_or_address(author, names):
    assert find_authors(Markup(json_ld=(article(author=author),)), SITE)[0] == names


def test_a_newsroom_stands_in_for_authors_only_where_nobody_else_is_credited():
    newsroom = article(author={"@type": "Organization", "name": "The Marlow Gazette"})
    names, evidence = find_authors(Markup(json_ld=(newsroom,)), SITE)
    assert names == ("The Marlow Gazette",)
    assert [found.field for found in evidence] == ["newsroom"]
    signed = Markup(json_ld=(newsroom,), lines=("Ferry returns", "By Ann Lee"), headline_at=0)
    assert find_authors(signed, SITE)[0] == ("Ann Lee",)


def test_a_team_that_is_credited_in_its_own_words_comes_before_an_agency_named_later():
    later = {"article:author": ("AFP in Marlow",)}
    team = Markup(json_ld=(article(author="Gazette staff reporter"),), metas=later)
    assert find_authors(team, SITE)[0] == ("Gazette staff reporter",)
    assert find_authors(Markup(json_ld=(article(author="The Marlow Gazette"),), metas=later), SITE)[
        0
    ] == ("AFP",)


def test_a_label_names_the_author_further_down_too():
    lines = ("Ferry returns", *["The ferry is back."] * 20, "Autorin/Autor Ann Lee")
    assert find_authors(Markup(lines=lines, headline_at=0), SITE)[0] == ("Ann Lee",)


def test_a_team_is_credited_as_it_is_worded():
    names, evidence = find_authors(Markup(metas={"author": ("Gazette Editorial Team",)}), SITE)
    assert names == ("Gazette Editorial Team",)
    assert evidence[0].field == "newsroom"


def test_a_newsroom_stays_next_to_the_agency_that_is_credited_with_it():
    names, evidence = find_authors(
        Markup(json_ld=(article(author="The Marlow Gazette et AFP"),)), SITE
    )
    assert names == ("The Marlow Gazette", "AFP")
    assert [found.field for found in evidence] == ["newsroom", "agency"]


def test_a_company_that_credits_its_website_to_itself_is_no_newsroom():
    company = Markup(
        json_ld=(article(author={"@type": "Organization", "name": "The Marlow Gazette"}),),
        metas={"og:type": ("website",)},
    )
    assert find_authors(company, SITE) == ((), ())


def test_nobody_named_after_a_byline_of_the_outlet_is_an_author():
    lines = ("Ferry returns", "By The Marlow Gazette", "By Ann Lee")
    assert find_authors(Markup(lines=lines, headline_at=0), SITE)[0] == ("The Marlow Gazette",)


def test_an_account_stands_in_for_a_name_only_where_no_byline_has_it():
    account = {"author": ("alee2",)}
    assert find_authors(Markup(metas=account), SITE)[0] == ("alee2",)
    assert find_authors(
        Markup(metas=account, lines=("Ferry returns", "By Ann Lee"), headline_at=0), SITE
    )[0] == ("Ann Lee",)


def test_marks_of_other_stories_or_of_comments_name_no_author():
    marked = (Marked("Ann Lee", "author"), Marked("Bo Ek", "author"))
    assert (
        find_authors(
            Markup(marked=marked, lines=("Ferry returns", "The ferry is back."), headline_at=0),
            SITE,
        )[0]
        == ()
    )
    assert find_authors(
        Markup(marked=marked, lines=("Ferry returns", "Ann Lee"), headline_at=0), SITE
    )[0] == ("Ann Lee",)
    assert find_authors(Markup(author_boxes=("Ann Lee", "Bo Ek")), SITE)[0] == ()


def test_authors_with_links_of_their_own_stand_together_but_not_who_edited_the_story():
    links = tuple(
        Marked(name, "", href=f"/authors/{name[:2]}") for name in ("Ann Lee", "Bo Ek", "Cy Dee")
    )
    lines = ("Ferry returns", "Ann Lee", "Bo Ek", "Edited by Cy Dee", "2 March 2024")
    assert find_authors(Markup(marked=links, lines=lines, headline_at=0), SITE)[0] == (
        "Ann Lee",
        "Bo Ek",
    )


def test_credits_of_pictures_and_of_quotations_are_no_bylines():
    marked = (
        Marked("Bo Ek / AFP", "blockquote__author"),
        Marked("Cy Dee", "media-caption__byline"),
        Marked("Ann Lee", "text__author"),
    )
    lines = ("Ferry returns", "Bo Ek / AFP", "Cy Dee", "Ann Lee")
    assert find_authors(Markup(marked=marked, lines=lines, headline_at=0), SITE)[0] == ("Ann Lee",)


def test_a_korean_reporter_is_named_by_the_word_after_the_name():
    assert find_authors(Markup(lines=("다리 폐쇄", "부산 김하나 기자"), headline_at=0), SITE)[
        0
    ] == ("김하나",)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Claire Moss, Co-Founder & COO", "By Claire Moss"),
        ("By Ann Lee, Bo Ek and Cy Dee, Paris", "By Ann Lee, Bo Ek and Cy Dee"),
        ("Von Ann Lee, Berlin", "Von Ann Lee"),
        ("Ann Lee | Reporter", "Ann Lee"),
        ("By Ann Lee Senior Reporter", "By Ann Lee"),
        ("By Ann Lee July 10, 2023", "By Ann Lee"),
        ("By Ann LeeUpdated July 10, 2023", "By Ann Lee"),
    ],
)
def test_a_byline_ends_where_its_names_end(byline, names):
    assert cut_tail(byline) == names


@pytest.mark.parametrize(
    "piece", ["a", "a.", "By ", "Ann ", ", ", "and ", "a@", "(", "2024 ", "| "]
)
def test_a_statement_of_any_length_is_read_in_no_time(piece):
    long = piece * (100_000 // len(piece))
    page = Markup(
        metas={"author": (long,)},
        lines=("Ferry", "By", long),
        headline_at=0,
        author_boxes=(long[:80],),
    )
    assert cpu_seconds(lambda: find_authors(page, SITE)) < 0.5
    assert cpu_seconds(lambda: split_names(long[:1000])) < 0.5


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("Ann Lee,;/|&()@.: byvonund12"), max_size=80))
def test_no_author_is_named_twice(byline):
    names, _ = find_authors(Markup(metas={"author": (byline, byline.upper())}), SITE)
    assert len({name.casefold() for name in names}) == len(names)


def test_a_reference_to_an_author_is_followed():
    person = {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}
    assert find_authors(Markup(json_ld=(article(author={"@id": "#ann"}), person)), SITE)[0] == (
        "Ann Lee",
    )


@pytest.mark.parametrize(
    "markup",
    [
        Markup(metas={"author": ("Ann Lee",)}),
        Markup(metas={"twitter:label1": ("Written by",), "twitter:data1": ("Ann Lee",)}),
        Markup(
            marked=(Marked("By Ann Lee, political correspondent", "c-byline"),),
            lines=("By Ann Lee, political correspondent",),
        ),
        Markup(
            marked=(Marked("Ann Lee", "name", href="/authors/ann-lee"),),
            lines=("Ann Lee", "2 March 2024"),
        ),
        Markup(
            marked=(Marked("Ann Lee | Reporter", "text__author"),), lines=("Ann Lee", "Reporter")
        ),
        Markup(author_boxes=("Ann Lee", "Ann Lee | Reporter")),
        Markup(lines=("Ferry returns", "By Ann Lee", "2 March 2024"), headline_at=0),
        Markup(lines=("Ferry returns", "By", "Ann Lee", "2 March 2024"), headline_at=0),
        Markup(lines=("Ferry returns", "Von Ann Lee (Marlow)"), headline_at=0),
        Markup(lines=("Ferry returns", "2 March 2024 by Ann Lee in Transport"), headline_at=0),
        Markup(lines=("Ferry returns", "Ann Lee | 2 March 2024"), headline_at=0),
        Markup(
            lines=("Ferry returns", "This story was written by Ann Lee, who lives in Marlow."),
            headline_at=0,
        ),
        Markup(lines=("Ferry returns", "Autorin: Ann Lee"), headline_at=0),
        Markup(lines=("Ferry returns", "Kommentar von Ann Lee"), headline_at=0),
        Markup(lines=("Ferry returns", "Ann Lee | Published 4 hours ago"), headline_at=0),
        Markup(
            marked=(Marked("Ann Lee / 2 March 2024", "byline_action"),),
            lines=("Ann Lee / 2 March 2024",),
        ),
        Markup(
            marked=(Marked("By | Ann Lee | Reporter", "author-box"),),
            lines=("By", "Ann Lee", "Reporter"),
        ),
    ],
)
def test_bylines_are_found_where_json_ld_is_silent(markup):
    assert find_authors(markup, SITE)[0] == ("Ann Lee",)


@pytest.mark.parametrize(
    "line",
    [
        "By the end of this guide you will know",
        "Author Ann Lee lives here",
        "Photo: Ann Lee",
        "By clicking you agree",
        "Text and images",
    ],
)
def test_a_sentence_that_begins_with_by_names_nobody(line):
    assert find_authors(Markup(lines=("Ferry returns", line), headline_at=0), SITE) == ((), ())


def test_an_agency_is_credited_but_is_told_from_a_person():
    names, evidence = find_authors(Markup(json_ld=(article(author="Ann Lee, AFP"),)), SITE)
    assert names == ("Ann Lee", "AFP")
    assert [(found.field, found.value) for found in evidence] == [
        ("author", "Ann Lee"),
        ("agency", "AFP"),
    ]
    assert is_agency("The Associated Press")
    assert not is_agency("Ann Lee")


def test_names_are_split_at_and_in_several_languages():
    assert split_names("Von Ann Lee und Bo Ek") == ["Ann Lee", "Bo Ek"]
    assert split_names("Par Ann Lee et Bo Ek") == ["Ann Lee", "Bo Ek"]


# ---- outlet, address, section


def test_the_outlet_is_known_by_its_canonical_domain():
    markup = Markup(links={"canonical": "https://amp.theguardian.com/uk/story"})
    canonical, _ = find_canonical_url(markup, "https://copy.example/story")
    outlet, evidence = find_outlet(markup, canonical, "https://copy.example/story")
    assert outlet is not None
    assert (outlet.name, outlet.domain, outlet.country_code) == (
        "The Guardian",
        "theguardian.com",
        "GB",
    )
    assert evidence[0].source == "outlets.tsv"


def test_an_outlet_we_do_not_list_has_the_name_that_it_gives_itself():
    outlet, _ = find_outlet(
        Markup(metas={"og:site_name": ("Die Brücke",)}), None, "https://www.bruecke.de/a"
    )
    assert outlet is not None
    assert (outlet.name, outlet.domain, outlet.country_code) == ("Die Brücke", "bruecke.de", "DE")


def test_an_outlets_key_comes_from_its_domain_else_from_its_name():
    assert make_outlet("A", "a.example").outlet_id == make_outlet("Other", "a.example").outlet_id
    assert make_outlet("The Gazette").outlet_id == make_outlet("THE GAZETTE").outlet_id


@pytest.mark.parametrize(
    "href", ["/", "https://marlowgazette.example/", "javascript:void(0)", "http://[broken", ""]
)
def test_a_home_page_or_a_broken_address_is_no_canonical_url(href):
    assert find_canonical_url(
        Markup(links={"canonical": href}), "https://marlowgazette.example/story"
    ) == (None, ())


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.Example.com/a", "example.com"),
        ("http://m.example.co.uk", "example.co.uk"),
        ("https://localhost/", None),
        (None, None),
    ],
)
def test_a_domain_is_the_host_without_www(url, domain):
    assert domain_of(url) == domain


def test_the_names_of_a_site_hold_those_of_its_domain():
    assert {"example", "news.example.co.uk"} <= names_of_site(
        Markup(), "https://news.example.co.uk/a"
    )


@pytest.mark.parametrize(
    "markup",
    [
        Markup(json_ld=(article(articleSection=["Politics", "World"]),)),
        Markup(metas={"article:section": ("Politics",)}),
        Markup(
            json_ld=(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"name": "Home"},
                        {"item": {"name": "Politics"}},
                        {"name": "Story"},
                    ],
                },
            )
        ),
    ],
)
def test_the_section_is_stated_by_markup_or_crumbs(markup):
    assert find_section(markup)[0] == "Politics"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda members: (
        st.lists(members, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@id", "@type", "item", "byline"]), members)
    ),
    max_leaves=6,
)
FIELDS = [
    "headline",
    "author",
    "publisher",
    "articleSection",
    "articleBody",
    "itemListElement",
    "@id",
    "name",
    "isAccessibleForFree",
]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.dictionaries(st.sampled_from(FIELDS), JSON), max_size=3),
    st.sampled_from(["NewsArticle", "BreadcrumbList"]),
)
def test_no_json_ld_however_odd_is_an_exception(objects, kind):
    markup = Markup(json_ld=tuple({"@type": kind, **found} for found in objects))
    names, _ = find_authors(markup, SITE)
    title, _ = find_title(markup, SITE)
    section, _ = find_section(markup)
    outlet, _ = find_outlet(markup, None, URL)
    assert all(
        isinstance(value, str)
        for value in (*names, title or "", section or "", outlet.name if outlet else "")
    )


# ---- dateline, language, fragments


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("KYIV, Jan. 30 (Reuters) - The minister said", "KYIV, Jan. 30 (Reuters)"),
        ("NEW YORK (AP) — Stocks rose", "NEW YORK (AP)"),
        ("Berlin (dpa) - Der Minister sagte", "Berlin (dpa)"),
        ("GENEVA — Talks will go on", "GENEVA"),
        ("BREAKING: The bridge is closed", None),
        ("The bridge - the only one - is closed", None),
        ("UK - what next?", None),
    ],
)
def test_a_dateline_is_told_from_shouting_and_from_a_sentence(line, dateline):
    assert find_dateline([line]) == dateline


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (
            "The council said on Monday that the bridge would be closed for six weeks while engineers repair two piers.",
            "de",
            "en",
        ),
        (
            "Der Stadtrat teilte am Montag mit, dass die Brücke für sechs Wochen gesperrt wird, weil zwei Pfeiler Risse haben.",
            None,
            "de",
        ),
        (
            "Le conseil a annoncé lundi que le pont serait fermé pendant six semaines pour réparer deux piles fissurées.",
            "fr-FR",
            "fr",
        ),
        (
            "首相は月曜日に記者会見で、会談は来週も続くと述べた。住民はバスを使うという。",
            None,
            "ja",
        ),
    ],
)
def test_the_language_is_that_of_the_text_whatever_is_declared(text, declared, language):
    assert find_language(text, declared)[0] == language


def test_neighbouring_languages_are_told_apart_by_the_declaration():
    text = "Rådet sa mandag at broen vil være stengt i seks uker mens to pilarer blir reparert etter en inspeksjon."
    assert find_language(text, "nb-NO")[0] == "no"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lindqvist beats Kowalczyk in Gdynia. Astrid Lindqvist beat Zofia Kowalczyk in the final of the Gdynia Open.", "en"),
        ("Kowalczyk vince a Gdynia. Zofia Kowalczyk ha battuto Astrid Lindqvist nella finale del torneo di Gdynia.", "it"),
        ("Kowalczyk wint in Gdynia. Zofia Kowalczyk heeft de finale van Gdynia van Astrid Lindqvist gewonnen.", "nl"),
        ("Kowalczyk gewinnt in Gdynia. Zofia Kowalczyk hat das Finale von Gdynia gegen Astrid Lindqvist gewonnen.", "de"),
    ],
)  # fmt: skip
def test_few_lines_full_of_foreign_names_are_told_by_their_small_words(text, language):
    assert find_language(text) == (language, 0.65)


@pytest.mark.parametrize(
    "text",
    [
        "Nordvik Hamar Gdynia Marlow Selby Torvik Lund Aker Sandnes Molde",
        "Ngiyabonga kakhulu bantu bakithi ngokusihlanganisa nomphakathi wase Mthatha",
        "the in of and",
    ],
)
def test_names_alone_other_languages_and_four_words_are_told_by_no_small_words(text):
    assert tell_by_small_words(text) is None


@pytest.mark.parametrize("text", ["", "12 345", "xq zv"])
def test_what_is_no_language_has_none(text):
    assert find_language(text) == (None, None)


def test_markup_left_in_metadata_is_stripped():
    assert strip_markup("Fish &amp; <em>chips</em>") == "Fish & chips"
    assert strip_markup("a < b & c") == "a < b & c"


def test_paragraphs_are_salvaged_from_the_element_that_holds_most_of_them():
    story = "".join(
        f"<p>Sentence {n} of the story is long enough to be a paragraph.</p>" for n in range(4)
    )
    html = f"<nav><p>{'Menu ' * 20}</p></nav><div>{story}</div><div><p>{'Another teaser of the site. ' * 3}</p></div>"
    assert len(salvage_paragraphs(html)) == 4


def test_a_byline_below_the_text_names_the_author_if_no_other_is_there():
    body = ("The ferry is back.", *(f"Paragraph {number} of the story." for number in range(20)))
    signed = Markup(
        h1s=("Ferry returns",), lines=("Ferry returns", *body, "By Ada Penn"), headline_at=0
    )
    assert find_authors(signed, ())[0] == ("Ada Penn",)
    with_teasers = Markup(
        h1s=("Ferry returns",),
        lines=("Ferry returns", *body, "By Ada Penn", "By Nils Ost"),
        headline_at=0,
    )
    assert find_authors(with_teasers, ())[0] == ()


@pytest.mark.parametrize(
    ("text", "marks", "is_byline"),
    [
        ("Reuters", "author", True),  # an agency
        ("Ann Lee", "author", True),
        ("Ann Lee Bo Ek", "author", True),
        ("Quill", "author", False),
        ("One of the many hands here", "author", False),
        ("Ann Lee", "teaser", False),
        ("Reuters", "teaser", False),
    ],
)
def test_a_byline_without_a_by_word_is_a_name_of_a_few_words_in_an_element_of_authors(
    text, marks, is_byline
):
    assert _is_in_byline(Marked(text=text, marks=marks)) == is_byline


def test_a_heading_is_told_by_its_tag_or_else_by_its_place():
    markup = Markup(h1s=("The ferry sails",), lines=("The boat sails",), headline_at=0)
    told = [(source, heading) for source, _, heading in _statements(markup)]
    assert told == [("heading", "The boat sails"), ("h1", "The ferry sails")]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("GAZETTE.EXAMPLE » News » Ferry returns to the lake", "Ferry returns to the lake"),
        ("Ferry returns to the lake | Local news | Herald", "Ferry returns to the lake"),
        ("Ferry back : the lake is full - Herald", None),
        ("Ferry returns soon | The lake is full | Nobody minds much", None),  # three headlines
        ("Ferry returns to the lake » News", None),  # two pieces may be a headline of two
    ],
)
def test_of_a_title_that_is_a_path_the_headline_is_taken(title, headline):
    assert find_title(Markup(title=title), ())[0] == (headline or title)
