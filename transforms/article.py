"""Document -> Article: gives a cleaned page its key."""

from transforms.keys import make_key
from transforms.records import Article, Document


def make_article(document: Document, language_model: str | None = None) -> Article:
    """The article of a document. `language_model` is the pipeline that will read it, None where its language has none."""
    return Article(make_key("article", identify(document)), document, len(document.text.split()), language_model)


def identify(document: Document) -> str:
    """What makes two pages the same article: the address, else the publisher's own id, else the place where the page was read."""
    if document.url:
        return document.url.partition("#")[0]
    if document.external_id:
        return f"{document.outlet.outlet_id if document.outlet else ''}:{document.external_id}"
    return document.source_uri
