"""Invented pages, put together from their parts, for the tests of cleaning."""

from datetime import UTC, datetime
from html import escape

from transforms.records import Given, Page

PARAGRAPHS = (
    "MARLOW, March 2 (Reuters) - The harbour bridge will close for six weeks from Monday, the town council said, after engineers found"
    " cracks in two of its piers.",
    "“Safety comes first,” said Tom Okafor, who leads the council. “We would rather explain a closure than an accident, and we know what"
    " that means for traders.”",
    "Buses will take the old road round the bay, he added, and the ferry will run until midnight on weekdays while the work goes on.",
    "Shopkeepers on the east bank fear for their trade. Ida Brandt, who has sold bread there since 1998, said half of her customers come"
    " across the bridge.",
    "The council put the cost of the repair at 2.4 million pounds, a third of which the county will pay. It expects the first cars to"
    " cross again in mid-April.",
)
HEADLINE = "Harbour bridge to close for six weeks"
URL = "https://www.marlowgazette.example/news/harbour-bridge-to-close"
JSON_LD = """
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour bridge to close for six weeks",
 "articleSection": "Local news",
 "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "The Marlow Gazette"}],
 "publisher": {"@type": "Organization", "name": "The Marlow Gazette"}, "datePublished": "2024-03-02T09:30:00+00:00"}
"""


def make_html(
    paragraphs=PARAGRAPHS,
    headline=HEADLINE,
    before="",
    after="",
    json_ld=JSON_LD,
    head="",
):
    body = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(headline)} | The Marlow Gazette</title>
<meta property="og:site_name" content="The Marlow Gazette"><meta property="og:type" content="article">
<link rel="canonical" href="{URL}"><script type="application/ld+json">{json_ld}</script>{head}</head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="article"><h1>{escape(headline)}</h1><div class="byline">By <a rel="author" href="/authors/ann-lee">Ann Lee</a></div>
<div class="article-body">{before}{body}{after}</div></article>
<aside class="related"><h2>Most read</h2><ul><li><a href="/1">Ferry fares to rise in summer</a></li>
<li><a href="/2">Market moves indoors</a></li></ul></aside></main>
<footer><p>© 2024 The Marlow Gazette. All rights reserved.</p><a href="/privacy">Privacy</a></footer></body></html>"""


def make_page(content, form="html", url=URL, given=None, charset=None):
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    return Page(
        "page.html",
        raw,
        "0" * 64,
        form,
        url=url,
        charset=charset,
        fetched_at=datetime(2024, 3, 5, tzinfo=UTC),
        given=given,
    )


def make_record(text, **fields):
    return make_page(text, form="text", url=fields.pop("url", URL), given=Given(**fields))
