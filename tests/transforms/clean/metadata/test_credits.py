"""Who wrote it, on pages that credit many people and in many ways."""

import pytest
from lxml.html import document_fromstring

from transforms.clean.markup.markup import read_markup
from transforms.clean.metadata.author_names import split_names
from transforms.clean.metadata.authors import find_authors
from transforms.clean.metadata.bylines import is_persons
from transforms.clean.metadata.roles import keep_writers

SITE = ("The Marlow Gazette", "marlowgazette.example", "marlowgazette")
TEXT = (
    "<p>"
    + "The old ferry was towed back to the harbour after ten years on the lake bed, and the whole town came. "
    * 3
    + "</p>"
)


def authors(body, json_ld="", metas=""):
    script = f"<script type='application/ld+json'>{json_ld}</script>" if json_ld else ""
    page = f"<head><title>Ferry returns to the lake</title>{metas}{script}</head><h1>Ferry returns to the lake</h1>{body}"
    return find_authors(read_markup(document_fromstring(page)), SITE)[0]


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Words: Nora Field. Pictures: Jan Ost", ["Nora Field"]),
        ("Words by Nora Field, photography by Jan Ost", ["Nora Field"]),
        ("Story by Nora Field; photos by Jan Ost; edited by Ruth Vale", ["Nora Field"]),
        ("Nora Field. Pictures: Jan Ost", ["Nora Field"]),
        ("By Nora Field. Edited by Ruth Vale", ["Nora Field"]),
        ("Text: Nora Field | Foto: Jan Ost", ["Nora Field"]),
        ("Text: Nora Field, Bearbeitung: Ruth Vale", ["Nora Field"]),
        ("Text und Fotos: Jan Ost", ["Jan Ost"]),
        ("Texte : Nora Field / Photos : Jan Ost", ["Nora Field"]),
        ("Texto: Nora Field. Fotografía: Jan Ost", ["Nora Field"]),
        ("Nora Field (text) and Jan Ost (photos)", ["Nora Field"]),
        ("Von Nora Field und Jan Ost", ["Nora Field", "Jan Ost"]),
        ("记者 李明", ["李明"]),
        ("By Nora Field, PhD, and Jan Ost", ["Nora Field, PhD", "Jan Ost"]),
        ("nora.field@marlowgazette.example (Nora Field)", ["Nora Field"]),
        ("Nora Field The Associated Press", ["Nora Field"]),
        ("By Nora Field with additional reporting by Jan Ost", ["Nora Field"]),
        ("Interview: Nora Field", ["Nora Field"]),
        ("Ein Kommentar von Nora Field", ["Nora Field"]),
        ("NORA FIELD AND JAN OST", ["NORA FIELD", "JAN OST"]),
        ("Field, Nora", ["Nora Field"]),
        ("Nora F. Field CPP, PSP", ["Nora F. Field CPP, PSP"]),
        ("NORA FIELD, AFP", ["NORA FIELD", "AFP"]),
        ("Office for Water and Soil", ["Office for Water and Soil"]),
        ("Institute of Boats and Nets", ["Institute of Boats and Nets"]),
        ("Institute of Boats and Nora Field", ["Institute of Boats", "Nora Field"]),
        ("Words Nora Field | Pictures Jan Ost", ["Nora Field"]),
        ("Text Nora Field, Fotos Jan Ost", ["Nora Field"]),
        ("Words", ["Words"]),
        ("Photo: Jan Ost", []),
        ("Photos by Jan Ost", []),
    ],
)
def test_of_a_credit_line_those_are_authors_who_wrote(credit, names):
    assert split_names(credit) == names


@pytest.mark.parametrize(
    "credit",
    ["By Ann Lee", "Ann Lee and Bo Ek", "Ann Photos", "Textor, Ann", "Ann Lee: a portrait"],
)
def test_a_credit_without_roles_stays_as_it_is(credit):
    assert keep_writers(credit) == credit


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'>By Ann Lee</p>",
        "<p>By <a href='/p/ann'>Ann Lee</a> and staff</p>",
        "<p class='article-byline'>Ann Lee, Chief Reporter</p>",
        "<div><span class='author'>Ann Lee</span> <time>5 March 2024</time></div>",
        "<p>Ann Lee</p><p>5 March 2024</p>",
        "<p>2 hours ago</p><p>Ann Lee</p>",
        "<p>12 · by Ann Lee · 5 March 2024</p>",
        "<p>Posted by Ann Lee at 8:15</p>",
        "<p class='byline'>Text und Fotos: Ann Lee</p>",
    ],
)
@pytest.mark.parametrize(
    ("json_ld", "metas"),
    [
        ("", ""),
        ('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Wharf Feed"}}', ""),
        (
            '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Lowland Corporation"}}',
            "",
        ),
        (
            '{"@type": "NewsArticle", "author": {"@type": "NewsMediaOrganization", "name": "Nordfolk"}}',
            "",
        ),
        ('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Admin"}}', ""),
        ("", "<meta name='author' content='Marlow Media Group'>"),
        ("", "<meta name='author' content='Nordfolk Wire'>"),
        ("", "<meta name='author' content='Super User'>"),
        ("", "<meta name='author' content='Marlow Gazette Extra'>"),
    ],
)
def test_a_person_in_the_byline_comes_before_a_site_a_feed_or_a_company(byline, json_ld, metas):
    assert authors(f"{byline}{TEXT * 3}", json_ld, metas) == ("Ann Lee",)


def test_where_no_person_is_shown_the_company_stays_the_newsroom():
    json_ld = '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Lowland News Network"}}'
    assert authors(TEXT, json_ld) == ("Lowland News Network",)


def test_roles_between_the_names_of_a_list_of_authors_are_none_of_them():
    roles = ("Reporter", "Data editor")
    spans = "".join(
        f"<span class='name'>{name}</span><span class='role'>{role}</span>"
        for name, role in zip(("Ann Lee", "Bo Ek"), roles, strict=True)
    )
    assert authors(f"<div class='authors'>{spans}</div>{TEXT * 3}") == ("Ann Lee", "Bo Ek")
    small = "<li><b>%s</b> <small>%s</small></li>"
    credited = small % ("Ann Lee", "Rome correspondent") + small % ("Bo Ek", "Reporter")
    assert authors(f"<ul class='authors'>{credited}</ul>{TEXT * 3}") == ("Ann Lee", "Bo Ek")
    listed = "<li>Ann Lee, <i>health correspondent</i></li><li>Bo Ek, <i>data editor</i></li>"
    assert authors(f"<ul class='authors'>{listed}</ul>{TEXT * 3}") == ("Ann Lee", "Bo Ek")


def test_who_took_the_pictures_stands_behind_a_dot():
    assert authors(f"<p class='byline'>Ann Lee · Photos Bo Ek</p>{TEXT * 3}") == ("Ann Lee",)


@pytest.mark.parametrize("box", ["user-reviews", "customer-reviews", "letters", "reader-comments"])
def test_who_signs_in_a_box_of_readers_is_no_author(box):
    signed = f"<div class='{box}'><p>Well said.</p><p class='author'>Hal Moss</p></div>"
    assert authors(f"{TEXT * 3}{signed}") == ()


@pytest.mark.parametrize(
    "account", ["Super User", "Admin", "superuser", "Unknown", "Guest Author", "guest writer"]
)
def test_an_account_of_the_system_alone_is_nobody(account):
    assert authors(TEXT, metas=f"<meta name='author' content='{account}'>") == ()


def test_a_person_who_is_the_publisher_too_is_a_person():
    json_ld = '[{"@type": "BlogPosting", "author": {"name": "Ann Lee"}}, {"@type": ["Person", "Organization"], "name": "Ann Lee"}]'
    assert authors(TEXT, json_ld) == ("Ann Lee",)


@pytest.mark.parametrize(
    "author",
    [
        '{"@type": "Person", "givenName": "Ann", "familyName": "Lee"}',
        '{"@type": ["Person"], "familyName": "Lee", "givenName": "Ann", "additionalName": null}',
        '[{"name": "Ann Lee"}, {"givenName": "Ann", "familyName": "Lee"}]',
        '{"@type": "Person", "name": {"@type": "Person", "name": "Ann Lee"}}',
    ],
)
def test_a_name_in_parts_is_joined(author):
    assert authors(TEXT, f'{{"@type": "NewsArticle", "author": {author}}}') == ("Ann Lee",)


def test_an_organisation_beside_a_person_is_no_author():
    person, body = '{"@type": "Person", "name": "Nora Field"}', "The Marlow Argus"
    stated = '{"@type": "NewsArticle", "author": [%s, {"@type": "Organization", "name": "%s"}]}'
    assert authors(TEXT, stated % (person, body)) == ("Nora Field",)
    assert authors(TEXT, stated % (person, "Reuters")) == ("Nora Field", "Reuters")


def test_authors_in_a_list_of_linked_data_are_read():
    people = '{"@list": [{"@type": "Person", "name": "Nora Field"}, "Jan Ost"]}'
    assert authors(TEXT, f'{{"@type": "NewsArticle", "author": {people}}}') == (
        "Nora Field",
        "Jan Ost",
    )


def test_two_authors_who_are_written_as_a_third_are_two():
    names = '[{"name": "Ann Lee"}, {"name": "Bo Ek"}, {"name": "Ann Lee  Bo Ek"}]'
    assert authors(TEXT, f'{{"@type": "NewsArticle", "author": {names}}}') == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize(
    "box",
    [
        "<figure><figcaption>A ferry. <span class='credit'>Photo by <span class='author'>Jan Ost</span></span></figcaption></figure>",
        "<div id='disqus'><span class='author'>Jan Ost</span><span>3 hours ago</span><p>At last.</p></div>",
        "<section id='comments'><b itemprop='author'>Jan Ost</b><p>At last.</p></section>",
        "<ol class='comment-list'><li><cite class='author-name'>Jan Ost</cite></li></ol>",
        "<div class='related-posts'><span class='post-author'>by <a rel='author' href='/a0'>Jan Ost</a></span></div>",
        "<aside><h2>Latest</h2><div class='byline'><a rel='author' href='/author/jan'>Jan Ost</a></div></aside>",
        "<div class='most-read'><span class='author'>Jan Ost</span></div>",
        "<div class='post-comments'><a class='author' rel='author'>Jan Ost</a></div>",
        "<div class='quote'><blockquote>Never.</blockquote><cite class='author'>Jan Ost</cite></div>",
        "<div class='lead-image'><b class='author'>Jan Ost</b></div>",
        "<div class='next-article'><p class='byline'>By Jan Ost</p></div>",
        "<div class='leserkommentare'><p class='kommentar-autor'>Jan Ost</p><p>Endlich.</p></div>",
        "<ul class='komentarze'><li><b class='author'>Jan Ost</b></li></ul>",
        "<div id='reacties'><p><b class='reactie-auteur'>Jan Ost</b></p></div>",
        "<div itemscope itemtype='https://schema.org/Review'><b itemprop='author'>Jan Ost</b></div>",
    ],
)
def test_names_of_boxes_comments_and_pictures_are_no_authors(box):
    assert authors(f"{TEXT * 3}{box}") == ()
    assert authors(f"<p class='byline'>Ann Lee</p>{TEXT * 3}{box}") == ("Ann Lee",)


@pytest.mark.parametrize("credit", ["By Jan Ost", "Text Jan Ost"])
def test_a_byline_that_ends_a_caption_is_no_author(credit):
    caption = f"The ferry in 2019. <span class='byline'>{credit}</span>"
    figure = f"<figure><figcaption>{caption}</figcaption></figure>"
    assert authors(f"{figure}{TEXT * 3}") == ()
    assert authors(f"{figure}<p>By Ann Lee</p>{TEXT * 3}") == ("Ann Lee",)


def test_the_authors_of_the_stories_in_a_list_are_not_the_pages():
    listed = '{"@type": "NewsArticle", "headline": "Mill sold", "author": {"name": "Jan Ost"}}'
    own = '{"@type": "NewsArticle", "headline": "Ferry returns"%s}'
    other = f'{{"@type": "ItemList", "itemListElement": [{listed}]}}'
    assert authors(TEXT, f"[{own % ''}, {other}]") == ()
    again = own.replace("returns", "returns to the lake") % ', "author": "Ann Lee"'
    assert authors(TEXT, f"[{own % ''}, {other}, {again}]") == ("Ann Lee",)


def test_a_byline_in_a_box_of_the_articles_head_is_one():
    assert authors(f"<div class='teaser-head'><span class='author'>Ann Lee</span></div>{TEXT}") == (
        "Ann Lee",
    )
    assert authors(f"<aside><a rel='author' href='/author/ann'>Ann Lee</a></aside>{TEXT}") == (
        "Ann Lee",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee",
        "Per-Erik Ek",
        "Jean-Luc van den Berg",
        "Ann Lee and Bo Ek",
        "Ann Lee and AP",
        "ANN LEE",
    ],
)
def test_a_line_that_is_a_person_and_no_more_is_told(line):
    assert is_persons(line)


@pytest.mark.parametrize(
    "line",
    [
        "Related Topics",
        "Key Takeaways",
        "Bo Ek/AFP",
        "Marlow Dental Group",
        "Ferry sinks again",
        "Ann",
        "Ann Lee.",
        "AFP",
        "مشاهدات عالية",
    ],
)
def test_a_line_of_other_words_is_no_person(line):
    assert not is_persons(line)


def test_a_name_that_may_be_a_systems_stays_where_no_byline_says_otherwise():
    assert authors(TEXT, metas="<meta name='author' content='Cleo'>") == ("Cleo",)
    assert authors(f"<p>By Ann Lee</p>{TEXT}", metas="<meta name='author' content='Cleo'>") == (
        "Ann Lee",
    )


def test_two_writers_of_a_marked_byline_are_two():
    for byline in ("Ann Lee & Bo Ek", "By Ann Lee / Bo Ek", "ANN LEE AND BO EK"):
        assert [name.title() for name in authors(f"<p class='byline'>{byline}</p>{TEXT}")] == [
            "Ann Lee",
            "Bo Ek",
        ]


OUTLETS_BYLINE = "<p class='byline'>by The Marlow Gazette</p>"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (f"{OUTLETS_BYLINE}<p><b>Nora Field/Jan Ost</b></p>", ("Nora Field", "Jan Ost")),
        ("<p class='byline'>by Marlow D | 5 May 2025</p><p>NORA FIELD</p>", ("NORA FIELD",)),
        (f"{OUTLETS_BYLINE}<p>Final Thoughts.</p>", ("The Marlow Gazette",)),
        ("<p>Dec. 19, 2025 · Nora Field on behalf of the lake watch</p>", ("Nora Field",)),
        ("<p>Nora Field</p>", ()),
    ],
)
def test_who_signs_above_the_text_comes_before_an_outlet_that_signs_itself(body, names):
    assert authors(body + TEXT) == names


@pytest.mark.parametrize("stated", ["The Marlow Gazette", "Gazette Web Desk"])
@pytest.mark.parametrize("line", ["Ann Lee", "Ann Lee, The Marlow Gazette"])
def test_who_signs_above_the_text_comes_before_a_newsroom_in_the_metadata(stated, line):
    meta = f"<meta name='author' content='{stated}'>"
    assert authors(f"<p>{line}</p>{TEXT * 3}", metas=meta) == ("Ann Lee",)


def test_a_name_above_the_text_of_a_page_that_credits_nobody_may_be_its_subject():
    assert authors(f"<p>Ann Lee</p>{TEXT * 3}") == ()


def test_a_name_below_the_headline_is_the_authors_where_the_date_stands_above_it():
    head = "<title>Ferry returns to the lake</title><p>12 May 2025</p>"
    page = f"{head}<h1>Ferry returns to the lake</h1><p>Nora Field</p>{TEXT}"
    assert find_authors(read_markup(document_fromstring(page)), SITE)[0] == ("Nora Field",)


def test_whom_the_metadata_leave_out_the_byline_adds():
    body = "<p><a rel='author'>Jan Ost</a></p><p><a rel='author'>Nora Field</a></p>"
    stated = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Nora Field"}}'
    assert authors(body + TEXT, stated) == ("Jan Ost", "Nora Field")


def test_names_below_a_label_further_down_are_the_authors():
    filler = "".join(f"<p>Figure {number} of the report</p>" for number in range(20))
    body = (
        f"{TEXT}{filler}<h6>Author(s)</h6><ul><li>Nora Field</li><li>Jan Ost</li></ul><p>Tags</p>"
    )
    assert authors(body) == ("Nora Field", "Jan Ost")


@pytest.mark.parametrize(
    ("language", "stated", "names"),
    [
        ("en", "Oleh Koval", ("Oleh Koval",)),
        ("en", "Nga Pham", ("Nga Pham",)),
        ("id", "Oleh Nora Field", ("Nora Field",)),
        ("de", "Von Nora Field", ("Nora Field",)),
        ("de", "Von Trapp", ("Von Trapp",)),
        ("it", "Di Stefano", ("Di Stefano",)),
        ("it", "di Nora Field", ("Nora Field",)),
        ("de", "By Nora Field", ("Nora Field",)),
        ("de", "Von Reuters", ("Reuters",)),
    ],
)
def test_a_name_that_begins_like_a_byline_of_another_language_is_whole(language, stated, names):
    html = f"<html lang='{language}'><meta name='author' content='{stated}'><h1>Ferry</h1>{TEXT}"
    assert find_authors(read_markup(document_fromstring(html)), SITE)[0] == names


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Nora Field, MD, FOMA, DABOM", ["Nora Field, MD, FOMA, DABOM"]),
        ("Nora Field, MD, AFP", ["Nora Field, MD", "AFP"]),
        ("Nora Field, AFP", ["Nora Field", "AFP"]),
    ],
)
def test_letters_behind_a_name_stay_with_it(credit, names):
    assert split_names(credit) == names


def test_a_section_is_no_author():
    assert authors(TEXT, metas="<meta name='author' content='Nachrichten'>") == ()


def test_a_company_that_calls_its_pages_a_website_is_no_newsroom():
    website = "<meta property='og:type' content='website'>"
    company = "<meta name='author' content='Marlow Gazette Ltd Ferries'>"
    assert authors(TEXT, metas=website + company) == ()


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p class='byline'>Nora Field; pictures: Jan Ost</p>", ["Nora Field"]),
        ("<p class='byline'>Nora Field nora.field@gazette.example</p>", ["Nora Field"]),
        (
            "<p class='byline'>By Nora Field in Marlow and Jan Ost in Holm</p>",
            ["Nora Field", "Jan Ost"],
        ),
        (
            "<p class='byline'>By Nora Field, Health Editor, and Jan Ost, Reporter</p>",
            ["Nora Field", "Jan Ost"],
        ),
        ("<p class='byline'>By Helen Field, Robert Ost</p>", ["Helen Field", "Robert Ost"]),
        ("<p class='byline'>By Helen Field, New York</p>", ["Helen Field"]),
        ("<p>By Helen Field, Robert Ost and agencies</p>", ["Helen Field", "Robert Ost"]),
        ("<p>By Helen Field, New York and agencies</p>", ["Helen Field"]),
        ("<p class='auteur'>Door onze verslaggever Nora Field</p>", ["Nora Field"]),
        ("<p class='byline'>From our own correspondent Nora Field in Holm</p>", ["Nora Field"]),
        ("<p class='auteur'>Propos recueillis par Nora Field</p>", ["Nora Field"]),
        ("<p class='autor'>Aufgezeichnet von Nora Field</p>", ["Nora Field"]),
        ("<p class='autore'>a cura di Nora Field</p>", ["Nora Field"]),
        ("<p class='yazar'>Yazar: Nora Field</p>", ["Nora Field"]),
        (
            "<p class='byline'><b>Helen Field</b><b>Robert Ost</b></p>",
            ["Helen Field", "Robert Ost"],
        ),
        ("<p class='byline'><b>Helen Field</b><b>New York</b></p>", ["Helen Field"]),
        ("<p class='autor'>Von unserer Korrespondentin Nora Field</p>", ["Nora Field"]),
        ("<p class='byline'>By Helen Field, Chief Reporter</p>", ["Helen Field"]),
        ("<p class='byline'>By Helen Field, Sydney Herald</p>", ["Helen Field"]),
        ("<p>Reporter: Nora Field<br>Photographer: Jan Ost</p>", ["Nora Field"]),
        (
            "<ul class='authors'><li><a href='/1'>Nora Field</a></li><li>Jan Ost</li></ul>",
            ["Nora Field", "Jan Ost"],
        ),
        ("<ul class='authors'><li>Nora Field</li><li>Chief Reporter</li></ul>", ["Nora Field"]),
        ("<p class='byline'>Words Nora Field<br>Pictures Jan Ost</p>", ["Nora Field"]),
        ("<p class='auteur'>Nora Field</p>", ["Nora Field"]),
        ("<p class='autor'>Nora Field</p>", ["Nora Field"]),
        ("<p>Ein Beitrag von Nora Field</p>", ["Nora Field"]),
        ("<p class='autorefresh'>Nora Field</p>", []),
    ],
)
def test_bylines_are_read_with_places_addresses_and_pictures_beside_the_names(byline, names):
    assert list(authors(byline + TEXT)) == names


@pytest.mark.parametrize("by", ["Von der Redaktion", "von der Redaktion", "Van de redactie"])
def test_a_newsroom_behind_an_article_is_nobody_s_name(by):
    assert authors(f'<p class="byline">{by}</p>{TEXT}') == ()
