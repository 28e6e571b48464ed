"""The quotes of the whole warehouse -> what was said once, written back; only what a run touched is
compared anew.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from transforms.across.stories import Group
from transforms.across.utterances import SAME, Said, group_quotes, make_keys, score_pair
from transforms.keys import make_key
from warehouse.across import quotes

if TYPE_CHECKING:
    from warehouse.corrections import Connection

Row = tuple[object, ...]


def relate_quotes(connection: "Connection", *, everything: bool = False) -> None:
    """Compare the quotes that are new, changed, gone or otherwise linked with those that may report
    the same.
    """
    if not quotes.find_touched(connection, everything=everything):
        return
    write_keys(connection)
    candidates = quotes.list_candidates(connection)
    scored = chain.from_iterable(score_pairs(connection, pairs) for pairs in candidates)
    quotes.write_scores(connection, list(scored))
    members, pairs = quotes.read_touched_pairs(connection)
    said = read_said(connection, members)
    paired = [quote_id for one, other, _ in pairs for quote_id in (one, other)]
    groups = group_quotes(said, pairs, quotes.read_likenesses(connection, paired))
    quotes.write_utterances(connection, list(chain.from_iterable(map(make_member_rows, groups))))


def write_keys(connection: "Connection") -> None:
    """The keys of the quotes that are to be compared."""
    quotes.start(connection)
    for texts in quotes.read_texts(connection):
        rows = chain.from_iterable(make_key_rows(*text) for text in texts)
        quotes.write(connection, list(rows))
    quotes.finish(connection)


def make_member_rows(group: Group) -> Iterator[tuple[str, str, float]]:
    """The members of an utterance, under its key, with how sure each is."""
    key = make_key("utterance", group.members[0])
    for member, score in zip(group.members, group.scores, strict=True):
        yield key, member, score


def make_key_rows(quote_id: str, day: int | None, text: str) -> Iterator[Row]:
    for kind, keys in make_keys(text).items():
        yield from ((quote_id, day, kind, key) for key in keys)


def score_pairs(connection: "Connection", pairs: Sequence[tuple[str, str, float]]) -> Iterator[Row]:
    """The pairs that may be one utterance, with their scores."""
    said = read_said(connection, [quote_id for one, other, _ in pairs for quote_id in (one, other)])
    for one, other, likeness in pairs:
        if (score := score_pair(said[one], said[other], likeness)) >= SAME:
            yield one, other, score


def read_said(connection: "Connection", quote_ids: Sequence[str]) -> dict[str, Said]:
    """The quotes as they are compared."""
    said = {}
    for (
        quote_id,
        article_id,
        text,
        speaker_id,
        speaker_kind,
        uttered_on,
        first,
        last,
    ) in quotes.read_quotes(connection, quote_ids):
        days = None if first is None or last is None else (first, last)
        said[quote_id] = Said(
            quote_id, article_id, text, speaker_id, speaker_kind, uttered_on, days
        )
    return said
