"""Pages in, a web archive of as many pages as a measurement needs out: each page again and again, under an address of its own."""

from collections.abc import Iterable
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from flows.sources import list_pages, read_pages
from transforms.records import Page, Reject


def read_html_pages(locations: Iterable[str]) -> list[bytes]:
    """The HTML pages of files, folders and archives that trafilatura can be asked to read too."""
    refs = [ref for ref in list_pages(list(locations)) if not isinstance(ref, Reject)]
    return [page.content for page in read_pages(refs) if isinstance(page, Page) and page.form == "html"]


def write_archive(pages: list[bytes], count: int, path: Path) -> Path:
    """A WARC of `count` pages. Copies differ in address and in a comment, so that none is taken for unchanged."""
    with path.open("wb") as stream:
        for number, content in enumerate(islice(cycle(pages), count)):
            record = WarcRecord()
            record.init_headers(0, WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://outlet-{number % 40}.example/{number}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            body = content + f"<!-- {number} -->".encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            record.set_bytes_content(head + body)
            part = BytesIO()
            record.write(part)
            stream.write(part.getvalue())
    return path
