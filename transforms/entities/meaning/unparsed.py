"""The quotes of an article that is not parsed -> the same with the people whom their speakers are,
where nobody else can be: by a full name, by the surname or given name of one whom the text names in
full, by the role that stands before the name of one who speaks, or as "he" right behind what he
said or a sentence that begins with him.

People with a known given name, and bodies that everybody knows: what else a name without a parse
may be, another body or a word, is not told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from transforms.entities.grouping.groups import make_referent_id
from transforms.entities.meaning.full_names import (
    NameText,
    find_full,
    is_given,
    read_name,
    read_name_text,
)
from transforms.keys import make_key
from transforms.records import Article, EntityKind, Mention, MentionKind, Quote, Referent
from transforms.world.languages import Language, read_languages
from transforms.world.lexicon import MEN, WOMEN
from transforms.world.well_known import WORLD_BODIES

BREAK = re.compile(r"[.!?…]['’\"”“»]{0,2}\s+(?=\S)")
LONGEST_BETWEEN = 160  # characters between two quotations of one speaker
BEHIND = re.compile(r",?\s([^,.:;!?\n]{2,60})")  # a role
AGE = re.compile(r"^\s?\([^()]{1,20}\)")  # "Jan Lund (27) und Ada Berg"
PLURAL = "en"  # how verbs end of which "sie" are several
LONGEST_SENTENCE = 300  # characters
ENDS, OPENING, CLOSING = (".", "!", "?", "…", ":"), " \n–—-„“”»«›‹\"'‘", "'’\"”“»"
# a full name, or a part of one, and the word in small letters behind it
NAME = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_a-zà-ÿ][\w’'-]*)*")
SMALL = re.compile(r" ([a-zà-ÿ][\w’'-]*)")
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
    full = {words: cast.name_in_full(words) for words in cast.named}
    people = frozenset(filter(None, full.values()))
    held = {noun: _list_holders(text, noun, people, cast) for noun in cast.nouns}
    told: list[Told] = []
    for quote in quotes:
        last = told[-1] if told else None
        named = full.get(_read_named(quote)) or _find_body(quote, cast)
        meant = named or _find_holder(quote, held, people)
        told.append((quote, meant or _find_meant(text, last, quote, cast)))
    return _make_spoken(article, told)


@dataclass(frozen=True, slots=True)
class _Cast:
    """What tells the people of an article apart. named, nouns: the names and roles that speak.
    name_in_full: a name or a part of one -> the full name. genders: pronouns -> given names of whom
    they may mean.
    """

    known: NameText
    named: frozenset[str]
    nouns: frozenset[str]
    name_in_full: Callable[[str], str | None]
    genders: Mapping[str, frozenset[str]]


def _read_cast(article: Article, quotes: Sequence[Quote]) -> _Cast:
    code = article.document.language
    language = next((one for one in read_languages() if one.code == code), Language("", ""))
    speech = language.speech
    known = read_name_text(article.document.text, language)
    named = frozenset(filter(None, map(_read_named, quotes)))
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in named:
        if " " in name:
            bearers[name.rpartition(" ")[2]].add(name)

    @cache
    def name_in_full(words: str) -> str | None:
        return find_full(known, words, bearers.get(words.rpartition(" ")[2], ()))

    male, female = MEN - WOMEN, WOMEN - MEN
    return _Cast(
        known,
        named,
        frozenset(filter(None, map(_read_noun, quotes))),
        name_in_full,
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


def _find_body(quote: Quote, cast: _Cast) -> str | None:
    """The well-known body that is named, with or without an article: "die WHO"."""
    if quote.speaker_mention_kind not in {"name", "role"}:
        return None
    words = " ".join((quote.speaker_text or "").split())
    article, _, rest = words.partition(" ")
    name = rest if article.casefold() in cast.known.determiners and rest in WORLD_BODIES else words
    return name if name in WORLD_BODIES else None


def _tell_kind(name: str) -> EntityKind:
    return "organisation" if name in WORLD_BODIES else "person"


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
    for place in cast.known.places.get(noun, ()):
        behind = BEHIND.match(text, place + len(noun))
        name = _read_holder(behind[1], people, cast) if behind else ""
        if name:
            found.setdefault(name, place)
    return sorted((place, name) for name, place in found.items())


def _read_holder(words: str, people: frozenset[str], cast: _Cast) -> str:
    """Who is named at the beginning of words; two are nobody whom the words tell."""
    name = next((one for one in sorted(people) if words.startswith(one)), "")
    rest = AGE.sub("", words[len(name) :]).split()
    if name and not (rest and rest[0] in cast.known.joined):
        return name
    return words if is_given(words.split(maxsplit=1)[0]) else ""


def _find_meant(text: str, last: Told | None, quote: Quote, cast: _Cast) -> str | None:
    """Whom "he" means: the person who spoke last where he says the very next thing, else whom the
    sentence right before begins with.
    """
    if quote.speaker_mention_kind != "pronoun" or (quote.cue_text or "").endswith(PLURAL):
        return None
    before = last[1] if last and _is_next(text, last[0], quote) else None
    name = before or _find_subject(text, quote, cast)
    meant = cast.genders.get((quote.speaker_text or "").casefold(), frozenset())
    return name if name and _is_of(name, meant) else None


def _is_of(name: str, given: frozenset[str]) -> bool:
    return name.split(maxsplit=1)[0] in given


def _find_subject(text: str, quote: Quote, cast: _Cast) -> str | None:
    """The full name of whom the sentence right before a quote is told: it begins with the name, and
    a word in small letters goes on.
    """
    begin = quote.char_start if quote.speaker_start is None else quote.speaker_start
    start, end = _find_sentence(text, min(quote.char_start, begin))
    words = NAME.match(text, start, end)
    behind = SMALL.match(text, words.end(), end) if words else None
    if words is None or behind is None or behind[1] in cast.known.joined:
        return None
    single = " " not in words.group()
    return cast.name_in_full(words.group()) if single else read_name(cast.known, start) or None


def _find_sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence stands that ends right before a place, in its paragraph or as the last of
    the one before; an empty place where none does.
    """
    floor = max(0, at - LONGEST_SENTENCE)
    end = floor + len(text[floor:at].rstrip(OPENING))
    floor = max(floor, text.rfind("\n", floor, end) + 1)
    if not text[floor:end].rstrip(CLOSING).endswith(ENDS):
        return at, at
    ends = [found.end() for found in BREAK.finditer(text, floor, end)]
    return (ends[-1] if ends else floor), end


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
    return make_referent_id(article.article_id, _tell_kind(name), name)


def _list_mentions(article: Article, told: Sequence[Told]) -> Iterator[Mention]:
    """Where those who speak are named, or meant; and where each is named in full first."""
    for quote, name in told:
        if name and quote.speaker_start is not None and quote.speaker_end is not None:
            kind: MentionKind = _name_kind(quote, name)
            yield _make_mention(article, name, (quote.speaker_start, quote.speaker_end), kind)
    for name in dict.fromkeys(name for _, name in told if name):
        start = article.document.text.find(name)
        if start >= 0:
            yield _make_mention(article, name, (start, start + len(name)), _tell_alias(name))


def _tell_alias(name: str) -> MentionKind:
    return "acronym" if name in WORLD_BODIES and name.isupper() else "name"


def _name_kind(quote: Quote, name: str) -> MentionKind:
    if name in WORLD_BODIES:
        return _tell_alias(name)
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
        kind=_tell_kind(name),
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
            (one.text, one.mention_kind)
            for one in named
            if one.mention_kind in {"name", "surname", "acronym"}
        )
        forms = tuple(sorted((form, kind, count) for (form, kind), count in counts.items()))
        yield Referent(key, article.article_id, name, _tell_kind(name), forms)
