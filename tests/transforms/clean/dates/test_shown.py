"""What a reader sees of a page's dates, in markup of many kinds of site."""

from datetime import date

import pytest
from lxml.html import document_fromstring

from transforms.clean.dates.of_html import gather_dates
from transforms.clean.dates.published import find_published
from transforms.clean.markup.markup import read_markup

FETCHED = date(2024, 6, 30)
DAY = date(2024, 3, 5)
TEXT = (
    "<p>"
    + "The old ferry was towed back to the harbour after ten years on the lake bed, and the whole town came. "
    * 3
    + "</p>"
)
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(60))
    + "</ul></nav>"
)


def page(body, head="", lang="en"):
    return f"<html lang='{lang}'><head><title>Ferry returns to the lake | Gazette</title>{head}</head><body>{body}</body></html>"


def published(html, url=None):
    return find_published(gather_dates(read_markup(document_fromstring(html)), url, None, FETCHED))


def meta(day):
    return f"<meta name='date' content='{day}'>"


@pytest.mark.parametrize(
    "stated",
    [
        "<div class='publishing-date'>5.3.2024</div>",
        "<span class='topline date'>05.03.2024</span>",
        "<div class='post-meta-time'>March 5, 2024</div>",
        "<div class='meta'><span>Datum:</span> <b>05.03.2024</b></div>",
        "<p>Erschienen am 05.03.2024</p>",
        "<p>Erstellt am Dienstag, 05.März 2024</p>",
        "<p>First published: 5 March 2024</p>",
        "<div id='article-info'><i>5 آذار/مارس 2024</i></div>",
        "<p class='date'>Tuesday 03/05/2024</p>",
        "<p>Pressemitteilung vom 5. März 2024</p>",
        "<p>Gepostet am 5. März 2024 in Allgemein</p>",
    ],
)
@pytest.mark.parametrize("place", ["under the headline", "under the text", "without a heading"])
def test_a_day_that_is_stated_is_read_wherever_it_stands(stated, place):
    headline = "<h1>Ferry returns to the lake</h1>"
    bodies = {
        "under the headline": f"<h1>Gazette</h1>{MENU}<h2>Ferry returns to the lake</h2>{stated}{TEXT}",
        "under the text": f"{headline}{TEXT * 60}<div>{stated}</div>",
        "without a heading": f"{MENU}{MENU}{MENU}{MENU}<div><b>Ferry again</b></div>{stated}{TEXT * 4}",
    }
    found = published(page(bodies[place]))
    assert (found.on, found.source) == (DAY, "visible")


@pytest.mark.parametrize(
    "moment", ["2024-03-05T10:22:00Z", "2024-03-05T10:22:00.0000000", "1709634120", "1709634120000"]
)
def test_a_time_tag_tells_machines_the_day_that_readers_count_back_to(moment):
    found = published(
        page(
            f"<h1>Ferry returns to the lake</h1><p>By Ann Lee <time datetime='{moment}'>1 day ago</time></p>{TEXT}"
        )
    )
    assert found.on == DAY


def test_a_time_tag_that_says_updated_an_hour_ago_is_a_change():
    found = published(
        page(
            f"<h1>Ferry returns to the lake</h1><p>Updated <time datetime='2024-03-05T10:22Z'>1 hour ago</time></p>{TEXT}"
        )
    )
    assert (found.source, found.latest) == ("inferred", DAY)


@pytest.mark.parametrize(
    "other",
    [
        f"<div class='topbar'>Saturday, 29 June 2024</div>{MENU}<p>a</p><p>b</p><p>c</p><h1>Ferry returns to the lake</h1>",
        "<h1>Ferry returns to the lake</h1><blockquote class='twitter-tweet'>Look! <a>29 June 2024</a></blockquote>",
        "<h1>Ferry returns to the lake</h1><div class='related-stories'><a>Bridge opens</a> <time>29 June 2024</time></div>",
        "<h1>Ferry returns to the lake</h1><div class='instagram-media'><p>29 June 2024</p></div>",
        "<h1>Ferry returns to the lake</h1><ul class='breaking-news-ticker'><li>29 June 2024</li></ul>",
    ],
)
def test_a_day_near_the_headline_that_is_not_the_articles_leaves_the_metadata_alone(other):
    assert published(page(f"{other}{TEXT}", meta("2024-03-05"))).on == DAY
    assert published(page(f"{other}{TEXT}"), "https://gazette.example/2024/03/05/ferry").on == DAY


@pytest.mark.parametrize(
    "other",
    [
        "<aside class='related'><time datetime='2024-06-29' class='published'>29 June 2024</time></aside>",
        "<div class='comment-body'>Posted on 29 June 2024</div>",
        "<footer><p class='date'>29 June 2024</p></footer>",
        "<div class='event-date'>29 June 2024</div>",
        "<ul class='listing'><li class='date'>29 June 2024</li><li class='date'>28 June 2024</li></ul>",
        "<div class='date'>29 June 2024</div><div class='date'>28 June 2024</div>",
    ],
)
def test_dates_of_boxes_are_not_the_pages(other):
    assert published(page(f"<h1>Ferry returns to the lake</h1>{TEXT * 60}{other}")).on is None


def test_the_other_dates_of_a_page_tell_the_order_of_day_and_month():
    teasers = "<div class='teaser'>Bridge opens <i>25/10/2023</i></div>"
    assert (
        published(page(f"<h1>Ferry returns to the lake</h1><p>05/03/2024</p>{TEXT}{teasers}")).on
        == DAY
    )
    dotted = "<div class='teaser'>Ferry again <i>05.03.2024</i></div>"
    assert (
        published(
            page(f"<h1>Ferry returns to the lake</h1><p>03/05/2024</p>{TEXT}{dotted}", lang="de")
        ).on
        == DAY
    )


def test_other_stories_in_the_json_ld_are_not_the_page():
    stories = """<script type='application/ld+json'>[{"@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2024-06-29"},
    {"@type": "NewsArticle", "headline": "Mayor resigns", "datePublished": "2024-06-28"}]</script>"""
    assert (
        published(page(f"<h1>Ferry returns to the lake</h1><p>5 March 2024</p>{TEXT}", stories)).on
        == DAY
    )


def test_the_day_of_a_teaser_of_the_same_day_does_not_hide_the_articles():
    body = f"<h1>Ferry returns to the lake</h1><p>5 March 2024</p>{TEXT}<div class='teaser'>5 March 2024</div>"
    assert published(page(body)).on == DAY


@pytest.mark.parametrize(
    "element",
    [
        "<abbr class='published' title='2024-03-05T10:22:00+0100'>a while ago</abbr>",
        "<span class='date' data-datetime='2024-03-05T10:22'>a while ago</span>",
        "<span class='timestamp' data-timestamp='1709634120'>a while ago</span>",
    ],
)
def test_a_tooltip_or_a_scripts_attribute_tells_the_moment(element):
    assert published(page(f"<h1>Ferry returns to the lake</h1><p>{element}</p>{TEXT}")).on == DAY


def test_day_month_and_year_may_stand_in_blocks_of_their_own():
    stacked = "<div class='entry-date'><p>5</p><p>March</p><p>2024</p></div>"
    assert published(page(f"<h1>Ferry returns to the lake</h1>{stacked}{TEXT}")).on == DAY


def test_a_byline_may_end_with_the_day():
    assert (
        published(
            page(f"<h1>Ferry returns to the lake</h1><p>Von Ann Lee am 5. März 2024</p>{TEXT}")
        ).on
        == DAY
    )
    assert (
        published(
            page(
                f"<h1>Ferry returns to the lake</h1><p>Er sprach am 5. März 2024 im Hafen</p>{TEXT}"
            )
        ).on
        is None
    )


def test_the_day_of_the_last_change_is_no_publication_in_any_words():
    for label in (
        "Letzte Aktualisierung",
        "Última actualización",
        "Ultimo aggiornamento",
        "Dernière mise à jour",
    ):
        assert (
            published(
                page(f"<h1>Ferry returns to the lake</h1><p>{label}: 5.3.2024</p>{TEXT}")
            ).source
            == "inferred"
        )


def test_json_ld_that_is_broken_by_a_quotation_in_its_headline_still_tells_the_day():
    article = (
        '{"@type": "NewsArticle", "headline": "The "old" ferry", "datePublished": "2024-03-05"}'
    )
    found = published(
        page(
            f"<h1>Ferry returns to the lake</h1>{TEXT}",
            f"<script type='application/ld+json'>{article}</script>",
        )
    )
    assert (found.on, found.source) == (DAY, "json-ld")


@pytest.mark.parametrize(
    "box",
    [
        "<aside class='related'><h3><a href='/a'>Swan</a></h3><time datetime='2024-05-09'>9 May 2024</time></aside>",
        "<section class='teaser-list'><a href='/a'>Swan</a> <span>9 May 2024</span></section>",
        "<blockquote class='twitter-tweet'>Gone! — Joss (@joss) <a href='/1'>May 9, 2024</a></blockquote>",
        "<footer>© 2024 Gazette. Updated 9 May 2024</footer>",
    ],
)
def test_boxes_right_below_a_short_text_date_other_things(box):
    found = published(page(f"<article><h1>Ferry returns to the lake</h1>{TEXT}</article>{box}"))
    assert found.on is None


@pytest.mark.parametrize(
    "stated",
    [
        "<span class='ago' data-timestamp='1709648880'>3 hours ago</span>",
        "<span class='ago' title='5 March 2024 09:00'>3 hours ago</span>",
        "<abbr title='2024-03-05T09:00:00Z'>yesterday</abbr>",
    ],
)
def test_what_an_element_tells_machines_is_taken_where_readers_are_told_how_long_ago(stated):
    assert published(page(f"<h1>Ferry returns to the lake</h1>{stated}{TEXT}")).on == DAY
