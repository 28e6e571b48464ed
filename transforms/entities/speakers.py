"""Quotes and whom their speakers' words mean in, who speaks and for whom out."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.entities.cast import Cast
from transforms.entities.countries import CAPITALS, find_country
from transforms.entities.groups import make_referent_id
from transforms.entities.mention_kinds import is_surname_of
from transforms.entities.names import Name
from transforms.entities.resolve import Meant
from transforms.entities.stand_ins import StandIn, find_speaking_name, locate_speaker
from transforms.entities.terrain import Terrain
from transforms.records import SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a quote. principal_*: the organisation or country that a spokesperson speaks for, and the words that name it."""

    mention_kind: SpeakerKind = "none"
    referent_id: str | None = None
    principal_referent_id: str | None = None
    principal_text: str | None = None


def describe_speakers(terrain: Terrain, cast: Cast, stand_ins: Sequence[StandIn], meant: Meant) -> dict[str, Speaker]:
    """quote_id -> its speaker, for the quotes that have one."""
    by_head = {(one.piece, one.head.i): one for one in stand_ins}
    speakers = {}
    for quote in terrain.quotes:
        located = locate_speaker(terrain, quote)
        if located is None:
            continue
        piece, span = located
        if name := find_speaking_name(span, terrain.name_at[piece]):
            speakers[quote.quote_id] = _describe_name(terrain.article_id, name, cast)
        else:
            key = piece, span.root.i
            speakers[quote.quote_id] = _describe_stand_in(by_head[key], meant.get(key), cast)
    return speakers


def _describe_name(article_id: str, name: Name, cast: Cast) -> Speaker:
    """A capital speaks for its country: "Moscow says" is Russia saying it."""
    group = cast.group_of[name]
    country = find_country(name.text) if name.kind == "place" and name.text in CAPITALS else None
    if country:
        return Speaker("metonym", make_referent_id(article_id, "place", country.name))
    principal = cast.speaks_for.get(group.referent_id)
    return Speaker(
        "surname" if is_surname_of(name.text, group.name) else name.mention_kind, group.referent_id, *_describe_principal(principal, cast)
    )


def _describe_stand_in(one: StandIn, referent_id: str | None, cast: Cast) -> Speaker:
    principal = cast.speaks_for.get(referent_id or "") or (one.phrase.find_principal() if one.phrase else None)
    return Speaker(one.mention_kind, referent_id, *_describe_principal(principal, cast))


def _describe_principal(name: Name | None, cast: Cast) -> tuple[str | None, str | None]:
    return (cast.group_of[name].referent_id, name.text) if name else (None, None)
