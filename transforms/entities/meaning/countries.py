"""The groups and role phrases of an article in, the country of people and bodies out, with the
words that say so.

A person has the country whose office he holds ("U.S. Treasury Secretary", "Norway's president"), a
body the one that is said beside it ("the Russian foreign ministry", "the Norwegian broadcaster
NRK") or that the name of a ministry, army or embassy begins with.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transforms.entities.grouping.groups import Group
from transforms.entities.meaning.nations import (
    find_article_nation,
    is_american_state,
    is_of_a_nation,
)
from transforms.entities.meaning.roles import RolePhrase
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.naming.names import Name
from transforms.grammar.tokens import Doc
from transforms.world.countries import COUNTRY_NAMES, FORMS, SHARED_NAMES
from transforms.world.lexicon import BODY_NOUNS, CALLED_BODIES
from transforms.world.words import read_words, split_words

Told = tuple[str, str]  # code, words

STATE_OFFICES = read_words("state_offices")
MEMBER = 8  # tokens behind a name in which party and state stand
# "(R-Ohio)", ", D-N.Y.,": a member of Congress
PARTY_AND_STATE = re.compile(
    r"\s?(?:\(|,\s)(?P<seat>[RDI]\.?\s?[-–]\s?[A-Z][a-z]{0,4}\.?[A-Za-z. ]{0,12})[),]"
)
ABOUT = read_words("roles_about")  # "Russia expert"
SENT = frozenset({"envoy", "negotiator", "observer"})  # of those, who stands for a country
NATIONAL_BODIES = read_words("national_bodies")
PUBLIC_HEADS = read_words("public_heads")
ELSEWHERE = read_words("places_after_peoples")  # "British Columbia Ferry Authority"
BESIDE = frozenset({"in", "at", "near"})
BEFORE_BODY = BODY_NOUNS | CALLED_BODIES | read_words("bodies_of_trade") | read_words("by_trade")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
FAR = 4  # words between a nation and the body that it is said of
LONGEST_FORM = max(len(form.split()) for form in FORMS)  # words


def give_countries(
    groups: Sequence[Group], phrases: Iterable[RolePhrase], terrain: Terrain
) -> list[Group]:
    """The same groups; a country is given only where all that is told agrees, or most of it."""
    told: defaultdict[str, Counter[Told]] = defaultdict(Counter)
    group_of = {name: group.referent_id for group in groups for name in group.names}
    for person, words in [*_find_of_people(phrases), *_find_of_members(terrain)]:
        told[group_of[person]][words] += 1
    for name, words in [*_find_of_bodies(terrain), *_find_of_owned(terrain)]:
        told[group_of[name]][words] += 1
    given = [_with_country(group, told[group.referent_id]) for group in groups]
    return _give_nation(given, terrain)


def _give_nation(groups: list[Group], terrain: Terrain) -> list[Group]:
    """With its country for what each nation has and the article calls by none: "the Senate"."""
    if not any(map(_wants_nation, groups)):
        return groups
    text = "\n".join(paragraph.text for paragraph in terrain.pieces)
    return [_with_nation(group, terrain, text) for group in groups]


def _with_nation(group: Group, terrain: Terrain, text: str) -> Group:
    found = (
        find_article_nation(group.name, list(terrain.names), text) if _wants_nation(group) else None
    )
    return replace(group, country_code=found[0], country_evidence=found[1]) if found else group


def _wants_nation(group: Group) -> bool:
    is_body = group.kind == "organisation" and group.country_code is None
    return is_body and is_of_a_nation(group.name)


def _with_country(group: Group, told: Counter[Told]) -> Group:
    codes: Counter[str] = Counter()
    for (code, _), count in told.items():
        codes[code] += count
    ranked = codes.most_common(2)
    if (
        group.kind == "place"
        or group.country_code
        or not ranked
        or (len(ranked) > 1 and ranked[0][1] == ranked[1][1])
    ):
        return group
    code = ranked[0][0]
    words = min(
        (words for own, words in told if own == code), key=lambda words: (-told[code, words], words)
    )
    return replace(group, country_code=code, country_evidence=words)


def _find_of_people(phrases: Iterable[RolePhrase]) -> Iterator[tuple[Name, Told]]:
    """ "U.S. Treasury Secretary Ada Quill", "Ada Quill, Norway's president", "the Russian leader,
    Ivan Belov".
    """
    for phrase in phrases:
        if phrase.person is None or _is_about(phrase):
            continue
        for owner in phrase.owners:
            if _is_sent_to(phrase, owner):
                continue
            if found := read_code(owner) or _read_state(phrase, owner):
                yield phrase.person, (found, " ".join(phrase.span.text.split()))
                break


def _is_sent_to(phrase: RolePhrase, owner: Name) -> bool:
    """ "Ambassador to Norland", of whatever nation."""
    doc, at = phrase.head.doc, phrase.head.i + 1
    return owner.start > phrase.head.i and doc[at : at + 1].text == "to"


def _read_state(phrase: RolePhrase, owner: Name) -> str | None:
    """ "Ohio governor Ada Quill", "Ada Quill, Democrat of Ohio"."""
    return "US" if phrase.noun in STATE_OFFICES and is_american_state(owner) else None


def _find_of_members(terrain: Terrain) -> Iterator[tuple[Name, Told]]:
    """ "Ada Quill (R-Ohio)", "Ada Quill, D-Ohio,"."""
    for name in terrain.names:
        if name.kind != "person":
            continue
        doc = terrain.pieces[name.piece].doc
        after = doc[name.end : name.end + MEMBER].text
        if found := PARTY_AND_STATE.match(after):
            yield name, ("US", found["seat"])


def _is_about(phrase: RolePhrase) -> bool:
    """ "Norland expert", but not "the Norlandish envoy", nor "Norland's envoy to Peru"."""
    if phrase.noun not in ABOUT:
        return False
    places = [name for name in phrase.of if name.kind == "place"]
    is_sent = len(phrase.owners) < len(phrase.of)
    is_native = bool(places) and places[0].mention_kind == "demonym"
    return not (phrase.noun in SENT and (is_sent or is_native))


def read_code(owner: Name) -> str | None:
    """The code of a country, a people, or a body whose name begins with one."""
    if owner.text in FORMS:
        return _code_of(owner.text)
    return read_nation(owner.text) or read_name(owner.text) if owner.kind != "place" else None


def read_nation(form: str) -> str | None:
    """The country that a name begins with: "U.S. Treasury"."""
    words = form.removeprefix("The ").removeprefix("the ").split()
    for length in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        found = FORMS.get(" ".join(words[:length]).removesuffix("'s").removesuffix("’s"))
        if found and found.kind != "capital":
            return _code_of(" ".join(words[:length]).removesuffix("'s").removesuffix("’s"))
    return None


def read_name(body: str) -> str | None:
    """The country that the name of a body says it is of: "Norlandish Food Safety Authority", "Bank
    of Norland"; not where it goes on to lie somewhere ("American School in Oslo").
    """
    words = split_words(body)
    if " ".join(words[:2]) in ELSEWHERE or not BESIDE.isdisjoint(words):
        return None
    if any(" ".join(words).endswith(national) for national in NATIONAL_BODIES):
        return read_nation(body)
    head, _, seat = body.removesuffix("'s").removesuffix("’s").rpartition(" of ")
    if seat in FORMS:
        is_named = FORMS[seat].kind == "name" and _is_public(head.lower().split())
        return _code_of(seat) if is_named else None
    return read_nation(body) if _is_public([words[-1], *head.lower().split()[-1:]]) else None


def _is_public(words: Iterable[str]) -> bool:
    return not PUBLIC_HEADS.isdisjoint(words)


def _code_of(form: str) -> str | None:
    return None if form in SHARED_NAMES else FORMS[form].country.code


def _find_of_bodies(terrain: Terrain) -> Iterator[tuple[Name, Told]]:
    for name in terrain.names:
        if name.kind == "organisation" and (found := _find_of_body(terrain, name)):
            yield name, found


def _find_of_owned(terrain: Terrain) -> Iterator[tuple[Name, Told]]:
    """ "Japan's Aiko Tanabe"."""
    for name in terrain.names:
        doc, at = terrain.pieces[name.piece].doc, name.start - 2
        owner = terrain.name_at[name.piece].get(at) if name.kind == "person" else None
        if owner is None or doc[at + 1].text not in POSSESSIVE or owner.text not in COUNTRY_NAMES:
            continue
        if code := _code_of(owner.text):
            yield name, (code, " ".join(doc[owner.start : name.end].text.split()))


def _find_of_body(terrain: Terrain, name: Name) -> Told | None:
    if code := read_name(name.text):
        return code, name.text
    doc = terrain.pieces[name.piece].doc
    start = _before_noun(doc, name.start)
    at = start - 2 if start > 1 and doc[start - 1].text in POSSESSIVE else start - 1
    nation = terrain.name_at[name.piece].get(at) if at >= 0 else None
    if nation is None or nation.kind != "place" or nation.end != at + 1:
        return None
    is_said = nation.mention_kind == "demonym" or at == start - 2 or start == name.start
    code = (
        read_code(nation)
        if is_said and FORMS.get(nation.text) and FORMS[nation.text].kind != "capital"
        else None
    )
    return (code, " ".join(doc[nation.start : name.end].text.split())) if code else None


def _before_noun(doc: Doc, start: int) -> int:
    """Back over "state broadcaster" in "the Norwegian state broadcaster NRK"; `start` where no such
    noun stands before.
    """
    if not start or doc[start - 1].text not in BEFORE_BODY:
        return start
    at = start - 1
    while (
        at > start - FAR
        and at
        and doc[at - 1].text.islower()
        and doc[at - 1].pos_ in {"NOUN", "ADJ"}
    ):
        at -= 1
    return at
