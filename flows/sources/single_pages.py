"""Files that are one page each (HTML, or the text of a whole page) come in; that page goes out."""

import re
from collections.abc import Iterator, Sequence

from flows.sources.files import read_whole
from flows.sources.reference import PageRef, SourceFile, UnreadableError
from transforms.records import Page, Reject
from transforms.world.web import join_names

HTML_TAG = re.compile(rf"<{join_names('telling')}\b", re.IGNORECASE)  # `<!DOCTYPE html>`


def is_html(text: str, _suffix: str) -> bool:
    """Whether a text opens with a tag, and has one of HTML."""
    return text.lstrip().startswith("<") and bool(HTML_TAG.search(text))


def list_refs(file: SourceFile) -> Iterator[PageRef]:
    """The one page of the file."""
    yield PageRef(file.path, file.kind, 0, file.source_uri)


def read(refs: Sequence[PageRef]) -> Iterator[Page | Reject]:
    """One page or reject for each reference, in order."""
    for ref in refs:
        try:
            content, digest = read_whole(ref.path)
            yield Page(
                ref.source_uri, content, digest, form="dump" if ref.kind == "dump" else "html"
            )
        except UnreadableError as error:
            yield error.reject(ref.source_uri)
