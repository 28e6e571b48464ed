"""A file's name and its first bytes come in; the kind of source goes out. Content decides, the name
helps where content is silent.
"""

import codecs
import re
import zlib
from pathlib import PurePath

from flows.sources.reference import Kind, UnreadableError

HEAD_BYTES = 8192
GZIP = b"\x1f\x8b"
MAX_CONTROL_SHARE = (
    0.05  # compressed data has 11 % of such bytes, text in any encoding next to none
)

MAGIC: dict[bytes, Kind] = {b"WARC/": "warc", b"PAR1": "parquet"}
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
ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
NAMES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".txt": "dump",
    ".text": "dump",
    "": "dump",
    ".warc": "warc",
}
JSON_NAMES = {".jsonl", ".ndjson", ".json"}

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ROOT = re.compile(  # `<?xml version="1.0"?> <!-- made by hand --> <rss version="2.0">` -> rss
    r"""\A\s* (?: <\?[^>]*> \s* | <!--[^>]*> \s* | <!doctype[^>\[]*(?:\[[^\]]*\]\s*)?> \s* )*
        < (?:[a-z]+:)? ([a-z]+)""",
    re.VERBOSE | re.IGNORECASE,
)
LATE_ROOT = re.compile(  # `<b>Warning</b>: no cache <?xml version="1.0"?><rss version="2.0">` -> rss
    r"<\?xml\s[^<>]*\?>\s*(?:<!--[^>]*-->\s*)?<(?:[a-z]+:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE,
)
HTML_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|main|article|section|div|table|h1|p)\b",
    re.IGNORECASE,
)  # `<!DOCTYPE html>`
ADDRESS = re.compile(r"https?://[^\s<>]+\Z", re.IGNORECASE)  # `https://paper.example/news/1`

# `# https://paper.example/feed.xml`
COMMENTED_ADDRESS = re.compile(r"^#\s*https?://\S+$", re.IGNORECASE | re.MULTILINE)


def recognise(name: str, first_bytes: bytes) -> Kind:
    """The kind of source that a file called `name` is. Raises UnreadableError for an empty, binary
    or unknown one.
    """
    if suffix_of(name) == ".warc" and first_bytes.startswith(GZIP):
        return "warc"  # it may be damaged just here, and whole from the next record on
    head = unpack_head(first_bytes)
    if not head.strip():
        raise UnreadableError("empty_file", "The file holds nothing to read.")
    if magic := next((kind for start, kind in MAGIC.items() if head.startswith(start)), None):
        return magic
    refuse_binary(head)
    text = decode_head(head)
    return (
        of_markup(text)
        or of_json(text, suffix_of(name))
        or of_addresses(text)
        or of_name(text, suffix_of(name))
    )


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


def of_markup(text: str) -> Kind | None:
    """Feed, sitemap or HTML, where the text opens with a tag."""
    root = LATE_ROOT.search(text) or ROOT.match(text)
    kind = ROOTS.get(root[1].lower()) if root else None
    return kind or ("html" if text.lstrip().startswith("<") and HTML_TAG.search(text) else None)


def of_json(text: str, suffix: str) -> Kind | None:
    """JSON Lines, by the name, or by the first character of a file whose name says nothing. Raises
    UnreadableError for other JSON.
    """
    first = text.lstrip().partition("\n")[0].rstrip()
    if suffix not in JSON_NAMES and (suffix or not first.startswith("{")):
        return None
    if first in {"{", "["} or (suffix == ".json" and first.startswith("[")):
        raise UnreadableError(
            "unsupported_type",
            "A JSON file must have one whole record on each line (JSON Lines).",
            observed=first[:40],
        )
    return "jsonl"


def of_addresses(text: str) -> Kind | None:
    """A list of addresses, where most lines of the head are one; or one of which every line is a
    comment still, with an address in it.
    """
    lines = [
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return "addresses" if COMMENTED_ADDRESS.search(text) else None
    return "addresses" if 2 * sum(1 for line in lines if ADDRESS.match(line)) > len(lines) else None


def of_name(text: str, suffix: str) -> Kind:
    """What the name promises, for text that could be anything. Raises UnreadableError for a name
    that promises no page.
    """
    if suffix in NAMES:
        return NAMES[suffix]
    opening = text.lstrip()[:40]
    raise UnreadableError(
        "unsupported_type",
        f"Files named *{suffix} are not read; rename it to .html or .txt if it is a page.",
        observed=opening,
    )


def suffix_of(name: str) -> str:
    """`.txt` of `page.txt` and of `page.TXT.gz`."""
    return PurePath(name.lower().removesuffix(".gz")).suffix
