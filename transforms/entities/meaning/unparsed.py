"""The quotes of an article that is not parsed -> the same with the people whom their speakers are,
where nobody else can be: by a full name, by the surname of one whom the text names in full, by the
role that stands before the name of one who speaks, or as "he" right behind what he said.

People alone, and only those with a known given name: what else a name without a parse may be, a
body or a word, is not told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.entities.grouping.groups import make_referent_id
from transforms.keys import make_key
from transforms.records import Article, Mention, MentionKind, Quote, Referent
from transforms.world.languages import Language, read_languages, words_of
from transforms.world.lexicon import MEN, WOMEN
from transforms.world.phrases import compile_words
from transforms.world.well_known import FIRST_NAMES

# up to three words before a surname: "Jan ", "Ursula von der "
BEFORE = re.compile(r"(?:(?<![\w-])[^\W\d_][\w’'-]*\s){1,4}$")
LONGEST_BEFORE = 60  # characters
BREAK = re.compile(r"[.!?…]['’\"”“»]{0,2}\s+(?=\S)")
LONGEST_BETWEEN = 160  # characters between two quotations of one speaker
BEHIND = re.compile(r",?\s([^,.:;!?\n]{2,60})")  # a role
AGE = re.compile(r"^\s?\([^()]{1,20}\)")  # "Jan Lund (27) und Ada Berg"
PLURAL = "en"  # how verbs end of which "sie" are several
WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
PARTICLES = frozenset(words_of("authors", "particle"))
Told = tuple[Quote, str | None]  # with the full name of who speaks


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the quotes of an article bring with them."""

    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()


def name_speakers(article: Article, quotes: Sequence[Quote]) -> Spoken:
    """The quotes with their speakers' referents, and the people who are meant."""
    text, cast = article.document.text, _read_cast(article, quotes)
    full = {words: _find_full(text, words, cast) for words in cast.named}
    people = frozenset(filter(None, full.values()))
    held = {noun: _list_holders(text, noun, people, cast) for noun in cast.nouns}
    told: list[Told] = []
    for quote in quotes:
        last = told[-1] if told else None
        meant = full.get(_read_named(quote)) or _find_holder(quote, held, people)
        told.append((quote, meant or _go_on(text, last, quote, cast)))
    return _make_spoken(article, told)


@dataclass(frozen=True, slots=True)
class _Cast:
    """What tells the people of an article apart. named, nouns: the names and roles that speak. full:
    the last word of a name of two words and more that speaks -> such names. places: where each word
    of the text begins. words: those that it writes small. genders: pronouns -> given names of whom
    they may mean.
    """

    named: frozenset[str]
    nouns: frozenset[str]
    full: Mapping[str, set[str]]
    places: Mapping[str, list[int]]
    words: frozenset[str]
    roles: re.Pattern[str]
    joined: frozenset[str]
    genders: Mapping[str, frozenset[str]]


def _read_cast(article: Article, quotes: Sequence[Quote]) -> _Cast:
    code = article.document.language
    language = next((one for one in read_languages() if one.code == code), Language("", ""))
    speech = language.speech
    named = frozenset(filter(None, map(_read_named, quotes)))
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in named:
        if " " in name:
            full[name.rpartition(" ")[2]].add(name)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for found in WORD.finditer(article.document.text):
        places[found.group()].append(found.start())
    male, female = MEN - WOMEN, WOMEN - MEN
    return _Cast(
        named,
        frozenset(filter(None, map(_read_noun, quotes))),
        full,
        places,
        frozenset(word for word in places if not word[0].isupper()),
        compile_words(role.lstrip("*") for role in speech.roles),
        frozenset(language.authors.joined),
        dict.fromkeys(speech.he, male) | dict.fromkeys(speech.she, female),
    )


def _read_named(quote: Quote) -> str:
    """The name of who speaks, "" where none is told."""
    is_named = quote.speaker_mention_kind == "name"
    return " ".join((quote.speaker_text or "").split()) if is_named else ""


def _read_noun(quote: Quote) -> str:
    """The last word of a role, "" where none is told."""
    is_role = quote.speaker_mention_kind == "role"
    return (quote.speaker_text or "").rpartition(" ")[2] if is_role else ""


def is_full(words: str) -> bool:
    """Whether it is a known given name and something behind it."""
    given, _, surname = words.partition(" ")
    return bool(surname) and given in FIRST_NAMES


def _find_full(text: str, words: str, cast: _Cast) -> str | None:
    """The full name of who is named: where it is a surname, of the only one with it in the text."""
    if is_full(words):
        return words
    last = words.rpartition(" ")[2]
    others = {one for one in cast.full.get(last, ()) if one.endswith(" " + words)}
    places = _list_places(text, words, cast)
    full = others | {_read_full(text, at, words, cast) for at in places} - {""}
    name = next(iter(full)) if len(full) == 1 else None
    return name if name and is_full(name) else None


def _list_places(text: str, words: str, cast: _Cast) -> Iterator[int]:
    """Where a surname begins that no other capital follows."""
    last = words.rpartition(" ")[2]
    for place in cast.places.get(last, ()):
        end = place + len(last)
        follows = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if not follows and text.startswith(words, end - len(words)):
            yield end - len(words)


def _read_full(text: str, at: int, surname: str, cast: _Cast) -> str:
    """The name in full that ends in a surname: from a known given name on, or with a capital before
    it that may be one; "" where it stands alone or behind a role.
    """
    before = BEFORE.search(text[max(0, at - LONGEST_BEFORE) : at])
    words = before.group().split() if before else []
    for first, word in enumerate(words):
        if word in FIRST_NAMES and _is_name(words[first:]):
            return " ".join([*words[first:], surname])
    return f"{words[-1]} {surname}" if words and _may_be_given(words[-1], cast) else ""


def _is_name(words: Sequence[str]) -> bool:
    """Whether nothing but other names and particles stands between given name and surname."""
    return all(word[0].isupper() or word in PARTICLES for word in words)


def _may_be_given(word: str, cast: _Cast) -> bool:
    """Whether a capital before a surname may be a given name: no role, and no word of the text."""
    is_role = cast.roles.search(word) is not None or "-" in word
    return word[0].isupper() and not is_role and word.casefold() not in cast.words


def _find_holder(
    quote: Quote, held: Mapping[str, list[tuple[int, str]]], people: frozenset[str]
) -> str | None:
    """The only one of those who speak before whose name the role stands in the text before."""
    told = held.get(_read_noun(quote), [])
    if not told or told[0][0] >= quote.char_start:
        return None
    is_only = len(told) == 1 or told[1][0] >= quote.char_start
    return told[0][1] if is_only and told[0][1] in people else None


def _list_holders(
    text: str, noun: str, people: frozenset[str], cast: _Cast
) -> list[tuple[int, str]]:
    """Those before whose names a role stands, each once, with the place of the first."""
    found: dict[str, int] = {}
    for place in cast.places.get(noun, ()):
        behind = BEHIND.match(text, place + len(noun))
        name = _read_holder(behind[1], people, cast) if behind else ""
        if name:
            found.setdefault(name, place)
    return sorted((place, name) for name, place in found.items())


def _read_holder(words: str, people: frozenset[str], cast: _Cast) -> str:
    """Who is named at the beginning of words; two are nobody whom the words tell."""
    name = next((one for one in sorted(people) if words.startswith(one)), "")
    rest = AGE.sub("", words[len(name) :]).split()
    if name and not (rest and rest[0] in cast.joined):
        return name
    return words if words.split(maxsplit=1)[0] in FIRST_NAMES else ""


def _go_on(text: str, last: Told | None, quote: Quote, cast: _Cast) -> str | None:
    """The person who spoke last, where "he" says the very next thing."""
    if quote.speaker_mention_kind != "pronoun" or last is None or last[1] is None:
        return None
    before, name = last
    meant = cast.genders.get((quote.speaker_text or "").casefold(), frozenset())
    is_same = last[1].split(maxsplit=1)[0] in meant and not (quote.cue_text or "").endswith(PLURAL)
    return name if is_same and _is_next(text, before, quote) else None


def _is_next(text: str, last: Quote, quote: Quote) -> bool:
    """Whether no sentence stands between two quotes."""
    start = max(last.char_end, last.speaker_end or 0)
    between = text[start : quote.char_start].strip()
    near = 0 <= quote.char_start - start <= LONGEST_BETWEEN
    return near and not BREAK.search(between)


def _make_spoken(article: Article, told: Sequence[Told]) -> Spoken:
    meant = tuple(_give(article, quote, name) if name else quote for quote, name in told)
    mentions = {mention.mention_id: mention for mention in _list_mentions(article, told)}
    ordered = tuple(sorted(mentions.values(), key=lambda mention: mention.char_start))
    return Spoken(meant, ordered, tuple(_list_referents(article, ordered, told)))


def _give(article: Article, quote: Quote, name: str) -> Quote:
    kind = _name_kind(quote, name)
    return replace(quote, speaker_mention_kind=kind, speaker_referent_id=_key(article, name))


def _key(article: Article, name: str) -> str:
    return make_referent_id(article.article_id, "person", name)


def _list_mentions(article: Article, told: Sequence[Told]) -> Iterator[Mention]:
    """Where those who speak are named, or meant; and where each is named in full first."""
    for quote, name in told:
        if name and quote.speaker_start is not None and quote.speaker_end is not None:
            kind: MentionKind = _name_kind(quote, name)
            yield _make_mention(article, name, (quote.speaker_start, quote.speaker_end), kind)
    for name in dict.fromkeys(name for _, name in told if name):
        start = article.document.text.find(name)
        if start >= 0:
            yield _make_mention(article, name, (start, start + len(name)), "name")


def _name_kind(quote: Quote, name: str) -> MentionKind:
    if quote.speaker_mention_kind == "role":
        return "role"
    if quote.speaker_mention_kind == "pronoun":
        return "pronoun"
    return "name" if quote.speaker_text == name else "surname"


def _make_mention(
    article: Article, name: str, place: tuple[int, int], kind: MentionKind
) -> Mention:
    start, end = place
    return Mention(
        mention_id=make_key("mention", article.article_id, False, start, end),
        article_id=article.article_id,
        in_title=False,
        text=article.document.text[start:end],
        char_start=start,
        char_end=end,
        kind="person",
        mention_kind=kind,
        referent_id=_key(article, name),
    )


def _list_referents(
    article: Article, mentions: Sequence[Mention], told: Sequence[Told]
) -> Iterator[Referent]:
    for name in sorted({name for _, name in told if name}):
        key = _key(article, name)
        named = [one for one in mentions if one.referent_id == key]
        counts = Counter(
            (one.text, one.mention_kind) for one in named if one.mention_kind in {"name", "surname"}
        )
        forms = tuple(sorted((form, kind, count) for (form, kind), count in counts.items()))
        yield Referent(key, article.article_id, name, "person", forms)
