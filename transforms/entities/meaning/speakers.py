"""Quotes and whom their speakers' words mean in, who speaks and for whom out."""

from collections.abc import Iterable
from dataclasses import dataclass

from transforms.entities.meaning.cast import Cast
from transforms.entities.meaning.resolve import Meant
from transforms.entities.meaning.stand_ins import StandIn
from transforms.entities.meaning.voices import Voice
from transforms.entities.naming.names import Name
from transforms.records import SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a quote. principal_*: the organisation or country that a spokesperson speaks
    for, and the words that name it.
    """

    mention_kind: SpeakerKind = "none"
    referent_id: str | None = None
    principal_referent_id: str | None = None
    principal_text: str | None = None


def describe_speakers(
    cast: Cast, voices: Iterable[Voice], stand_ins: Iterable[StandIn], meant: Meant
) -> dict[str, Speaker]:
    """quote_id -> its speaker, for the quotes that have one."""
    by_head = {(one.piece, one.head.i): one for one in stand_ins}
    return {
        voice.quote_id: _describe_name(voice.name, cast)
        if voice.name
        else _describe_stand_in(by_head[voice.key], meant.get(voice.key), cast)
        for voice in voices
    }


def _describe_name(name: Name, cast: Cast) -> Speaker:
    """A capital speaks for its country: "Moscow says" is Russia saying it."""
    group = cast.group_of[name]
    if name in cast.country_of:
        return Speaker("metonym", cast.actor_of(name))
    principal = cast.speaks_for.get(group.referent_id)
    return Speaker(
        group.mention_kind_of(name), group.referent_id, *_describe_principal(principal, cast)
    )


def _describe_stand_in(one: StandIn, referent_id: str | None, cast: Cast) -> Speaker:
    principal = cast.speaks_for.get(referent_id or "") or (
        one.phrase.find_principal() if one.phrase else None
    )
    return Speaker(one.mention_kind, referent_id, *_describe_principal(principal, cast))


def _describe_principal(name: Name | None, cast: Cast) -> tuple[str | None, str | None]:
    return (cast.group_of[name].referent_id, name.text) if name else (None, None)
