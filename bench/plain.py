"""The peer: reads the pages of a web archive and calls `trafilatura.extract(with_metadata=True)` on
each, nothing else.
"""

import sys

import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType


def main(archive: str) -> None:
    with open(archive, "rb") as stream:  # noqa: PTH123
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            trafilatura.extract(
                record.reader.read(), with_metadata=True, url=record.headers.get("WARC-Target-URI")
            )


if __name__ == "__main__":
    main(sys.argv[1])
