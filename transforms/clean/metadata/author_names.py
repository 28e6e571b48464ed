"""A statement of authorship ("By Ann Lee and Bo Ek, staff writers") -> the names in it, without roles, addresses, accounts and places."""

import re

from transforms.clean.markup.salvage import strip_markup
from transforms.clean.metadata.roles import keep_writers
from transforms.world.agencies import is_agency
from transforms.world.lexicon import ORGANISATION_WORDS as KNOWN_WORDS

MAX_NAME, MAX_WORDS = 80, 7  # characters and words of one name
EDGE = " ,.:-–—*()\"'“”"  # what is no part of a name at its ends

BY_WORDS = "by|von|vom|par|por|di|door|av|af|przez|oleh|yazan|írta|بقلم|מאת|author\\(s\\)|autorin/autor|autor/in|autor:in"
LABELS = (
    "author|authors|autor|autora|autores|autorin|auteur|auteurs|autore|autori|penulis|szerző|автор|автори|авторы|作者|文|記者|记者|text|текст|texte"
    "|texto|tekst|testo|words|story|interview|protokoll|kommentar|bericht|analyse|analysis|report|reporting|reportage"
)  # by-words only before a colon: "Author: Ann Lee", "Text: Ann Lee"; not "Author Ann Lee said", "Text link"
WRITTEN = "written|posted|published|reported|authored|text|geschrieben|verfasst|escrito|écrit|scritto|geschreven|skrevet|skriven|napisane"
GENRES = (
    "words|text|report|reporting|kommentar|leitartikel|analyse|analysis|interview|kolumne|gastbeitrag|essay|opinion|review|bericht|reportage|exclusive"
    "|story"
)
BYLINE = re.compile(
    rf"""^\s*(?:(?:an?\s|eine?\s)?(?:{GENRES})\s(?=von\s|by\s|par\s|por\s|di\s|av\s|af\s|door\s))?
    (?:this\s(?:guest\s|blog\s)?(?:article|blog|column|piece|post|story)\s(?:is|was)\s)?
    (?:(?:{WRITTEN})\s{{1,3}})?
    (?:(?:{BY_WORDS})\s{{0,3}}[:：]?|(?:{LABELS})\s{{0,3}}[:：|])[\s|]{{0,3}}(?<=[\s:：|])(?=[^\W\d_])""",
    re.IGNORECASE | re.VERBOSE,
)  # "By ", "Written by: ", "Von ", "This post was written by "
CREDENTIAL = r"(?:M\.?D|Ph\.?D|R\.?[DN]|D\.?V\.?M|C[FP]P|CPA|CEPF|CFA|J\.?D|MBA|MPH|MSc?|BA|Esq|Jr|Sr|OBE|CBE|QC|KC|MP)\b"
AND = "(?:and|AND|und|UND|et|y|e|og|och|en|&|и|i|with|mit|та|ve|dan|oraz)"
SPLIT = re.compile(
    rf"\s{{0,3}}(?:[;|•∙⋅/／、，]|,(?!\s{{0,2}}{CREDENTIAL})(?:\s{{0,2}}{AND}\s)?|\s[-–—·]\s|\s{AND}\s)\s{{0,3}}"
)  # "Ann Lee and Bo Ek", "A; B", "Ann Lee - Staff Writer"; not "Vanessa Ortiz, MD"
AFTER_NAME = re.compile(r"\s(?:in|aus|from|reporting\sfrom)\s[A-Z].*|\s?(?:기자|특파원|記者|记者)$")  # "Ann Lee in Paris", "김하나 기자"
IN_PARENTHESES = re.compile(r"\s?\(([^()]{0,60})\)")  # "Ann Lee (AFP)", "Ann Lee (al)"
ADDRESS = re.compile(
    r"(?:https?:|www\.|\w[\w.-]{0,60}\.[a-z]{2,4}/)[^\s;,|]{0,300}|[\w.+-]{0,64}@[\w.-]{0,80}"
)  # "https://example.com/ann", "ann@example.com", "@ann"
ADDRESS_AND_NAME = re.compile(r"\s*[\w.+-]{1,64}@[\w.-]{1,80}\s*\((?P<name>[^()]{2,80})\)\s*")  # "ann@example.com (Ann Lee)", as in feeds
SURNAME_FIRST = re.compile(r"\s*(?P<surname>[^\W\d_]+),\s(?P<given>[^\W\d_]+)\s*")  # "Lee, Ann"
PATH_OR_DOMAIN = re.compile(r"^\s*/|\\|\w\.(?:com|de|org|net|co)\b")  # "/author/ann", "example.com"
ROLE = re.compile(
    r"""\b(?:admin\w*|administrator|webmaster|editors?|editorial|editor-in-chief|staff|team|desk|bureau|newsroom|news\s?desk|reporters?|writers?|
    correspondents?|contributors?|contributing|guest|author|autor|autoren|autorin|redaktion\w*|redaktör\w*|redaktør\w*|redactie|redacción|redazione|rédaction|redação|
    redakcj\w*|redakce|red\.?|onlineredaktion|newsletter|press\s?release|pressemitteilung|unknown|anonymous|n/a|none|null|undefined|
    by|sponsored|редакция|編集部|編集局)\b""",
    re.IGNORECASE | re.VERBOSE,
)
NO_CREDIT = re.compile(
    r"\b(?:follow|share|profile|bio|image|photos?|foto|fotos|getty|video|view|posts|read|comments?|subscribe)\b", re.IGNORECASE
)  # "Photo: Ann Lee", "Follow"
ORGANISATION_WORDS = KNOWN_WORDS | {"Feed", "Desk", "Newsroom", "Staff"}
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"\w+")


def split_names(value: str) -> list[str]:
    """The names in a statement, in its order: "By Ann Lee and Bo Ek, staff writers" has two; a site's address has none."""
    stated = keep_writers(strip_markup(value))
    if named := ADDRESS_AND_NAME.fullmatch(stated):
        stated = named["name"]
    stated = IN_PARENTHESES.sub(_keep_agency, ADDRESS.sub(" ", stated))
    if PATH_OR_DOMAIN.search(stated):
        return []
    stated = BYLINE.sub("", stated, count=1)
    if (turned := SURNAME_FIRST.fullmatch(stated)) and not is_agency(turned["given"]):
        stated = f"{turned['given']} {turned['surname']}"
    pieces = SPLIT.split(stated)
    names = (_cut_agency(AFTER_NAME.sub("", piece).strip(EDGE)) for piece in pieces)
    return [name for name in names if _is_name(name)]


def _cut_agency(name: str) -> str:
    """ "Ann Lee The Associated Press" is Ann Lee."""
    words = name.split()
    agency = next((at for at in range(2, len(words)) if is_agency(" ".join(words[at:]))), None)
    return name if agency is None else " ".join(words[:agency])


def is_organisation(name: str) -> bool:
    """Whether a name has a word of companies and media: "Courier Media Group", "Wharf Feed"."""
    return any(word in ORGANISATION_WORDS for word in name.split())


def compact(name: str) -> str:
    """A name as it is compared: "The Marlow-Gazette" is "themarlowgazette"."""
    return "".join(WORD.findall(name.casefold()))


def _keep_agency(parentheses: re.Match[str]) -> str:
    return f", {parentheses[1]}" if is_agency(parentheses[1]) else ""


def _is_name(name: str) -> bool:
    words = WORD.findall(name)
    if not 1 < len(name) <= MAX_NAME or len(words) > MAX_WORDS or not LETTER.search(name) or ": " in name:
        return False
    return not ROLE.search(name) and not NO_CREDIT.search(name)
