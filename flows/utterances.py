"""The quotes of the whole warehouse -> what was said once, written back; only what a run touched is
compared anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from transforms.across.parts import Part, find_parts, place_part
from transforms.across.stories import Group
from transforms.across.utterances import (
    SAME,
    Said,
    group_quotes,
    make_keys,
    score_pairs,
    score_translated,
)
from transforms.keys import make_key
from warehouse.across import quotes
from warehouse.across.index import MemberKeys

if TYPE_CHECKING:
    from warehouse.corrections import Connection

Row = tuple[Any, ...]


def relate_quotes(connection: "Connection", *, everything: bool = False) -> None:
    """Compare the quotes that are new, changed, gone or otherwise linked with those that may report
    the same.
    """
    if not quotes.find_touched(connection, everything=everything):
        return
    write_keys(connection)
    said: dict[str, Said] = {}
    scores: list[Row] = []
    for candidates in quotes.list_candidates(connection):
        add_said(connection, said, list_members(candidates))
        translated = [pair for pair in candidates if pair[3]]
        scores.extend(score_likely(said, [pair for pair in candidates if not pair[3]]))
        scores.extend(score_translations(connection, said, translated))
    quotes.write_scores(connection, scores)
    members, pairs = quotes.read_touched_pairs(connection)
    add_said(connection, said, members)
    likenesses = quotes.read_likenesses(connection, list_members(pairs))
    own = {member: said[member] for member in members}
    groups = group_quotes(own, pairs, likenesses)
    rows = chain.from_iterable(map(make_member_rows, groups))
    parts = find_parts(groups, own, pairs)
    quotes.write_utterances(connection, list(rows), make_part_rows(connection, own, groups, parts))


def write_keys(connection: "Connection") -> None:
    """The keys of the quotes that are to be compared."""
    quotes.start(connection)
    for texts in quotes.read_texts(connection):
        rows = chain.from_iterable(make_key_rows(*text) for text in texts)
        quotes.write(connection, list(rows))
    quotes.finish(connection)


def make_utterance_id(group: Group) -> str:
    return make_key("utterance", group.members[0])


def make_member_rows(group: Group) -> Iterator[tuple[str, str, float]]:
    """The members of an utterance, under its key, with how sure each is."""
    key = make_utterance_id(group)
    for member, score in zip(group.members, group.scores, strict=True):
        yield key, member, score


def make_part_rows(
    connection: "Connection",
    said: Mapping[str, Said],
    groups: Sequence[Group],
    parts: Sequence[Part],
) -> list[Row]:
    """The parts of quotes with their places and words, under the keys of their utterances."""
    spans = quotes.read_spans(connection, [part.quote_id for part in parts])
    rows = []
    for part in parts:
        words = said[part.quote_id].text[part.start : part.end]
        place = place_part(spans[part.quote_id], part.start, part.end)
        key = make_utterance_id(groups[part.group])
        rows.append((key, part.quote_id, part.score, *place, words))
    return rows


def make_key_rows(quote_id: str, day: int | None, text: str) -> Iterator[MemberKeys]:
    for kind, keys in make_keys(text).items():
        yield MemberKeys(quote_id, day, kind, keys)


def list_members(pairs: Iterable[Row]) -> list[str]:
    return [quote_id for one, other, *_ in pairs for quote_id in (one, other)]


def score_likely(said: Mapping[str, Said], pairs: Sequence[Row]) -> Iterator[Row]:
    """The pairs that may be one utterance, with their scores. pairs: with the likeness of their
    articles.
    """
    asked = [(said[one], said[other], likeness) for one, other, likeness, _ in pairs]
    for (one, other, *_), score in zip(pairs, score_pairs(asked), strict=True):
        if score >= SAME:
            yield one, other, score


def score_translations(
    connection: "Connection", said: Mapping[str, Said], pairs: Sequence[Row]
) -> Iterator[Row]:
    """The pairs of which one quote may be the other in another language, with their scores."""
    if not pairs:
        return
    places = quotes.read_places(connection, list_members(pairs))
    for one, other, *_ in pairs:
        if (score := score_translated(said[one], said[other], places)) >= SAME:
            yield one, other, score


def add_said(connection: "Connection", said: dict[str, Said], quote_ids: Iterable[str]) -> None:
    """Add the quotes that are not there yet, as they are compared."""
    missing = sorted(set(quote_ids) - said.keys())
    if not missing:
        return
    for *who, first, last in quotes.read_quotes(connection, missing):
        quote_id, article_id, text, speaker_id, kind, uttered_on = who
        days = None if first is None or last is None else (first, last)
        said[quote_id] = Said(quote_id, article_id, text, speaker_id, kind, uttered_on, days)
