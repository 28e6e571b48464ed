"""Whose page it is, in which section and country."""

import pytest

from transforms.clean.markup.markup import Markup
from transforms.clean.metadata.given import clean_given
from transforms.clean.metadata.outlets import (
    cut_slogan,
    find_canonical_url,
    find_outlet,
    make_outlet,
)
from transforms.clean.metadata.section import find_section
from transforms.records import Document, Given, Page


def outlet_of(url, **fields):
    outlet, _ = find_outlet(Markup(**fields), None, url)
    assert outlet is not None
    return outlet


def site_name(name):
    return {"metas": {"og:site_name": (name,)}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://annwrites.substack.com/p/ferry", "https://bowrites.substack.com/p/ferry"),
        (
            "https://open.substack.com/pub/annwrites/p/ferry",
            "https://open.substack.com/pub/bowrites/p/ferry",
        ),
        ("https://medium.com/@ann/ferry-1a2b", "https://medium.com/@bo/ferry-3c4d"),
        ("https://medium.com/harbour-notes/ferry", "https://ann.medium.com/ferry"),
        (
            "https://ann.blogspot.com/2024/03/ferry.html",
            "https://bo.blogspot.com/2024/03/ferry.html",
        ),
        ("https://sites.google.com/view/ann/ferry", "https://sites.google.com/view/bo/ferry"),
    ],
)
def test_two_newsletters_of_one_host_are_two_outlets(one, other):
    assert outlet_of(one).outlet_id != outlet_of(other).outlet_id
    assert (
        outlet_of(one, **site_name("Medium")).outlet_id
        != outlet_of(other, **site_name("Medium")).outlet_id
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://medium.com/@ann/ferry-1a2b", "medium.com/@ann"),
        ("https://annwrites.substack.com/p/ferry", "annwrites.substack.com"),
        ("https://medium.com/p/1a2b3c", "medium.com"),
    ],
)
def test_a_platform_is_not_the_outlet_of_those_who_publish_there(url, name):
    platform = "Medium" if "medium" in url else "Substack"
    assert outlet_of(url, **site_name(platform)).name == name
    assert outlet_of(url, **site_name("Notes from the Quay")).name == "Notes from the Quay"


def test_articles_of_one_newsletter_are_of_one_outlet_whatever_brings_them():
    url = "https://medium.com/@ann/ferry-1a2b"
    document = clean_given(
        Page("a", b"The ferry is back.", "1" * 64, "text", url=url, given=Given(outlet="Ann"))
    )
    assert isinstance(document, Document)
    assert document.outlet is not None
    assert document.outlet.outlet_id == outlet_of("https://medium.com/@Ann/bridge-3c4d").outlet_id


@pytest.mark.parametrize(
    ("stated", "domain", "name"),
    [
        ("LakeNews | The lake's popular news platform", "lakenews.example", "LakeNews"),
        (
            "Marlow Star - Marlow's locally owned weekly since 1963",
            "marlowstar.example",
            "Marlow Star",
        ),
        ('Ann Lee - "Back of Beyond"', "backofbeyond.substack.com", "Back of Beyond"),
        ("Take The Ferry® | to a Better Life", "taketheferry.example", "Take The Ferry"),
        ("Die Brücke: Nachrichten von hier", None, "Die Brücke"),
        ("Marlow Express-News", "marlow.example", "Marlow Express-News"),
    ],
)
def test_slogans_are_no_part_of_a_name(stated, domain, name):
    assert cut_slogan(stated, domain) == name


@pytest.mark.parametrize(
    "fields",
    [
        {"json_ld": ({"@type": "WebSite", "name": "The Marlow Gazette"},)},
        {"json_ld": ({"@type": "NewsMediaOrganization", "name": "The Marlow Gazette"},)},
        {"title": "Ferry returns | The Marlow Gazette"},
        {
            "title": "Ferry returns",
            "metas": {
                "og:site_name": ("marlow-gazette.example",),
                "application-name": ("The Marlow Gazette",),
            },
        },
        {
            "title": "Ferry returns - The Marlow Gazette",
            "metas": {"og:site_name": ("marlow-gazette.example",)},
        },
        {"title": "Ferry returns - The Marlow Gazette", "metas": {"og:site_name": ("Home",)}},
    ],
)
def test_an_outlet_is_called_by_its_name_and_not_by_its_domain(fields):
    assert outlet_of("https://www.marlow-gazette.example/a", **fields).name == "The Marlow Gazette"


def test_a_page_that_calls_itself_nothing_is_of_its_domain():
    assert (
        outlet_of("https://www.marlow-gazette.example/a", title="Ferry returns - a report").name
        == "marlow-gazette.example"
    )


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("harbour.gov", "US"),
        ("college.edu", "US"),
        ("quay.london", "GB"),
        ("kai.berlin", "DE"),
        ("moll.cat", "ES"),
        ("a.io", None),
    ],
)
def test_a_domains_ending_tells_the_country(domain, country):
    assert make_outlet("A", domain).country_code == country


@pytest.mark.parametrize(
    ("stated", "country"), [("GB", "GB"), ("uk", "GB"), ("Ireland", None), (None, None)]
)
def test_a_publishers_address_tells_the_country(stated, country):
    json_ld = (
        {
            "@type": "NewsMediaOrganization",
            "name": "Gazette",
            "address": {"addressCountry": stated},
        },
    )
    assert outlet_of("https://gazette.com/a", json_ld=json_ld).country_code == country


@pytest.mark.parametrize(
    "section",
    [
        "Uncategorized",
        "Home",
        "The Marlow Gazette",
        "marlowgazette.example",
        "Ferry returns",
        "Sin categoría",
        "Category: News",
    ],
)
def test_empty_words_the_sites_name_and_the_headline_are_no_section(section):
    page = Markup(lines=("Ferry returns",), headline_at=0, metas={"article:section": (section,)})
    assert find_section(page, ("The Marlow Gazette", "marlowgazette.example"))[0] is None
    crumbs = (
        {
            "@type": "BreadcrumbList",
            "itemListElement": [{"name": "Lake"}, {"name": "Ferry returns"}],
        },
    )
    found = find_section(
        Markup(
            lines=("Ferry returns",),
            headline_at=0,
            metas={"article:section": (section,)},
            json_ld=crumbs,
        ),
        ("x",),
    )[0]
    assert found in ("Lake", section)


@pytest.mark.parametrize(
    ("stated", "section"),
    [
        ("game,news,slider", "game"),
        ("General, Lake, Ferries, en", "Lake"),
        ("Arts, Books and Culture", "Arts, Books and Culture"),
    ],
)
def test_of_a_list_of_sections_the_first_that_says_something_counts(stated, section):
    assert find_section(Markup(metas={"article:section": (stated,)}))[0] == section


def test_a_heading_where_the_canonical_address_should_be_is_none():
    url = "https://marlow.example/guides/"
    page = Markup(links={"canonical": "What are the kinds of ferries"})
    assert find_canonical_url(page, url)[0] is None
    assert find_canonical_url(Markup(links={"canonical": "ferries"}), url)[0] == f"{url}ferries"


def test_a_name_in_a_meta_of_its_own_comes_before_a_bare_domain():
    metas = {"og:site_name": ("www.marlowgazette.example",), "publisher": ("The Marlow Gazette",)}
    address = "https://www.marlowgazette.example/a"
    outlet, _ = find_outlet(Markup(metas=metas), address, address)
    assert outlet is not None
    assert outlet.name == "The Marlow Gazette"
