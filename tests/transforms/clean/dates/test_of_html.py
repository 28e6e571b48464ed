"""From markup to all that a page says of its dates."""

from datetime import date

import pytest
from lxml.html import document_fromstring

from transforms.clean.dates.fields import of_metas
from transforms.clean.dates.of_html import gather_dates
from transforms.clean.dates.published import find_published
from transforms.clean.markup.json_ld import read_json_ld
from transforms.clean.markup.markup import Markup, TimeTag, read_markup

FETCHED = date(2024, 6, 30)


def published(markup, url=None, given=None):
    return find_published(gather_dates(markup, url, "en", FETCHED, given))


def test_json_ld_of_the_article_comes_before_metas_and_visible_text():
    markup = Markup(
        json_ld=read_json_ld(['{"@type": "NewsArticle", "datePublished": "2024-03-05T10:00:00Z"}']),
        metas={"article:published_time": ("2024-03-06",)},
        lines=("Ferry sinks", "7 March 2024"),
        headline_at=0,
    )
    found = published(markup)
    assert (found.on, found.source, found.evidence) == (
        date(2024, 3, 5),
        "json-ld",
        "datePublished: 2024-03-05T10:00:00Z",
    )


@pytest.mark.parametrize("stamp", ["1709632800", "1709632800000", '"1709632800"'])
def test_json_ld_may_count_seconds(stamp):
    things = read_json_ld([f'{{"@type": "NewsArticle", "datePublished": {stamp}}}'])
    assert published(Markup(json_ld=things)).on == date(2024, 3, 5)


def test_json_ld_in_free_form_is_a_template_and_comes_after_the_page():
    markup = Markup(
        json_ld=read_json_ld(['{"@type": "BlogPosting", "datePublished": "Jun 12, 2024"}']),
        lines=("Ferry sinks", "2 November 2022"),
        headline_at=0,
    )
    assert published(markup).on == date(2022, 11, 2)


def test_json_ld_of_the_page_around_the_article_comes_after_a_labelled_date():
    markup = Markup(
        json_ld=read_json_ld(['{"@type": "WebPage", "datePublished": "2024-03-09"}']),
        lines=("Ferry sinks", "Published 5 March 2024"),
        headline_at=0,
    )
    assert published(markup).on == date(2024, 3, 5)


@pytest.mark.parametrize(
    "lines",
    [
        ("Ferry sinks", "5 March 2024"),
        ("Ferry sinks", "By Jane Doe | March 5, 2024 | 5 min read"),
        ("Ferry sinks", "Published", "5 March 2024"),
        ("Ferry sinks", "Updated 9 March 2024", "First published 5 March 2024"),
        ("Ferry sinks", "Last updated 9 March 2024, first published March 5, 2024"),
        ("Ferry sinks", "By Jane DoeMarch 5, 20248:23 PM ET"),
        ("Ferry sinks", "Reviewed by Jane Doe", "March 5, 2024 · 8 min read"),
        ("5 March 2024 - 14:41", "Ferry sinks"),
        ("Saturday, 29 June 2024", *["menu"] * 9, "Ferry sinks", "Tue 5 March 2024"),
    ],
)
def test_a_date_that_stands_by_the_headline_is_seen(lines):
    found = published(Markup(lines=lines, headline_at=lines.index("Ferry sinks")))
    assert (found.on, found.source) == (date(2024, 3, 5), "visible")


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank on 5 March 2024.",
        "Divers search the wreck off the northern shore of the island, 5 March 2024",
        "Exhibition: 5 March 2024 - 7 April 2024",
        "3 - 5 March 2024",
        "Copyright 5 March 2024",
        "Event starts 5 March 2024",
        "Open until 5 March 2024",
        "The concert is on 5 March 2024",
    ],
)
def test_a_date_within_a_sentence_a_caption_or_a_period_is_not_that_of_the_page(line):
    assert published(Markup(lines=("Ferry sinks", line), headline_at=0)).on is None


def test_a_time_tag_by_the_headline_adds_its_clock():
    tag = TimeTag("5 March 2024", "2024-03-05T09:30:00+01:00", "time header")
    found = published(Markup(lines=("Ferry sinks", "5 March 2024"), headline_at=0, times=(tag,)))
    assert (found.on, found.precision) == (date(2024, 3, 5), "second")


def test_time_tags_of_other_stories_are_not_taken():
    tag = TimeTag("5 March 2024", "2024-03-05T09:30:00+01:00", "time entry-date div related-story")
    assert published(Markup(times=(tag,))).on is None


def test_a_title_may_end_with_the_date():
    assert published(Markup(title="Ferry sinks | Harbour Gazette | 05.03.2024")).on == date(
        2024, 3, 5
    )


@pytest.mark.parametrize(
    "name",
    [
        *("date_published", "date-published", "og:datepublished", "article:post_date", "dc.issued"),
        *("dc:created", "publish_time", "og:article:published_time", "citation-publication-date"),
    ],
)
def test_a_meta_is_known_whatever_parts_the_words_of_its_name(name):
    assert published(Markup(metas={name: ("2024-03-05",)})).on == date(2024, 3, 5)


@pytest.mark.parametrize("name", ["date_modified", "lastmodified", "article:modified_date", "data"])
def test_a_meta_of_a_change_states_no_day_of_publication(name):
    assert published(Markup(metas={name: ("2024-03-05",)})).on is None


@pytest.mark.parametrize(
    "marked",
    [
        "<time datetime='2024-03-05' pubdate>Tuesday</time>",
        "<abbr class='published' data-utime='1709648880'>Tuesday</abbr>",
        "<p itemprop='dateCreated' content='2024-03-05'>Tuesday</p>",
    ],
)
def test_elements_that_tell_machines_the_day_are_read(marked):
    page = f"<h1>Ferry sinks</h1><p>The ferry sank.</p>{marked}"
    assert published(read_markup(document_fromstring(page))).on == date(2024, 3, 5)


def test_the_record_is_believed_after_the_page_and_before_the_address():
    url = "https://gazette.example/2024/03/07/ferry"
    assert published(Markup(), url, "2024-03-06").source == "given"
    assert published(Markup(metas={"date": ("2024-03-05",)}), url, "2024-03-06").source == "meta"
    assert published(Markup(), url).source == "url"


def test_changes_are_gathered_apart():
    markup = Markup(
        metas={"article:modified_time": ("2024-05-01T10:00:00Z",)},
        lines=("Ferry sinks", "Updated 1 May 2024"),
        headline_at=0,
    )
    facts = gather_dates(markup, None, "en", FETCHED)
    assert [statement.label for statement in facts.modified] == [
        "article:modified_time",
        "modified by the headline",
    ]
    assert facts.published == ()


@pytest.mark.parametrize(
    "script",
    [
        'window.story = {"headline": "Ferry sinks", "publishedAt": "2024-03-05T10:00:00Z"};',
        r'self.push("{\"datePublished\":\"2024-03-05\",\"views\":7}")',
        "var page = {'pubDate': '2024-03-05 10:00', 'build': '2024-06-01'}",
    ],
)
def test_the_data_of_scripts_tell_the_day_that_nothing_else_states(script):
    markup = read_markup(
        document_fromstring(f"<h1>Ferry sinks</h1><p>Nobody was hurt.</p><script>{script}</script>")
    )
    assert published(markup).on == date(2024, 3, 5)


def test_data_of_scripts_that_name_several_days_are_of_several_stories_and_a_visible_day_comes_first():
    several = '[{"datePublished": "2024-03-05"}, {"datePublished": "2024-03-06"}]'
    assert (
        published(
            read_markup(document_fromstring(f"<h1>Ferry sinks</h1><script>{several}</script>"))
        ).on
        is None
    )
    shown = (
        '<h1>Ferry sinks</h1><p>7 March 2024</p><script>{"datePublished": "2024-03-05"}</script>'
    )
    assert published(read_markup(document_fromstring(shown))).on == date(2024, 3, 7)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("article:published_time", "published"),
        ("parsely-pub-date", "published"),
        ("date", "loose"),
        ("created", "loose"),
        ("last-modified", "modified"),
        ("og:updated_time", "modified"),
        ("og:title", None),
    ],
)
def test_the_name_of_a_meta_tag_has_one_meaning(name: str, meaning: str | None):
    markup = Markup(metas={name: ("2024-03-06",)})
    told = [asked for asked in ("published", "loose", "modified") if [*of_metas(markup, asked)]]
    assert told == [meaning] * bool(meaning)
