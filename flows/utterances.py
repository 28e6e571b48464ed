"""The quotes of the whole warehouse -> what was said once, written back; only what a run touched is
compared anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from transforms.across.bags import number_pairs
from transforms.across.parts import Part, find_parts, place_part
from transforms.across.stories import Group
from transforms.across.utterances import (
    SAME,
    Likeness,
    Quotes,
    Said,
    find_likenesses,
    group_quotes,
    score_pairs,
    score_translated,
)
from transforms.across.wordings import make_keys
from transforms.keys import make_key
from warehouse.across import quotes
from warehouse.across.index import MemberKeys, note_keys

if TYPE_CHECKING:
    from warehouse.corrections import Connection

Row = tuple[Any, ...]
Pair = tuple[str, str]
Reader = Callable[[Sequence[str]], list[Said]]  # quotes as they are compared, in their order
KEPT = 20_000  # quotes that are kept as they are compared, since a run asks for many of them twice


def relate_quotes(connection: "Connection") -> bool:
    """Compare the quotes that are new, changed, gone or otherwise linked with those that may report
    the same; whether some are left of the otherwise linked.
    """
    touched, relinked = quotes.find_touched(connection)
    if not touched:
        return False
    write_keys(connection)
    read = partial(read_said, connection, {})
    quotes.write_scores(connection, list(score_candidates(connection, read)))
    members, pairs = quotes.read_touched_pairs(connection)
    groups = group_quotes(members, pairs, partial(describe, connection, read))
    rows = chain.from_iterable(map(make_member_rows, groups))
    parts = find_parts(groups, pairs, read)
    part_rows = make_part_rows(connection, read, groups, parts)
    quotes.write_utterances(connection, list(rows), part_rows)
    return relinked >= quotes.AT_ONCE


def write_keys(connection: "Connection") -> None:
    """The keys of the quotes that are to be compared."""
    quotes.start(connection)
    for rows in quotes.read_texts(connection):
        quotes.write(connection, key_quotes(rows))
    for rows in quotes.read_texts(connection, are_kept=True):
        note_keys(connection, key_quotes(rows))
    quotes.finish(connection)


def key_quotes(rows: Sequence[Row]) -> MemberKeys:
    quote_ids, days, texts = zip(*rows, strict=True)
    return MemberKeys(quote_ids, days, make_keys(texts))


def score_candidates(connection: "Connection", read: Reader) -> Iterator[Row]:
    """The pairs that may be one utterance, with their scores."""
    for pairs in quotes.list_candidates(connection):
        members = sorted(set(chain.from_iterable(pairs)))
        said, likenesses = describe(connection, read, members)
        places = number_pairs(members, pairs)
        scores = score_pairs(Quotes.of(said), places, find_likenesses(said, places, likenesses))
        yield from list_same(pairs, scores)
    for pairs in quotes.list_translated(connection):
        members = sorted(set(chain.from_iterable(pairs)))
        said = place_quotes(connection, read(members))
        scores = score_translated(Quotes.of(said), number_pairs(members, pairs))
        yield from list_same(pairs, scores)


def list_same(pairs: Sequence[Pair], scores: "np.ndarray") -> Iterator[Row]:
    for place in np.flatnonzero(scores >= SAME).tolist():
        yield (*pairs[place], float(scores[place]))


def describe(
    connection: "Connection", read: Reader, quote_ids: Sequence[str]
) -> tuple[list[Said], list[Likeness]]:
    """Quotes as they are compared, in their order, and how alike their articles are."""
    said = read(quote_ids)
    articles = sorted({one.article_id for one in said})
    return said, quotes.read_likenesses(connection, articles)


def read_said(
    connection: "Connection", known: dict[str, Said], quote_ids: Sequence[str]
) -> list[Said]:
    """Quotes as they are compared, in their order. known: those that were read before, KEPT at
    most; those that are read now are added.
    """
    if len(known) + len(quote_ids) > KEPT:
        known.clear()
    if unread := [quote_id for quote_id in quote_ids if quote_id not in known]:
        known |= {
            one.quote_id: one for one in map(make_said, quotes.read_quotes(connection, unread))
        }
    return [known[quote_id] for quote_id in quote_ids]


def make_said(row: Row) -> Said:
    quote_id, article_id, text, speaker_id, kind, uttered_on, first, last = row
    days = None if first is None or last is None else (first, last)
    return Said(quote_id, article_id, text, speaker_id, kind, uttered_on, days)


def place_quotes(connection: "Connection", said: Sequence[Said]) -> list[Said]:
    """The same, with where they stand in their texts."""
    places = quotes.read_places(connection, [one.quote_id for one in said])
    return [replace(one, place=places.get(one.quote_id)) for one in said]


def make_utterance_id(group: Group) -> str:
    return make_key("utterance", group.members[0])


def make_member_rows(group: Group) -> Iterator[tuple[str, str, float]]:
    """The members of an utterance, under its key, with how sure each is."""
    key = make_utterance_id(group)
    for member, score in zip(group.members, group.scores, strict=True):
        yield key, member, score


def make_part_rows(
    connection: "Connection", read: Reader, groups: Sequence[Group], parts: Sequence[Part]
) -> list[Row]:
    """The parts of quotes with their places and words, under the keys of their utterances."""
    if not parts:
        return []
    quote_ids = sorted({part.quote_id for part in parts})
    spans = quotes.read_spans(connection, quote_ids)
    texts = {one.quote_id: one.text for one in read(quote_ids)}
    rows = []
    for part in parts:
        words = texts[part.quote_id][part.start : part.end]
        place = place_part(spans[part.quote_id], part.start, part.end)
        key = make_utterance_id(groups[part.group])
        rows.append((key, part.quote_id, part.score, *place, words))
    return rows
