import pytest
from lxml.html import document_fromstring

from transforms.clean.markup.json_ld import read_json_ld, types_of
from transforms.clean.markup.markup import read_markup

PAGE = """
<html lang="en-GB"><head>
<title>Ferry returns | The Marlow Gazette</title>
<meta property="og:title" content="Ferry&nbsp;returns"><meta name="Author" content="Ann Lee"><meta name="author" content="Bo Ek">
<link rel="canonical" href="https://gazette.example/ferry">
<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "headline": "Ferry returns", "author": {"@type": "Person", "name": "Ann Lee"}},]}
</script>
</head><body>
<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul>
<h1>Ferry <em>returns</em></h1>
<div class="c-byline">By <a href="/authors/ann-lee">Ann Lee</a><br>in Marlow</div>
<time datetime="2024-03-02T10:00:00Z">2 March 2024</time>
<p>The ferry is back.</p>
<form><input type="password"></form>
</body></html>
"""


def test_one_pass_reads_all_that_the_markup_says():
    markup = read_markup(document_fromstring(PAGE))
    assert markup.html_lang == "en-GB"
    assert markup.title == "Ferry returns | The Marlow Gazette"
    assert markup.h1s == ("Ferry returns",)
    assert markup.metas["author"] == ("Ann Lee", "Bo Ek")
    assert markup.meta("og:title") == "Ferry returns"
    assert markup.links["canonical"] == "https://gazette.example/ferry"
    assert [types_of(found) for found in markup.json_ld] == [{"NewsArticle"}, {"Person"}]
    assert [(tag.text, tag.datetime) for tag in markup.times] == [
        ("2 March 2024", "2024-03-02T10:00:00Z")
    ]
    assert markup.input_types == ("password",)


def test_lines_round_the_headline_are_what_a_browser_shows():
    markup = read_markup(document_fromstring(PAGE))
    assert markup.lines == (
        "Home",
        "News",
        "Ferry returns",
        "By Ann Lee",
        "in Marlow",
        "2 March 2024",
        "The ferry is back.",
    )
    assert markup.headline_at == 2


def test_words_that_only_style_sets_apart_are_not_glued_together():
    markup = read_markup(
        document_fromstring(
            "<h1>Ferry</h1><p class='byline'><b>by</b><i>Ann Lee</i><b>2 March</b></p>"
        )
    )
    assert markup.lines == ("Ferry", "by Ann Lee 2 March")
    assert markup.marked[0].text == "by | Ann Lee | 2 March"


def test_bylines_and_links_to_authors_are_marked():
    marked = {found.text: found for found in read_markup(document_fromstring(PAGE)).marked}
    assert "byline" in marked["By Ann Lee | in Marlow"].marks
    assert marked["Ann Lee"].href == "/authors/ann-lee"


def test_boxes_about_authors_are_read_wherever_they_stand_but_not_those_over_comments():
    box = '<div class="author-box__name"><p>Ann Lee</p><p>Reporter</p></div>'
    comment = '<li class="comment"><b class="comment-author-name">Bo Ek</b></li>'
    assert read_markup(
        document_fromstring(f"<body><h1>Ferry</h1>{box}<ol>{comment}</ol></body>")
    ).author_boxes == ("Ann Lee | Reporter",)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A"}',
        '<!-- {"@type": "NewsArticle", "headline": "A",} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>',
        '<!--\n{"@type": "NewsArticle", "headline": "A"}\n//-->',
        '[[{"@graph": [{"@type": ["NewsArticle"], "headline": "A"}]}]];',
        '{"@type": "https://schema.org/NewsArticle", "headline": "A",\n "body": "a raw\nline end"}',
    ],
)
def test_json_ld_is_mended_where_publishers_break_it(script):
    found = read_json_ld([script])
    assert [(types_of(one), one["headline"]) for one in found] == [({"NewsArticle"}, "A")]


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", "headline": "A "bare" mark", "author": %s}',
        '{"@type": "NewsArticle", "author": %s',
        '{"@type": "NewsArticle", "author": %s} {"@type": "WebSite"}',
    ],
)
def test_the_authors_of_json_ld_that_is_beyond_mending_are_read(broken):
    people = '[{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek", "@type": "Person"}]'
    (article,) = read_json_ld([broken % people])
    assert article["author"] == ["Ann Lee", "Bo Ek"]
    linked = '[{"@type": "Person", "name": "By <a href="/ann">Ann Lee</a>"}]'
    (article,) = read_json_ld([broken % linked])
    assert "author" not in article


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 100_000, '{"a": ' * 50_000, "null", '"text"', "1" * 5000]
)
def test_broken_json_ld_is_left_out(script):
    assert read_json_ld([script]) == ()


@pytest.mark.parametrize(
    "body",
    [
        "<h1>The Marlow Gazette</h1><p>Home</p><h2>Ferry returns to the lake</h2><p>By Ann Lee</p>",
        "<h1>The Marlow Gazette</h1><p>Home</p><h1>Ferry returns to the lake</h1><p>By Ann Lee</p>",
        "<h1>All that moves on road and rail</h1><p>Home</p><h2>Ferry returns to the lake</h2><p>By Ann Lee</p>",
        "<h1>Transport</h1><p>Home</p><div class='entry-title'>Ferry returns to the lake</div><p>By Ann Lee</p>",
        "<p>Home</p><h3>Ferry returns to the lake</h3><p>By Ann Lee</p>",
    ],
)
def test_the_headline_is_the_heading_that_has_the_words_of_the_title(body):
    markup = read_markup(
        document_fromstring(f"<title>Ferry returns to the lake | The Marlow Gazette</title>{body}")
    )
    assert markup.lines[markup.headline_at or 0 :] == ("Ferry returns to the lake", "By Ann Lee")


def test_the_name_of_the_site_in_the_title_does_not_make_its_logo_the_headline():
    head = "<title>The Marlow Gazette</title><meta property='og:title' content='Ferry returns to the lake'>"
    page = f"{head}<h1>The Marlow Gazette</h1><p>Home</p><h2>Ferry returns to the lake</h2><p>By Ann Lee</p>"
    assert read_markup(document_fromstring(page)).lines[2:] == (
        "Ferry returns to the lake",
        "By Ann Lee",
    )


def test_a_headline_in_other_words_than_the_title_stays_the_headline():
    page = "<title>Lake traffic resumes | Gazette</title><h1>Ferry back after ten years</h1><h2>Lake news</h2>"
    assert read_markup(document_fromstring(page)).headline_at == 0


def test_lines_with_dates_are_known_with_what_they_stand_in():
    page = "<div id='head'><span>Datum:</span> <b class='Topline-Date'>2.10.2019</b></div><script>'2019-10-02'</script><p>In 12 days.</p>"
    dated = read_markup(document_fromstring(page)).dated
    assert [(found.text, found.marks.split()[:2]) for found in dated] == [
        ("Datum: 2.10.2019", ["b", "topline-date"])
    ]
    assert "head" in dated[0].marks.split()


def test_a_heading_that_the_markup_calls_the_headline_is_one_where_no_title_has_its_words():
    head, heading = "<title>News and weather | Gazette</title>", "<h2 itemprop='headline'>%s</h2>"
    page = f"{head}<h2>Menu</h2>{heading % 'Ferry returns'}<p>Text.</p>"
    markup = read_markup(document_fromstring(page))
    assert markup.lines[markup.headline_at or 0] == "Ferry returns"
    two = f"{head}{heading % 'Ferry returns'}<p>Text.</p>{heading % 'Mill sold'}"
    assert read_markup(document_fromstring(two)).headline_at is None


def test_a_heading_that_a_meta_words_is_the_headline_where_title_and_h1_are_the_sites_name():
    meta = "<meta name='dc.title' content='Ferry returns to the lake'>"
    body = "<h1>The Gazette</h1><h2>Ferry returns to the lake</h2><p>Text.</p>"
    markup = read_markup(document_fromstring(f"<title>The Gazette</title>{meta}{body}"))
    assert markup.lines[markup.headline_at or 0] == "Ferry returns to the lake"


@pytest.mark.parametrize(
    "head",
    [
        "<span>Budget</span>Ferry returns",
        "<div>Budget</div><div>Ferry returns</div>",
        "<b>Budget</b> Ferry returns",
    ],
)
def test_a_kicker_in_the_heading_is_not_glued_to_the_headline(head):
    assert read_markup(document_fromstring(f"<h1>{head}</h1>")).h1s == ("Budget Ferry returns",)


def test_a_bar_of_the_heading_itself_stays():
    assert read_markup(document_fromstring("<h1>Budget | <b>Ferry</b> returns</h1>")).h1s == (
        "Budget | Ferry returns",
    )


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("Ferry returns<small>It was away for a year</small>", "Ferry returns"),
        ("<small>Harbour</small> Ferry returns", "Harbour Ferry returns"),
        ("<small>Ferry returns to the lake</small>", "Ferry returns to the lake"),
        ("Ferry <small>returns</small> late", "Ferry returns late"),
        ("Ferry returns late <button>Listen</button>", "Ferry returns late"),
        ("Ferry returns late<a class='share-link' href='#'>Share</a>", "Ferry returns late"),
        ("Ferry returns <a class='button' href='/'>late</a> again", "Ferry returns late again"),
        ("Ferry returns <span class='shared-lane'>late</span>", "Ferry returns late"),
    ],
)
def test_what_stands_beside_a_headline_in_small_letters_or_on_a_button_is_no_part_of_it(
    heading, headline
):
    assert read_markup(document_fromstring(f"<h1>{heading}</h1><p>Text.</p>")).h1s == (headline,)
