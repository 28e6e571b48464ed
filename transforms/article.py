"""Document -> Article: gives a cleaned page its key."""

from transforms.addresses import address_key, speaks_for
from transforms.keys import make_key
from transforms.records import Article, Document
from transforms.words import count_words


def make_article(document: Document, language_model: str | None = None) -> Article:
    """The article of a document. `language_model` is the pipeline that will read it, None where its
    language has none.
    """
    return Article(
        make_key("article", identify(document)),
        document,
        count_words(document.text),
        language_model,
    )


def identify(document: Document) -> str:
    """What makes two pages the same article: the address, else the publisher's own id, else the
    place where the page was read.

    The address is the canonical one, where the page may speak for it, without what only says who
    sent the reader. What a page calls itself that was read nowhere on the web is taken with its
    title: naming somebody else's address displaces nothing.
    """
    if document.url and document.is_url_claimed:
        return f"{address_key(document.url)}\n{document.title or document.text}"
    if document.url:
        canonical = document.canonical_url
        return address_key(
            canonical if canonical and speaks_for(canonical, document.url) else document.url
        )
    if document.external_id:
        return f"{document.outlet.outlet_id if document.outlet else ''}:{document.external_id}"
    return document.source_uri
