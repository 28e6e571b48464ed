import json

import pytest

from tests.cpu import cpu_seconds
from transforms.clean.door import clean
from transforms.records import Document, Page

PARAGRAPHS = [
    f"On day {number} the council said that the old bridge would stay open while the new one is built."
    for number in range(6)
]
SHELL = (
    '<html><head><title>Bridge stays open</title></head><body><div id="root"></div>{}</body></html>'
)


def cleaned(script):
    return clean(Page("page.html", SHELL.format(script).encode(), "0" * 64, "html"))


@pytest.mark.parametrize(
    "story",
    [
        {
            "props": {
                "pageProps": {
                    "article": {
                        "body": [{"type": "p", "text": text} for text in PARAGRAPHS],
                        "teaser": "Short.",
                    }
                }
            }
        },
        {
            "props": {
                "article": {
                    "html": "".join(
                        f"<p>{text.replace('old', '<b>old</b>')}</p>" for text in PARAGRAPHS
                    )
                }
            }
        },
    ],
)
def test_the_text_of_a_page_that_the_browser_makes_is_read_from_its_data(story):
    document = cleaned(
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(story)}</script>'
    )
    assert isinstance(document, Document)
    assert document.text == "\n\n".join(PARAGRAPHS)
    assert document.extractor == "script_data"


def test_the_article_body_of_the_json_ld_is_read_where_the_page_shows_no_text():
    body = {
        "@type": "NewsArticle",
        "headline": "Bridge stays open",
        "articleBody": "\n\n".join(PARAGRAPHS),
    }
    document = cleaned(f'<script type="application/ld+json">{json.dumps(body)}</script>')
    assert isinstance(document, Document)
    assert document.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("script", ["{", "[" * 5000, '{"a": 1}', '"' + "x" * 5000 + '"'])
def test_data_that_is_no_story_is_none(script):
    assert not isinstance(cleaned(f'<script type="application/json">{script}</script>'), Document)


STATE = {"a": [{"paragraphs": [{"text": text} for text in PARAGRAPHS]}]}
ROW = '5:["$","article",null,{"children":' + json.dumps(PARAGRAPHS) + "}]\n"


@pytest.mark.parametrize(
    "program",
    [
        f"var a=1;window.__INITIAL_STATE__={json.dumps(STATE)};(function(){{}})();",
        f"window.__STATE__ = JSON.parse({json.dumps(json.dumps(STATE))});",
        f"self.__next_f.push([1,{json.dumps(ROW)}])",
    ],
)
def test_the_story_is_found_in_what_a_program_is_given(program):
    document = cleaned(f"<script>{program}</script>")
    assert isinstance(document, Document) and document.text == "\n\n".join(PARAGRAPHS)


def test_a_program_of_any_kind_costs_no_time():
    for scrap in ("={", "push([", '="', "={" + '"a":[' * 30):
        script = f"<script>{scrap * (1_000_000 // len(scrap))}</script>"
        assert cpu_seconds(lambda script=script: cleaned(script), runs=1) < 3
