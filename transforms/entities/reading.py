"""An article, its parse, names and quotes in; every mention with whom it means, the referents and their relations out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from transforms.entities.cast import Cast
from transforms.entities.countries import Country, find_country
from transforms.entities.groups import Group, group_names, make_referent_id
from transforms.entities.mention_kinds import is_surname_of
from transforms.entities.names import Name, Names
from transforms.entities.relations import find_relations
from transforms.entities.resolve import Meant, resolve_stand_ins
from transforms.entities.roles import find_roles
from transforms.entities.speakers import Speaker, describe_speakers
from transforms.entities.stand_ins import StandIn, find_stand_ins
from transforms.entities.terrain import Terrain
from transforms.keys import make_key
from transforms.parse import Parse
from transforms.records import AliasKind, Article, Mention, MentionKind, Quote, Referent, Relation

Forms = Counter[tuple[str, AliasKind]]


@dataclass(frozen=True, slots=True)
class Reading:
    """Who is meant in one article. speakers: quote_id -> who speaks, and for whom."""

    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    relations: tuple[Relation, ...] = ()
    speakers: Mapping[str, Speaker] = field(default_factory=dict)


def read_mentions(article: Article, parse: Parse, names: Names, quotes: Sequence[Quote] = ()) -> Reading:
    """Names, roles, pronouns and speakers with their referents: None where the article does not tell, never a guess at random."""
    terrain = Terrain(parse, names, quotes)
    groups = group_names(names)
    phrases = list(find_roles(terrain))
    cast = Cast(groups, phrases, terrain)
    stand_ins = find_stand_ins(terrain, phrases)
    meant = resolve_stand_ins(terrain, cast, stand_ins)
    speakers = describe_speakers(terrain, cast, stand_ins, meant)
    return Reading(
        mentions=_make_mentions(terrain, cast, stand_ins, meant),
        referents=_make_referents(article.article_id, groups, stand_ins, meant),
        relations=find_relations(article.article_id, phrases, cast, terrain),
        speakers=speakers,
    )


def _make_mentions(terrain: Terrain, cast: Cast, stand_ins: Sequence[StandIn], meant: Meant) -> tuple[Mention, ...]:
    """Names first: a span that is both is a name."""
    found: dict[tuple[bool, int, int], Mention] = {}
    for mention in [
        *(_name_mention(terrain.article_id, name, cast.group_of[name]) for name in terrain.names),
        *(_stand_in_mention(terrain, one, meant.get((one.piece, one.head.i)), cast) for one in stand_ins),
    ]:
        found.setdefault((mention.in_title, mention.char_start, mention.char_end), mention)
    return tuple(sorted(found.values(), key=lambda mention: (not mention.in_title, mention.char_start, mention.char_end)))


def _name_mention(article_id: str, name: Name, group: Group) -> Mention:
    return Mention(
        mention_id=make_key("mention", article_id, name.in_title, name.char_start, name.char_end),
        article_id=article_id,
        in_title=name.in_title,
        text=name.text,
        char_start=name.char_start,
        char_end=name.char_end,
        kind=name.kind,
        mention_kind=tell_kind_in_group(name, group),
        referent_id=group.referent_id,
    )


def tell_kind_in_group(name: Name, group: Group) -> MentionKind:
    """As the name itself tells, or a surname where the person is named in full elsewhere."""
    return "surname" if name.kind == "person" and is_surname_of(name.text, group.name) else name.mention_kind


def _stand_in_mention(terrain: Terrain, one: StandIn, referent_id: str | None, cast: Cast) -> Mention:
    paragraph = terrain.pieces[one.piece]
    start, end = paragraph.start_of(one.span), paragraph.end_of(one.span)
    return Mention(
        mention_id=make_key("mention", terrain.article_id, paragraph.in_title, start, end),
        article_id=terrain.article_id,
        in_title=paragraph.in_title,
        text=one.span.text,
        char_start=start,
        char_end=end,
        kind=cast.kind_of.get(referent_id or "", one.kind),
        mention_kind=one.mention_kind,
        referent_id=referent_id,
    )


def _make_referents(article_id: str, groups: Sequence[Group], stand_ins: Iterable[StandIn], meant: Meant) -> tuple[Referent, ...]:
    """One a group, and one for each country that only its capital stands for."""
    forms: defaultdict[str, Forms] = defaultdict(Counter)
    for group in groups:
        forms[group.referent_id].update(_alias_of(name, group) for name in group.names)
    for one in stand_ins:
        if one.mention_kind == "role" and (referent := meant.get((one.piece, one.head.i))):
            forms[referent][" ".join(one.span.text.split()), "role"] += 1
    named = {group.referent_id: Referent(group.referent_id, article_id, group.name, group.kind, (), group.country_code) for group in groups}
    for country, capital in _find_capitals_that_act(groups):
        referent = make_referent_id(article_id, "place", country.name)
        named.setdefault(referent, Referent(referent, article_id, country.name, "place", (), country.code))
        forms[referent][capital, "metonym"] += 1
    return tuple(replace(referent, forms=_sorted_forms(forms[referent.referent_id])) for referent in named.values())


def _find_capitals_that_act(groups: Iterable[Group]) -> Iterator[tuple[Country, str]]:
    for group in groups:
        for name in group.names:
            if name.kind == "place" and name.mention_kind == "metonym" and (country := find_country(name.text)):
                yield country, name.text


def _alias_of(name: Name, group: Group) -> tuple[str, AliasKind]:
    """A seat of government or a capital is its own name; what it stands for has it as a metonym."""
    told = tell_kind_in_group(name, group)
    kind: AliasKind = told if told in {"surname", "acronym", "demonym"} else "name"
    return " ".join(name.text.split()), kind


def _sorted_forms(forms: Forms) -> tuple[tuple[str, AliasKind, int], ...]:
    return tuple(sorted((form, kind, count) for (form, kind), count in forms.items()))
