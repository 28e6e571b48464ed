"""The quotes of an article that is not parsed -> the same with the people whom their speakers are,
where nobody else can be: by a full name, by the surname or given name of one whom the text names in
full, by the role that stands before the name of one who speaks, or as "he" right behind what he
said or a sentence that begins with him.

People with a known given name, and bodies that everybody knows: what else a name without a parse
may be, another body or a word, is not told.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from transforms.entities.grouping.groups import make_referent_id
from transforms.entities.meaning.full_names import (
    NameText,
    find_full,
    list_surnames,
    read_name_text,
)
from transforms.entities.meaning.held_roles import Holder, Role, find_holder, read_role
from transforms.entities.meaning.told_before import (
    Meant,
    People,
    Told,
    find_dropped,
    find_meant,
    read_genders,
)
from transforms.keys import make_key
from transforms.records import Article, EntityKind, Mention, MentionKind, Quote, Referent
from transforms.world.languages import Language, read_languages
from transforms.world.well_known import WORLD_BODIES

DROPPED = 0.85  # confidence that a verb without a subject goes on with who is named before


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the quotes of an article bring with them."""

    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()


def name_speakers(article: Article, quotes: Sequence[Quote]) -> Spoken:
    """The quotes with their speakers' referents, and the people who are meant."""
    cast = _read_cast(article, quotes)
    told: list[Told] = []
    for quote in quotes:
        last = told[-1] if told else None
        named = cast.full.get(_read_named(quote)) or _find_body(quote, cast.people.known)
        name = named or _find_holder(quote, cast)
        told.append(Told(quote, name) if name else _find_meant(last, quote, cast.people))
    return _make_spoken(article, told)


def _find_meant(last: Told | None, quote: Quote, people: People) -> Told:
    """A quote with the person whom its pronoun means, or its verb without one."""
    if dropped := find_dropped(last, quote, people):
        return Told(_place_speaker(quote, dropped, people.known.text), dropped.name)
    meant = find_meant(last, quote, people)
    return Told(quote, meant.name if meant else None)


def _place_speaker(quote: Quote, meant: Meant, text: str) -> Quote:
    """The quote with its speaker where he is named before it."""
    if meant.place is None:
        return quote
    start, end = meant.place
    return replace(
        quote,
        speaker_text=text[start:end],
        speaker_start=start,
        speaker_end=end,
        speaker_mention_kind=meant.kind,
        confidence=DROPPED,
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """What tells the people of an article apart. full: the names that speak -> the full name.
    holders: the roles that speak -> who has them.
    """

    people: People
    full: Mapping[str, str | None]
    holders: Mapping[Role, Holder | None]


def _read_cast(article: Article, quotes: Sequence[Quote]) -> _Cast:
    code = article.document.language
    language = next((one for one in read_languages() if one.code == code), Language("", ""))
    known = read_name_text(article.document.text, language)
    named = frozenset(filter(None, map(_read_named, quotes)))
    name_in_full = _make_name_finder(known, named)
    full = {words: name_in_full(words) for words in named}
    people = frozenset(filter(None, full.values()))
    roles = {read_role(words, known) for words in map(_read_noun, quotes) if words} - {None}
    return _Cast(
        People(
            known,
            frozenset(word for name in named for word in name.split()) | list_surnames(known),
            name_in_full,
            read_genders(language.speech.he, language.speech.she),
        ),
        full,
        {role: find_holder(known, role, people) for role in roles if role},
    )


def _make_name_finder(known: NameText, named: frozenset[str]) -> Callable[[str], str | None]:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in named:
        if " " in name:
            bearers[name.rpartition(" ")[2]].add(name)

    @cache
    def name_in_full(words: str) -> str | None:
        return find_full(known, words, bearers.get(words.rpartition(" ")[2], ()))

    return name_in_full


def _read_named(quote: Quote) -> str:
    """The name of who speaks, "" where none is told."""
    is_named = quote.speaker_mention_kind == "name"
    return " ".join((quote.speaker_text or "").split()) if is_named else ""


def _read_noun(quote: Quote) -> str:
    """The words of a role, "" where none is told."""
    is_role = quote.speaker_mention_kind == "role"
    return " ".join((quote.speaker_text or "").split()) if is_role else ""


def _find_body(quote: Quote, known: NameText) -> str | None:
    """The well-known body that is named, with or without an article: "die WHO"."""
    if quote.speaker_mention_kind not in {"name", "role"}:
        return None
    words = " ".join((quote.speaker_text or "").split())
    article, _, rest = words.partition(" ")
    name = rest if article.casefold() in known.determiners and rest in WORLD_BODIES else words
    return name if name in WORLD_BODIES else None


def _find_holder(quote: Quote, cast: _Cast) -> str | None:
    """Who has the role that speaks, by what the text says before."""
    words = _read_noun(quote)
    role = read_role(words, cast.people.known) if words else None
    holder = cast.holders.get(role) if role else None
    return holder.name if holder and holder.start < quote.char_start < holder.end else None


def _tell_kind(name: str) -> EntityKind:
    return "organisation" if name in WORLD_BODIES else "person"


def _make_spoken(article: Article, told: Sequence[Told]) -> Spoken:
    meant = tuple(_give(article, one.quote, one.name) if one.name else one.quote for one in told)
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
    for quote, name in ((one.quote, one.name) for one in told):
        if name and quote.speaker_start is not None and quote.speaker_end is not None:
            kind: MentionKind = _name_kind(quote, name)
            yield _make_mention(article, name, (quote.speaker_start, quote.speaker_end), kind)
    for name in dict.fromkeys(one.name for one in told if one.name):
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
    for name in sorted({one.name for one in told if one.name}):
        key = _key(article, name)
        named = [one for one in mentions if one.referent_id == key]
        counts = Counter(
            (one.text, one.mention_kind)
            for one in named
            if one.mention_kind in {"name", "surname", "acronym"}
        )
        forms = tuple(sorted((form, kind, count) for (form, kind), count in counts.items()))
        yield Referent(key, article.article_id, name, _tell_kind(name), forms)
