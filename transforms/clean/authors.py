"""Markup -> who wrote the article, in the order of the byline, and which field says so.

The first of these that names somebody decides: JSON-LD, metas, elements marked as byline or author, a line such as "By Ann Lee" next to
the headline. Publishers, job titles, addresses and accounts are no authors. Two that are no person stand in the list where the page credits
them, with the field of their evidence saying so: a news agency ("agency"), and the newsroom where nobody else is credited ("newsroom").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from transforms.clean.agencies import is_agency
from transforms.clean.markup import Markup, is_author_page
from transforms.clean.salvage import strip_markup
from transforms.clean.title import article_objects
from transforms.records import Evidence

AUTHOR_METAS = (
    "author",
    "article:author_name",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "articleauthor",
    "article-author",
    "dcsext.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
)
MAX_NAME, MAX_WORDS, MAX_AUTHORS = 80, 7, 20  # characters and words of one name
LINES_TO_BYLINE = 15  # after the headline

BY_WORDS = "by|von|vom|par|por|di|door|av|af|text|texte|texto|autor|autora|auteur|autore|author|words|story|автор|przez|oleh"
BYLINE = re.compile(
    rf"^\s*(?:(?:written|posted|published|reported|authored|text)\s{{1,3}})?(?:{BY_WORDS})\s{{0,3}}:?\s{{0,3}}(?<=[\s:])(?=[^\W\d_])",
    re.IGNORECASE,
)  # "By ", "Written by: ", "Von "
BY_ALONE = re.compile(
    rf"^(?:(?:written|posted|published|authored)\s{{1,3}})?(?:{BY_WORDS})\s?:?$", re.IGNORECASE
)  # the name is on the next line
CREDENTIAL = r"(?:M\.?D|Ph\.?D|R\.?[DN]|D\.?V\.?M|C[FP]P|CPA|CEPF|CFA|J\.?D|MBA|MPH|MSc?|BA|Esq|Jr|Sr|OBE|CBE|QC|KC|MP)\b"
SPLIT = re.compile(
    rf"\s{{0,3}}(?:[;|•·/]|,(?!\s{{0,2}}{CREDENTIAL})|\s(?:and|und|et|y|e|og|och|en|&|и|i|with|mit)\s)\s{{0,3}}"
)  # "Ann Lee and Bo Ek", "A; B"; not "Vanessa Ortiz, MD"
TAIL = re.compile(
    rf"\s{{0,3}}(?:[–—(|/\[]|,\s(?!{CREDENTIAL})|\s-\s|\b(?:Senior|Chief|Staff|Editor|Reporter|Correspondent|Contribut)|\bon\s|\bfor\b"
    r"|\bin\s[A-Z]|\bUpdated?\b|\bPublished\b|\bPosted\b|\bStand\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d|\d{1,4}[./:\s]|@)"
)  # where the name of a byline ends: "Ann Lee (Reuters)", "Ann Lee, Paris", "Ann Lee July 10"
ADDRESS = re.compile(r"https?:|www\.|\.(?:com|de|org|net|co)\b|@|/|\\")
URL_OR_ACCOUNT = re.compile(r"https?:|www\.|@|/")
NOBODY = re.compile(r"(?:admin\w*|webmaster|unknown|anonymous|author|editor|staff|none|null|undefined|n/a)$", re.IGNORECASE)
ROLE = re.compile(
    r"""\b(?:admin\w*|administrator|webmaster|editors?|editorial|editor-in-chief|staff|team|desk|newsroom|news\s?desk|reporters?|writers?|
    correspondents?|contributors?|contributing|guest|author|autor|autoren|autorin|redaktion\w*|redaktör\w*|redaktør\w*|redactie|redacción|redazione|rédaction|redação|
    redakcj\w*|redakce|red\.?|onlineredaktion|newsletter|press\s?release|pressemitteilung|unknown|anonymous|n/a|none|null|undefined|
    by|follow|share|profile|bio|image|photo|foto|getty|video|view|posts|read|comments?|subscribe|редакция|編集部|編集局)\b""",
    re.IGNORECASE | re.VERBOSE,
)
OF_AUTHOR = re.compile(r"byline|author")
AUTHOR_NAME = re.compile(r"author[\w-]{0,20}name|byline[\w-]{0,20}(?:name|author)|name[\w-]{0,10}author")  # class="byline__name"
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PARTICLE = re.compile(
    r"af|al|and|av|bin|d|da|de|degli|del|della|den|der|di|do|dos|du|e|ed|el|en|et|i|ibn|la|las|le|lo"
    r"|los|og|och|of|s|ten|ter|the|u|und|van|vom|von|with|y|zu"
)  # Ursula von der Leyen
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"\w+")


def find_authors(markup: Markup, outlet_names: Collection[str]) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The authors, each once, and the fields that name them. `outlet_names` are taken for the publisher, not for authors."""
    outlets = {_compact(name) for name in outlet_names}
    for source, values in _statements(markup):
        names = list(dict.fromkeys(name for value in values for name in split_names(value) if _compact(name) not in outlets))
        if names:
            return tuple(names[:MAX_AUTHORS]), tuple(
                Evidence("agency" if is_agency(name) else "author", source, name) for name in names[:MAX_AUTHORS]
            )
    return _find_newsroom(markup)


def _find_newsroom(markup: Markup) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The newsroom, where the page's JSON-LD or metas credit it and nobody else."""
    for source, values in _stated_authors(markup):
        for value in values:
            name = strip_markup(value)
            if 1 < len(name) <= MAX_NAME and LETTER.search(name) and not URL_OR_ACCOUNT.search(name) and not NOBODY.match(name):
                return (name,), (Evidence("newsroom", source, name),)
    return (), ()


def split_names(value: str) -> list[str]:
    """The names in a byline: "By Ann Lee and Bo Ek, staff writers" has two."""
    if ADDRESS.search(value):
        return []
    byline = BYLINE.sub("", strip_markup(value), count=1)
    return [name for piece in SPLIT.split(byline) if _is_name(name := piece.strip(" ,.:-–—()"))]


def _statements(markup: Markup) -> Iterator[tuple[str, Iterable[str]]]:
    yield from _stated_authors(markup)
    of_author = [marked.text for marked in markup.marked if {"author", "author-name"} & set(marked.marks.split())]
    yield "author mark", filter(_is_capitalised, map(_cut_tail, of_author))
    for byline in (*_marked_bylines(markup), *_bylines_near_headline(markup)):
        if _is_capitalised(byline):
            yield "byline", [byline]


def _stated_authors(markup: Markup) -> Iterator[tuple[str, Iterable[str]]]:
    people = {str(found["@id"]): found for found in markup.json_ld if "@id" in found and "name" in found}
    for article in article_objects(markup):
        yield "json-ld", list(_names_of(article.get("author"), people))
    for name in AUTHOR_METAS:
        yield name, markup.metas.get(name, ())


def _names_of(author: object, people: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The names in a JSON-LD author: a string, an object, a reference to one, or a list of these."""
    if isinstance(author, str):
        yield author
    elif isinstance(author, list):
        for member in author:
            if not isinstance(member, list):
                yield from _names_of(member, people)
    elif isinstance(author, Mapping):
        named = author if author.get("name") or author.get("byline") else people.get(str(author.get("@id")), {})
        name = named.get("name") or named.get("byline")
        yield from (one for one in (name if isinstance(name, list) else [name]) if isinstance(one, str))


def _marked_bylines(markup: Markup) -> Iterator[str]:
    """What the page marks as its byline, the surest marks first."""
    near = [marked for marked in markup.marked if len(marked.text) <= 2 * MAX_NAME]
    yield from (_cut_tail(marked.text) for marked in near if OF_AUTHOR.search(marked.marks) and BYLINE.match(marked.text))
    yield from (_cut_tail(marked.text) for marked in near if is_author_page(marked.href))
    yield from (_cut_tail(marked.text) for marked in near if AUTHOR_NAME.search(marked.marks))


def _bylines_near_headline(markup: Markup) -> Iterator[str]:
    if markup.headline_at is None:
        return
    lines = markup.lines[markup.headline_at + 1 : markup.headline_at + LINES_TO_BYLINE]
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        if BY_ALONE.match(line):
            yield _cut_tail(following)
        elif len(line) <= 2 * MAX_NAME and BYLINE.match(line):
            yield _cut_tail(line)


def _cut_tail(byline: str) -> str:
    begin = BYLINE.match(byline)
    tail = TAIL.search(byline, begin.end() if begin else 1)
    return byline[: tail.start()] if tail else byline


def _is_capitalised(byline: str) -> bool:
    """Names in running text begin with capitals, where the script has them: "By the end of this guide" names nobody."""
    words = LETTERS.findall(BYLINE.sub("", byline, count=1))
    return bool(words) and all(not word[0].islower() or PARTICLE.fullmatch(word) for word in words)


def _is_name(name: str) -> bool:
    words = WORD.findall(name)
    if not 1 < len(name) <= MAX_NAME or len(words) > MAX_WORDS or not LETTER.search(name):
        return False
    return not ADDRESS.search(name) and not ROLE.search(name)


def _compact(name: str) -> str:
    return "".join(WORD.findall(name.casefold()))
