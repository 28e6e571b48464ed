"""One page, many addresses: which of them are one article, and which a page may not claim."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.addresses import address_key, drop_tracking, is_home, speaks_for
from transforms.article import identify
from transforms.records import Document

PAGE = "https://www.paper.example/news/7"


@pytest.mark.parametrize(
    "url",
    [
        "http://paper.example/news/7",
        "https://PAPER.example:443/news//7/",
        "https://m.paper.example/news/7",
        "https://amp.paper.example/news/7",
        "https://paper.example/news/7/amp/",
        "https://paper.example/amp/news/7",
        "https://paper.example/news/7?amp",
        "https://paper.example/news/7?outputType=amp",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/news/7",
        "https://paper.example/news/7;jsessionid=0A1B",
        "https://paper.example/news/7?utm_source=bird&utm_medium=social",
        "https://paper.example/news/7?ref=home",
        "https://paper.example/news/7?fbclid=a&GCLID=b&mc_cid=c&at_medium=d",
        "https://paper.example/news/7#comments",
        "https://paper.example/news/7?",
        "https://paper.example/news/7/index.html",
        "https://paper.example/news/7?replytocom=44",
        "https://paper.example/news/7?print=true",
        "https://paper.example/news/7?ref=77",
        "https://paper.example/./news/7",
        "https://paper.example/sport/../news/7",
        "https://paper.example/news/%37",
        "https://paper.example/n%65ws/7/.",
    ],
)
def test_these_are_one_page(url: str) -> None:
    assert address_key(url) == address_key(PAGE)


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/news/8",
        "https://paper.example/News/7",
        "https://paper.example/news%2F7",
        "https://paper.example/news/../7",
        "https://paper.example/news/7?id=3",
        "https://paper.example/news/7?cid=3",
        "https://paper.example/news/7?page=2",
        "https://paper.example:8080/news/7",
        "https://news.paper.example/news/7",
        "https://other.example/news/7",
        "https://paper.example/#!/news/7",
    ],
)
def test_these_are_other_pages(url: str) -> None:
    assert address_key(url) != address_key(PAGE)


def test_a_host_is_the_same_in_its_own_letters_and_in_the_networks() -> None:
    assert address_key("https://bücher.example/7") == address_key("http://xn--bcher-kva.example/7")


def test_the_front_page_of_a_language_is_a_home_page() -> None:
    assert is_home("https://paper.example/en/") and is_home("https://paper.example/pt-br")
    assert not is_home("https://paper.example/news/")


def test_the_order_of_parameters_is_no_difference() -> None:
    assert address_key("https://paper.example/?b=2&a=1&utm_term=x") == address_key(
        "https://paper.example/?a=1&b=2"
    )


def test_tracking_goes_and_all_else_stays_as_written() -> None:
    assert (
        drop_tracking("https://Paper.example/a/?b=%C3%A4&utm_source=x&a=1#end")
        == "https://Paper.example/a/?b=%C3%A4&a=1#end"
    )
    assert drop_tracking("http://[half/?utm_source=x") == "http://[half/?utm_source=x"


@given(st.text(max_size=60))
def test_no_address_breaks_it_and_the_key_is_stable(rest: str) -> None:
    url = f"https://paper.example/{rest}"
    assert address_key(url) == address_key(url + "") and isinstance(is_home(url), bool)
    assert address_key(rest) is not None and drop_tracking(drop_tracking(url)) == drop_tracking(url)


@pytest.mark.parametrize(
    ("canonical", "may"),
    [
        ("https://paper.example/2024/seven", True),
        ("https://paper.example/news/7?id=1", True),
        ("https://news.paper.example/7", True),
        ("https://rival.example/news/7", False),
        ("https://paper.example.rival.example/news/7", False),
        ("https://paper.example/", False),
        ("https://paper.example/index.html", False),
        ("https://paper.example/news/", False),
        ("http://[half/", False),
    ],
)
def test_a_page_speaks_for_an_address_of_its_own_site_that_is_a_page(
    canonical: str, may: bool
) -> None:
    assert speaks_for(canonical, PAGE) is may


def test_a_second_page_may_name_the_first() -> None:
    assert speaks_for(PAGE, PAGE + "/2") and speaks_for(PAGE, PAGE + "/page/3")


def document(
    title: str, url: str | None = None, canonical: str | None = None, claimed: bool = False
) -> Document:
    return Document(
        f"{title}.html",
        "0" * 64,
        title,
        "Text.",
        url=url,
        canonical_url=canonical,
        is_url_claimed=claimed,
    )


def test_the_canonical_address_is_the_article_on_its_own_site_only() -> None:
    assert identify(document("A", PAGE + "?id=9", PAGE)) == identify(document("B", PAGE))
    assert identify(document("A", "https://rival.example/x", PAGE)) == "rival.example/x"


def test_a_saved_page_displaces_nothing_by_naming_an_address() -> None:
    fetched, saved, again, forged = (
        document("Ferry sails", PAGE),
        document("Ferry sails", PAGE, PAGE, claimed=True),
        document("Ferry sails", PAGE + "?utm_source=x", PAGE, claimed=True),
        document("Ferry sinks", PAGE, PAGE, claimed=True),
    )
    assert identify(saved) == identify(again)
    assert identify(replace(saved, text="Another text.")) == identify(saved)
    assert len({identify(each) for each in (fetched, saved, forged)}) == 3
