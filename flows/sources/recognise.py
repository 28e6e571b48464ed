"""A file's name and its first bytes come in; the kind of source goes out. Content decides, the name
helps where content is silent.
"""

import codecs
import re
import zlib
from pathlib import PurePath

from flows.sources.kinds import SOURCES
from flows.sources.reference import GZIP, Kind, UnreadableError

HEAD_BYTES = 8192
# compressed data has 11 % of such bytes, text in any encoding next to none
MAX_CONTROL_SHARE = 0.05

FOREIGN_MAGIC = {
    b"%PDF": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image, sound or film",
    b"PK\x03\x04": "a zip archive or office document",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a rar archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ROOT = re.compile(  # `<?xml version="1.0"?> <!-- made by hand --> <rss version="2.0">` -> rss
    r"""\A\s* (?: <\?[^>]*> \s* | <!--[^>]*> \s* | <!doctype[^>\[]*(?:\[[^\]]*\]\s*)?> \s* )*
        < (?:[a-z]+:)? ([a-z]+)""",
    re.VERBOSE | re.IGNORECASE,
)
# `<b>Warning</b>: no cache <?xml version="1.0"?><rss version="2.0">` -> rss
LATE_ROOT = re.compile(
    r"<\?xml\s[^<>]*\?>\s*(?:<!--[^>]*-->\s*)?<(?:[a-z]+:)?([a-z]+)\b", re.IGNORECASE
)

ROOTS = {root: source.kind for source in SOURCES.values() for root in source.roots}
SUFFIXES = {suffix: source.kind for source in SOURCES.values() for suffix in source.suffixes}


def recognise(name: str, first_bytes: bytes) -> Kind:
    """The kind of source that a file called `name` is. Raises UnreadableError for an empty, binary
    or unknown one.
    """
    suffix = suffix_of(name)
    if suffix == ".warc" and first_bytes.startswith(GZIP):
        return "warc"  # it may be damaged just here, and whole from the next record on
    head = unpack_head(first_bytes)
    if not head.strip():
        raise UnreadableError("empty_file", "The file holds nothing to read.")
    if magic := of_magic(head):
        return magic
    refuse_binary(head)
    text = decode_head(head)
    return of_root(text) or of_look(text, suffix) or of_name(text, suffix)


def of_magic(head: bytes) -> Kind | None:
    """The kind whose files begin with these bytes."""
    sources = (source for source in SOURCES.values() if source.magic)
    return next((s.kind for s in sources if s.magic and head.startswith(s.magic)), None)


def unpack_head(first_bytes: bytes) -> bytes:
    """The first bytes of what a gzip file holds, and of any other file as they are."""
    if not first_bytes.startswith(GZIP):
        return first_bytes
    try:
        return zlib.decompressobj(wbits=31).decompress(first_bytes, HEAD_BYTES)
    except zlib.error as error:
        raise UnreadableError(
            "damaged_gzip",
            f"The file begins as gzip but does not unpack ({error}); fetch it again.",
        ) from error


def refuse_binary(head: bytes) -> None:
    """Raise UnreadableError for what is no text."""
    foreign = next((what for start, what in FOREIGN_MAGIC.items() if head.startswith(start)), None)
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if foreign or (not wide and len(CONTROL.findall(head)) > MAX_CONTROL_SHARE * len(head)):
        raise UnreadableError(
            "binary_file",
            f"This is {foreign or 'no text'}; give the page's HTML or its text.",
            observed=repr(head[:16]),
        )


def decode_head(head: bytes) -> str:
    """The head as text good enough to look at."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    return head.decode(encoding, "replace").lstrip("\ufeff")


def of_root(text: str) -> Kind | None:
    """The kind that the outermost tag tells, be it behind what a server wrote before it."""
    found = (*LATE_ROOT.findall(text), *ROOT.findall(text))
    kinds = (ROOTS.get(root.lower()) for root in found)
    return next((kind for kind in kinds if kind), None)


def of_look(text: str, suffix: str) -> Kind | None:
    """The first kind that a text shows itself to be."""
    shown = (source for source in SOURCES.values() if source.shows and source.shows(text, suffix))
    return next((source.kind for source in shown), None)


def of_name(text: str, suffix: str) -> Kind:
    """What the name promises, for text that could be anything. Raises UnreadableError for a name
    that promises no page.
    """
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    opening = text.lstrip()[:40]
    raise UnreadableError(
        "unsupported_type",
        f"Files named *{suffix} are not read; rename it to .html or .txt if it is a page.",
        observed=opening,
    )


def suffix_of(name: str) -> str:
    """`.txt` of `page.txt` and of `page.TXT.gz`."""
    return PurePath(name.lower().removesuffix(".gz")).suffix
