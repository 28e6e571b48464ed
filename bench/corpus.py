"""Pages in, a web archive of as many pages as a measurement needs out: each page again and again,
under an address of its own.
"""

import gzip
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from flows.sources import list_pages, read_pages
from transforms.records import Page, Reject


def read_html_pages(locations: Iterable[str]) -> list[Page]:
    """The HTML pages of files, folders and archives, which trafilatura can be asked to read too."""
    refs = [ref for ref in list_pages(list(locations)) if not isinstance(ref, Reject)]
    return [page for page in read_pages(refs) if isinstance(page, Page) and page.form == "html"]


def write_archive(pages: list[bytes], count: int, path: Path) -> Path:
    """A WARC of `count` pages, packed record by record. Copies differ in address and in a comment,
    so that none is taken for unchanged.
    """
    with path.open("wb") as stream:
        for number, content in enumerate(islice(cycle(pages), count)):
            url = f"https://outlet-{number % 40}.example/{number}"
            stream.write(gzip.compress(make_record(url, content + f"<!-- {number} -->".encode())))
    return path


def make_record(url: str, body: bytes) -> bytes:
    """A WARC response record, as ISO 28500 lays it out."""
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
        + body
    )
    headers = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, url)}>",
        "WARC-Date": "2026-01-01T00:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    head = (
        "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
