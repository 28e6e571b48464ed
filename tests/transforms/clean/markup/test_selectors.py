"""The part of the language of style sheets that names the parts of a page."""

import pytest
from lxml.html import document_fromstring

from transforms.clean.markup.selectors import SelectorError, select, select_first

TREE = document_fromstring(
    '<div id=a class="x y"><p class=lead>1</p><section><p>2</p><p itemprop=articleBody>3</p>'
    '</section></div><p class="Teaser_text__q">4</p>'
)


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("p.lead", ["1"]),
        (".x.y > p", ["1"]),
        ("#a p", ["1", "2", "3"]),
        ("#a section>p", ["2", "3"]),
        ("[itemprop=articleBody]", ["3"]),
        ("[class^=Teaser]", ["4"]),
        ("[class*=text]", ["4"]),
        ("[itemprop]", ["3"]),
        ("[itemprop=article]", []),
        ("[class^=text]", []),
        ("#lead", []),
        (".lea", []),
        ("div > section > *", ["2", "3"]),
        (".missing", []),
    ],
)
def test_a_selector_names_elements_in_the_order_of_the_page(
    selector: str, texts: list[str]
) -> None:
    assert [element.text_content() for element in select(TREE, [selector])] == texts


def test_what_stands_in_a_named_element_is_not_named_again() -> None:
    assert [element.tag for element in select(TREE, ["#a", "p"])] == ["div", "p"]


def test_the_first_selector_that_names_something_is_told() -> None:
    selector, found = select_first(TREE, (".missing", ".lead", "p"))
    assert (selector, [element.text_content() for element in found]) == (".lead", ["1"])
    assert select_first(TREE, (".missing",)) == ("", [])


@pytest.mark.parametrize("selector", ["", "p:first-child", "p + p", "p, div", "[a='b']", "p]", ">"])
def test_a_selector_that_is_not_read_here_is_refused(selector: str) -> None:
    with pytest.raises(SelectorError):
        select(TREE, [selector])
