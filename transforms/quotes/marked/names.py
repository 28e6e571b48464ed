"""Words beside a verb of speech -> which of them are the name: "Kapitän Virgil van Dijk" -> "Virgil
van Dijk". Roles, titles and places before a name are none of it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.quotes.marked.words import PARTICLES, SaidWords
from transforms.world.well_known import FIRST_NAMES

WORD = re.compile(r"\d{1,3}-[^\W\d_][\w-]*|[^\W\d_](?:[\w’'‘-]*\w)?")
INITIAL = re.compile(r"\.(?=\s?[^\W\d_])")  # the stop behind "D" or "Dr"
LONGEST_SHORT = 1  # letters of an initial
MOST_WORDS = 24  # that are looked at behind a verb
CYRILLIC = re.compile("[А-яЁёІіЇїЄєҐґ]")
PATRONYMIC = re.compile("(?:[оеё]вич|[оеё]вна|ична)$")
GENITIVE = re.compile("(?:ы|[гкхжчши]и|[ое]го|ой)$")  # Москвы, России
OBLIQUE = re.compile("(?:[яыию]|(?<![ое]в)(?<!ин)а)$")  # Кремля, Киева; not Сомова
PAIR = 2  # words of a name
ACRONYM = re.compile(r"[^\W\d_a-zà-ÿ]{2,}-\w")  # SPD-Politiker


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.casefold()

    @property
    def is_capital(self) -> bool:
        return any(part[:1].isupper() for part in self.text.split("-"))


def read_tokens(text: str, start: int, end: int, words: SaidWords) -> list[Token]:
    """The words from a place on that only blanks part from each other."""
    tokens: list[Token] = []
    while len(tokens) < MOST_WORDS and (match := WORD.match(text, start, end)):
        tokens.append(Token(match.group(), *match.span()))
        start = match.end()
        if _is_shortened(match.group(), words) and INITIAL.match(text, start, end):
            start += 1
            if text[start].isalpha():
                continue
        if not text[start : start + 1].isspace() or text[start : start + 1] == "\n":
            break
        start += 1
    return tokens


def _is_shortened(word: str, words: SaidWords) -> bool:
    is_title = len(word) < 5 and words.role.fullmatch(word) is not None
    return word[:1].isupper() and (len(word) == LONGEST_SHORT or is_title)


def split_article(token: Token) -> tuple[str, str]:
    """The article and what hangs on it: l’avocat."""
    for apostrophe in "’'":
        article, sign, noun = token.folded.partition(apostrophe)
        if sign:
            return article + "'", noun
    return token.folded, ""


def read_run(tokens: list[Token], words: SaidWords) -> list[Token]:
    """The capitals at the beginning of the words, with the particles between them."""
    run: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.is_capital:
            run.append(token)
            at += 1
            continue
        particles = _read_particles(tokens[at:])
        if not particles or not _takes_particle(run, particles, words):
            break
        run += particles
        at += len(particles)
    return run


def _read_particles(tokens: list[Token]) -> list[Token]:
    """One or two particles that a capital follows: van der Berg."""
    length = next((n for n in (1, 2) if len(tokens) > n and tokens[n].is_capital), 0)
    small = tokens[:length]
    return small if all(token.folded in PARTICLES for token in small) else []


def _takes_particle(run: list[Token], particles: list[Token], words: SaidWords) -> bool:
    """Whether a particle goes on with the name: "Ursula von der Leyen", not "Lund von der Polizei".
    A word of another language always does: "Virgil van Dijk" in German.
    """
    own = words.before_names | words.adverbs
    if not any(token.folded in own for token in particles):
        return bool(run)
    name = pick_name(run, words)
    return len(name) == 1 and name[0].text in FIRST_NAMES


def pick_name(run: list[Token], words: SaidWords, *, is_led: bool = False) -> list[Token]:
    """The name among capitals, [] where they are a role. is_led: behind an article, where capitals
    alone are no name in a language that writes all nouns with them.
    """
    run = _leave_place(run, words)
    given = next((at for at, one in enumerate(run[:-1]) if one.text in FIRST_NAMES), -1)
    role = max((at for at, one in enumerate(run) if is_role(one.text, words)), default=-1)
    if given > role:
        return run[given:]
    if role >= 0:
        return run[role + 1 :]
    if is_led:
        return []
    return run[1:] if _begins_compound(run, words) else run


def _leave_place(run: list[Token], words: SaidWords) -> list[Token]:
    """Capitals without the place behind a name: "Liisa Harju Torvalasta"."""
    ends = words.oblique and len(run) > PAIR and run[-1].folded.endswith(words.oblique)
    return run[:-1] if ends else run


def _begins_compound(run: list[Token], words: SaidWords) -> bool:
    """Whether a noun with a hyphen, no given name, stands before a surname: Fisch-Händlerin Lund,
    not Karl-Otto Lund.
    """
    if len(run) != PAIR or not words.has_capital_nouns:
        return False
    first, hyphen, _ = run[0].text.partition("-")
    return hyphen != "" and first not in FIRST_NAMES


def pick_led(run: list[Token], words: SaidWords) -> list[Token]:
    """The name among capitals behind a small noun: not the place or body of "глава Банка России Ада
    Сомова", "мэр Москвы Лунь", "chef NATO Jan Lund".
    """
    at = 0
    while at < len(run) - 1 and (run[at].text.isupper() or GENITIVE.search(run[at].text)):
        at += 1
    name = pick_name(run[at:], words)
    return _pick_cyrillic(name) if name and CYRILLIC.match(name[0].text) else name


def _pick_cyrillic(name: list[Token]) -> list[Token]:
    """The name behind a place or a body, which nothing but its case parts from it: "глава Банка
    Ада Сомова"; a lone word in another case than that of a subject is none ("пресс-служба Кремля").
    """
    if len(name) == 1:
        return [] if OBLIQUE.search(name[0].text) else name
    has_patronymic = len(name) > PAIR and PATRONYMIC.search(name[-2].text)
    return name[-3:] if has_patronymic else name[-2:]


@cache
def is_role(word: str, words: SaidWords) -> bool:
    """Whether a noun says what somebody is: by its last part, in German by an acronym before it
    (SPD-Politiker), or a number (86-Jährige).
    """
    if words.role.fullmatch(word.rpartition("-")[2]):
        return True
    return words.has_capital_nouns and bool(ACRONYM.match(word) or word[0].isdigit())


@lru_cache(maxsize=1)
def list_inner_capitals(text: str) -> frozenset[str]:
    """The words that have a capital behind a small one: no sentence begins with them there."""
    found = re.findall(r"(?<=[^\W\d_A-ZÀ-Þ],\s|.[^\W\d_A-ZÀ-Þ]\s)[^\W\d_][\w’'-]*", text)
    return frozenset(word for word in found if word[0].isupper())


@lru_cache(maxsize=1)
def list_surnames(text: str) -> frozenset[str]:
    """The words behind known given names in a text: "Lund" of "Jan Lund"."""
    return frozenset(
        surname
        for given, surname in re.findall(r"([^\W\d_]\w+)\s(?=([^\W\d_][\w’'-]+))", text)
        if given in FIRST_NAMES and surname[0].isupper()
    )
