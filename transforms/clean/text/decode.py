"""The bytes of a page -> its text, by the charset that fits rather than the one declared, or a
Reject that says why there is none.

Order of belief: a byte order mark; UTF-8 where its sequences outnumber the bytes that are none,
whatever is declared; the HTTP header's charset; the page's own <meta>; what the bytes look like. A
single-byte charset decodes anything, so its result must also look like words. A byte that strayed
into UTF-8 from Western European is read as that; other broken bytes become U+FFFD.
"""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from transforms.records import Page, Reject

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"RIFF",
    b"\x7fELF",
    b"MZ\x90",
    b"wOF",
    b"OggS",
    b"ID3",
)
WHITE = b" \t\r\n\f\v\0"
SAMPLE = 65_536  # bytes that are looked at to tell binary from text and to find a charset
MAX_CONTROL_SHARE = 0.02  # of the bytes; text has none, compressed or compiled bytes some 10 %
# U+FFFD in a text, and their share of its letters: a torn word or two is still a text
MIN_LOST, MAX_LOST_SHARE = 5, 0.01
CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.IGNORECASE
)  # <meta charset="koi8-r">
HIGH_RUN = re.compile("[\x80-\U0010ffff]{4,}")  # "Ïðèâåò": Cyrillic read as Western European
# "donâ€™t", "cafÃ©": UTF-8 read as Western European
MOJIBAKE = re.compile("[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\x80].|â‚¬")
MIN_MOJIBAKE = 3
MENDING = "onrecord.mend"  # the name of the error handler that mends stray bytes
LOST = "\ufffd".encode()
# with these all of Western Europe's letters begin in UTF-8, and few words in its own charset
TORN = frozenset((b"\xc2", b"\xc3"))
WESTERN_BYTES = {
    char: byte
    for byte in range(0x80, 0x100)
    for char in (chr(byte), bytes([byte]).decode("cp1252", "ignore"))
    if char
}
TWICE_ENCODED = re.compile(f"[{''.join(WESTERN_BYTES)}]{{2,}}")
LATIN = frozenset(
    {
        "cp1252",
        "windows-1252",
        "iso8859-1",
        "latin-1",
        "cp1250",
        "windows-1250",
        "windows-1254",
        "cp1254",
        "iso-8859-2",
        "iso-8859-15",
    }
)

CENTRAL = ("iso8859-2", "cp1250")
# "pó¼no", "wiêc³y": no word of Western Europe holds such a sign between two letters
SIGN_WITHIN = re.compile(r"(?<=[^\W\d_])[±¶³¼¾¹¿£¥¦¯¸»](?=[^\W\d_])")
MIN_WITHIN, MIN_WITHIN_SHARE = 3, 0.05  # of them in a text, and of its signs beyond ASCII
# where Turkish has its own letters Icelandic has "ý", "þ" and "ð"
TURKISH = re.compile(rb"""<html[^>]{0,200}?lang\s{0,5}=\s{0,5}["']?tr\b""", re.IGNORECASE)
ICELANDIC = re.compile("[ýþðÝÞÐ]")

# of one script: what is declared as the first is often in the second, whose letters lie where the
# first has controls
SIBLINGS = {
    "iso8859-2": "cp1250",
    "iso8859-4": "cp1257",
    "iso8859-7": "cp1253",
    "iso8859-13": "cp1257",
}
TURNED = {"cp1251": "koi8-r", "koi8-r": "cp1251", "koi8-u": "cp1251"}
CONTROL = re.compile("[\x80-\x9f]")
# "нПУФ": small letters for capitals, as KOI8 and Windows read each other
INVERTED = re.compile("(?<![а-яё])[а-яё][А-ЯЁ]{2,}(?![а-яё])")
MIN_CAPITALS = 3  # for each small letter in a text that is read so


def decode_page(page: Page) -> str | Reject:
    """The text of the page's bytes, without byte order mark. Rejects: empty, not_text,
    broken_encoding.
    """
    if not page.content.strip(WHITE):
        return _reject(page, "empty", "The page has no content.")
    if _is_binary(page.content):
        return _reject(
            page, "not_text", f"The bytes are no text: they begin with {page.content[:8]!r}."
        )
    text = decode_bytes(page.content, page.charset)
    if text is None:
        return _reject(
            page,
            "broken_encoding",
            f"No charset makes words of the bytes; declared was {page.charset or 'none'}.",
        )
    return text


def decode_bytes(content: bytes, declared: str | None = None) -> str | None:
    """Decode by the first charset that fits; None where none does."""
    for mark, charset in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(charset, "replace").removeprefix("\ufeff")
    if _looks_like_utf16(content):
        return content.decode(
            "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be",
            "replace",
        )
    try:
        text = content.decode("iso-2022-jp" if _is_japanese_mail(content, declared) else "utf-8")
        return _mend_mojibake(text)
    except UnicodeDecodeError:
        return _decode_nearly_utf8(content) or _decode_by_candidates(content, declared)


def reject_lost_letters(page: Page, text: str) -> Reject | None:
    """A reject (broken_encoding) if more than 1 % of the text's letters, and at least five, are
    U+FFFD: they were lost on the way.
    """
    lost = text.count("\ufffd")
    if lost < MIN_LOST or lost <= MAX_LOST_SHARE * (lost + sum(map(str.isalpha, text))):
        return None
    return _reject(
        page,
        "broken_encoding",
        f"{lost:,} letters of the text were lost before it was read: U+FFFD stands in their place.",
    )


def _decode_nearly_utf8(content: bytes) -> str | None:
    """UTF-8 with some bytes that are none: fewer than there are continuation bytes in its valid
    sequences.
    """
    replaced = content.decode("utf-8", "replace")
    broken = replaced.count("\ufffd") - content.count(LOST)
    beyond_ascii = sum(not char.isascii() for char in replaced) - replaced.count("\ufffd")
    return _mend_mojibake(content.decode("utf-8", MENDING)) if broken <= beyond_ascii else None


def _mend_stray_byte(error: UnicodeError) -> tuple[str, int]:
    """A lone byte between ASCII is Western European ("caf\\xe9"); U+FFFD stands for what is torn or
    stands among others.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start, end, content = error.start, error.end, error.object
    is_lone = (
        end - start == 1
        and content[max(0, start - 1) : start].isascii()
        and content[end : end + 1].isascii()
    )
    is_torn = error.reason == "unexpected end of data" or content[start:end] in TORN
    return content[start:end].decode(
        "cp1252", "replace"
    ) if is_lone and not is_torn else "\ufffd", end


codecs.register_error(MENDING, _mend_stray_byte)


def _decode_by_candidates(content: bytes, declared: str | None) -> str | None:
    for charset in _candidates(content, declared):
        try:
            text = content.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
        if charset.lower() not in LATIN or _reads_as_latin(text):
            if charset.lower() in LATIN and (mended := _by_neighbour(content, text)):
                return mended
            return _by_sibling(content, codecs.lookup(charset).name, text) or text
    return None


def _is_turned(text: str) -> bool:
    """Whether most Cyrillic letters are capitals, and some words begin with the only small one."""
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    capitals = sum(map(str.isupper, letters))
    is_loud = capitals > MIN_CAPITALS * (len(letters) - capitals)
    return is_loud and INVERTED.search(text) is not None


def _by_sibling(content: bytes, charset: str, text: str) -> str | None:
    """The text by the charset that is often declared as this one, where this one does not fit."""
    turned = charset in TURNED and _is_turned(text)
    has_controls = charset in SIBLINGS and CONTROL.search(text)
    if not turned and not has_controls:
        return None
    try:
        return content.decode((TURNED if turned else SIBLINGS)[charset])
    except UnicodeDecodeError:
        return None


def _by_neighbour(content: bytes, text: str) -> str | None:
    """The text as Central European where signs stand within its words as they do in no language of
    the West ("zamkniêty", "pó¼no"), as Turkish where the page calls itself so and has the letters
    that lie where Turkish has its own.
    """
    within = len(SIGN_WITHIN.findall(text))
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if within >= max(MIN_WITHIN, MIN_WITHIN_SHARE * beyond_ascii):
        return _decode_central(content)
    is_turkish = TURKISH.search(content[:SAMPLE]) is not None
    return content.decode("cp1254", "replace") if is_turkish and ICELANDIC.search(text) else None


def _decode_central(content: bytes) -> str | None:
    """By the charset of Central Europe that leaves the fewest signs within words."""
    read = [content.decode(charset, "replace") for charset in CENTRAL]
    fewest = min(read, key=_count_misread)
    return fewest if _count_misread(fewest) == 0 else None


def _count_misread(text: str) -> int:
    """What no text has: signs within words, controls, and characters that were lost."""
    return sum(len(kind.findall(text)) for kind in (SIGN_WITHIN, CONTROL)) + text.count("\ufffd")


def _candidates(content: bytes, declared: str | None) -> Iterator[str]:
    meta = META_CHARSET.search(content[:SAMPLE])
    for label in (declared, meta and meta.group(1).decode("ascii", "replace")):
        if (
            label
            and (charset := map_encoding_to_html5(label, fallback_utf8=False))
            and charset != "utf-8"
        ):
            yield charset
    if (detected := detect_encoding(content, max_len=SAMPLE)) and detected != "utf-8":
        yield detected
    yield "cp1252"


def _reads_as_latin(text: str) -> bool:
    """Western letters beyond ASCII stand between ASCII ones; runs of them are another script or
    UTF-8 in disguise.
    """
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    in_runs = sum(len(run) for run in HIGH_RUN.findall(text))
    return in_runs * 2 <= beyond_ascii and len(MOJIBAKE.findall(text)) * 4 <= beyond_ascii


def _mend_mojibake(text: str) -> str:
    """Undo a second encoding ("donâ€™t") where most of the letters beyond ASCII show it."""
    if text.isascii() or sum(map(text.count, "ÂÃâ")) < MIN_MOJIBAKE:
        return text
    marks = MOJIBAKE.findall(text)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if len(marks) < MIN_MOJIBAKE or sum(map(len, marks)) * 2 < beyond_ascii:
        return text
    return TWICE_ENCODED.sub(
        lambda match: _encode_western(match.group()).decode("utf-8", "replace"), text
    )


def _encode_western(text: str) -> bytes:
    return bytes(WESTERN_BYTES[char] for char in text)


def _is_binary(content: bytes) -> bool:
    if content.startswith(MAGIC):
        return True
    sample = content[:SAMPLE]
    if any(content.startswith(mark) for mark, _ in BYTE_ORDER_MARKS) or _looks_like_utf16(sample):
        return False
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > MAX_CONTROL_SHARE * len(sample) + 1


def _looks_like_utf16(content: bytes) -> bool:
    """Half of the bytes of Western text in UTF-16 are NUL, all on one side."""
    if b"\0" not in content:
        return False
    sample = content[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 0.4 * len(sample) and min(even, odd) < 0.05 * len(sample)


def _is_japanese_mail(content: bytes, declared: str | None) -> bool:
    """ISO-2022-JP is all ASCII bytes and so valid UTF-8; its escape sequences tell."""
    has_escapes = b"\x1b" in content and b"\x1b$" in content  # one byte is found at a glance
    return has_escapes and (b"\x1b(" in content or (declared or "").lower() == "iso-2022-jp")


def _reject(page: Page, reason: str, detail: str) -> Reject:
    return Reject(page.source_uri, "clean", reason, detail=detail)
