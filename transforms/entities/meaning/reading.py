"""An article, its parse, names and quotes in; every mention with whom it means, the referents and
their relations out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.entities.grouping.groups import Group, group_names
from transforms.entities.grouping.states import find_states
from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.countries import give_countries
from transforms.entities.meaning.referents import find_role_forms, make_referents
from transforms.entities.meaning.relations import find_relations
from transforms.entities.meaning.resolve import Meant, resolve_stand_ins
from transforms.entities.meaning.roles import find_roles
from transforms.entities.meaning.scene import Weighed
from transforms.entities.meaning.speakers import Speaker, describe_speakers
from transforms.entities.meaning.stand_ins import StandIn, find_stand_ins
from transforms.entities.meaning.terrain import Terrain
from transforms.entities.meaning.voices import find_voices
from transforms.entities.naming.names import Name, Names
from transforms.entities.naming.own_readings import own_readings_of, read_own_outlet
from transforms.grammar.parse import Parse
from transforms.keys import make_key
from transforms.records import Article, Mention, Quote, Referent, Relation


@dataclass(frozen=True, slots=True)
class Reading:
    """Who is meant in one article. speakers: quote_id -> who speaks, and for whom.

    weighed: mention_id of a pronoun -> the people whom it may have meant.
    """

    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    relations: tuple[Relation, ...] = ()
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    weighed: Mapping[str, Sequence[Weighed]] = field(default_factory=dict)


def read_mentions(
    article: Article, parse: Parse, names: Names, quotes: Sequence[Quote] = ()
) -> Reading:
    """Names, roles, pronouns and speakers with their referents: None where the article does not
    tell, never a guess at random.
    """
    terrain = Terrain(parse, names, quotes)
    phrases = list(find_roles(terrain))
    states = find_states(parse, names)
    document = article.document
    readings = {**read_own_outlet(document), **own_readings_of(document.text)}
    grouped = group_names(names, states, readings)
    groups = give_countries(grouped, phrases, terrain)
    voices = list(find_voices(terrain))
    acting = {name for name in names if name.mention_kind == "metonym"} | {
        voice.name for voice in voices if voice.name
    }
    acting = {name for name in acting if name.text not in states}
    cast = Cast(groups, phrases, terrain, acting)
    stand_ins = find_stand_ins(terrain, phrases, voices)
    resolution = resolve_stand_ins(terrain, cast, stand_ins, voices)
    meant = resolution.meant
    return Reading(
        mentions=_make_mentions(article, terrain, cast, stand_ins, meant),
        referents=make_referents(groups, find_role_forms(stand_ins, meant), acting),
        relations=find_relations(article.article_id, phrases, cast, terrain),
        speakers=describe_speakers(cast, voices, stand_ins, meant),
        weighed={
            _stand_in_mention(article, terrain, one, None, cast).mention_id: resolution.weighed[
                one.piece, one.head.i
            ]
            for one in stand_ins
            if (one.piece, one.head.i) in resolution.weighed
        },
    )


def _make_mentions(
    article: Article, terrain: Terrain, cast: Cast, stand_ins: Sequence[StandIn], meant: Meant
) -> tuple[Mention, ...]:
    """Names first: a span that is both is a name."""
    found: dict[tuple[bool, int, int], Mention] = {}
    for mention in [
        *(_name_mention(article, name, cast.group_of[name]) for name in terrain.names),
        *(
            _stand_in_mention(article, terrain, one, meant.get((one.piece, one.head.i)), cast)
            for one in stand_ins
        ),
    ]:
        found.setdefault((mention.in_title, mention.char_start, mention.char_end), mention)
    return tuple(
        sorted(
            found.values(),
            key=lambda mention: (not mention.in_title, mention.char_start, mention.char_end),
        )
    )


def _slice(article: Article, in_title: bool, start: int, end: int) -> str:
    """The letters as the article has them."""
    text = article.document.title if in_title else article.document.text
    return (text or "")[start:end]


def _name_mention(article: Article, name: Name, group: Group) -> Mention:
    place = name.in_title, name.char_start, name.char_end
    return Mention(
        mention_id=make_key("mention", article.article_id, *place),
        article_id=article.article_id,
        in_title=name.in_title,
        text=_slice(article, *place),
        char_start=name.char_start,
        char_end=name.char_end,
        kind=name.kind,
        mention_kind=group.mention_kind_of(name),
        referent_id=group.referent_id,
    )


def _stand_in_mention(
    article: Article, terrain: Terrain, one: StandIn, referent_id: str | None, cast: Cast
) -> Mention:
    paragraph = terrain.pieces[one.piece]
    start, end = paragraph.start_of(one.span), paragraph.end_of(one.span)
    place = paragraph.in_title, start, end
    return Mention(
        mention_id=make_key("mention", article.article_id, *place),
        article_id=article.article_id,
        in_title=paragraph.in_title,
        text=_slice(article, *place),
        char_start=start,
        char_end=end,
        kind=cast.kind_of.get(referent_id or "", one.kind),
        mention_kind=one.mention_kind,
        referent_id=referent_id,
    )
