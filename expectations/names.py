"""The rules that hold for mentions, for whom they mean, for roles and for expressions of time, and
what they measure.
"""

from collections.abc import Iterator

from expectations.quotes import LONGEST_TEXT
from expectations.rule import (
    KEY,
    SOME_WORD,
    Around,
    Row,
    absent,
    among,
    article_of,
    at,
    at_most,
    between,
    drop,
    equal,
    length_around,
    matches,
    no_referent,
    repeated,
    sliced,
)
from transforms import records
from transforms.records import Mention, Referent, Relation, TimeMention


def list_referents(around: Around) -> Iterator[Row[Referent]]:
    for place, referent in enumerate(around.found.referents):
        yield Row(referent.referent_id, referent, around, place)


def list_mentions(around: Around) -> Iterator[Row[Mention]]:
    for place, mention in enumerate(around.found.mentions):
        yield Row(mention.mention_id, mention, around, place)


def list_relations(around: Around) -> Iterator[Row[Relation]]:
    for place, relation in enumerate(around.found.relations):
        yield Row(relation.relation_id, relation, around, place)


def list_times(around: Around) -> Iterator[Row[TimeMention]]:
    for place, time in enumerate(around.found.times):
        yield Row(f"{time.article_id}@{time.char_start}", time, around, place)


def unknown_side(row: Row[Relation]) -> object:
    """The key of either side that is no referent of the article."""
    sides = map(no_referent, ("subject_referent_id", "object_referent_id"))
    return next(filter(None, (side(row) for side in sides)), None)


REFERENT_RULES = (
    matches("referent_id_is_a_key", "referent_id", "critical", KEY),
    absent("referent_id_is_unique", "repeated_id", "critical", repeated),
    matches("referent_has_a_name", "name", "critical", SOME_WORD),
    among("referent_kind_is_in_the_set", "kind", "critical", records.EntityKind),
)
MENTION_RULES = (
    matches("mention_id_is_a_key", "mention_id", "critical", KEY),
    absent("mention_id_is_unique", "repeated_id", "critical", repeated),
    equal("mention_is_of_its_article", "article_id", "critical", article_of),
    between("mention_starts_in_the_text", "char_start", "critical", (0, LONGEST_TEXT)),
    at_most("mention_ends_in_the_text", "char_end", "critical", length_around),
    equal("mention_is_a_slice", "text", "critical", sliced()),
    matches("mention_has_words", "text", "critical", SOME_WORD),
    among("mention_entity_kind_is_in_the_set", "kind", "critical", records.EntityKind),
    among("mention_kind_is_in_the_set", "mention_kind", "critical", records.MentionKind),
    absent(
        "mention_is_of_a_referent",
        "unknown_referent",
        drop(referent_id=None),
        no_referent("referent_id"),
    ),
)
RELATION_RULES = (
    absent("relation_is_between_referents", "unknown_referent", "critical", unknown_side),
    matches("relation_has_a_role", "role", "critical", SOME_WORD),
    at_most(
        "relation_dates_are_in_order",
        "date_from",
        drop(date_from=None, date_to=None),
        at("date_to"),
    ),
)
TIME_RULES = (
    equal("time_mention_is_a_slice", "text", "critical", sliced()),
    at_most(
        "time_mention_dates_are_in_order",
        "date_from",
        drop(date_from=None, date_to=None),
        at("date_to"),
    ),
    among(
        "time_mention_granularity_is_in_the_set",
        "granularity",
        drop(granularity=None),
        records.Granularity,
    ),
)
