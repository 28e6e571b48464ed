"""A raw page -> its document, or a Reject that says why there is none: the one door to the cleaning
of every form of page.
"""

from dataclasses import replace

from transforms.clean.dump.page import clean_dump
from transforms.clean.html.page import clean_html
from transforms.clean.metadata.given import clean_given
from transforms.records import Document, Page, Reject

CLEANERS = {"html": clean_html, "dump": clean_dump, "text": clean_given}


def clean(page: Page) -> Document | Reject:
    """Clean a page by its form: "html" is extracted, "dump" is sorted line by line, "text" is kept
    to the letter. A reject has the address that the page states, else the one it was read at.
    """
    cleaned = CLEANERS[page.form](page)
    if isinstance(cleaned, Reject) and not cleaned.url:
        return replace(cleaned, url=page.url)
    return cleaned
