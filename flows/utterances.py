"""The quotes of the whole warehouse -> what was said once, written back; only what a run touched is
compared anew.
"""

from collections.abc import Iterable, Iterator, Mapping
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
    said: dict[str, Said] = {}
    scores: list[Row] = []
    for candidates in quotes.list_candidates(connection):
        add_said(connection, said, list_members(candidates))
        scores.extend(score_pairs(said, candidates))
    quotes.write_scores(connection, scores)
    members, pairs = quotes.read_touched_pairs(connection)
    add_said(connection, said, members)
    likenesses = quotes.read_likenesses(connection, list_members(pairs))
    own = {member: said[member] for member in members}
    groups = group_quotes(own, pairs, likenesses)
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


def list_members(pairs: Iterable[tuple[str, str, float]]) -> list[str]:
    return [quote_id for one, other, _ in pairs for quote_id in (one, other)]


def score_pairs(said: Mapping[str, Said], pairs: Iterable[tuple[str, str, float]]) -> Iterator[Row]:
    """The pairs that may be one utterance, with their scores. pairs: with the likeness of their
    articles.
    """
    for one, other, likeness in pairs:
        if (score := score_pair(said[one], said[other], likeness)) >= SAME:
            yield one, other, score


def add_said(connection: "Connection", said: dict[str, Said], quote_ids: Iterable[str]) -> None:
    """Add the quotes that are not there yet, as they are compared."""
    missing = sorted(set(quote_ids) - said.keys())
    if not missing:
        return
    for *words, speaker_id, kind, uttered_on, first, last in quotes.read_quotes(
        connection, missing
    ):
        quote_id, article_id, text = words
        days = None if first is None or last is None else (first, last)
        said[quote_id] = Said(quote_id, article_id, text, speaker_id, kind, uttered_on, days)
