"""A raw page -> its document, or a Reject that says why there is none: the one door to the cleaning of every form of page."""

from transforms.clean.given import clean_given
from transforms.clean.html import clean_html
from transforms.records import Document, Page, Reject


def clean(page: Page) -> Document | Reject:
    """Clean a page by its form: "html" is extracted, "dump" sorted line by line, "text" kept to the letter."""
    if page.form == "text":
        return clean_given(page)
    if page.form == "html":
        return clean_html(page)
    from transforms.clean.dump import clean_dump

    return clean_dump(page)
