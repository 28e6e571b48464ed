"""What must hold for every row of a batch: the table of rules, in plain values that know nothing of
great_expectations.

Columns ending in what a table of the warehouse does not have (`slice`, `oldest_on`, ...) are
measured in `frames`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from transforms import records
from transforms.records import Severity

KEY = r"^[0-9a-f]{16}$"  # 0123456789abcdef
SHA256 = r"^[0-9a-f]{64}$"
ADDRESS = r"^https?://[^\s/$.?#]\S*$"  # https://harbour-post.example/a?b=1
LONGEST_ADDRESS = 4_000  # characters
LANGUAGE = r"^[a-z]{2}$"  # en
COUNTRY = r"^[A-Z]{2}$"  # DE
SOME_WORD = r"\S"
BOILERPLATE_TITLE = (  # Just a moment... | 404 Not Found | Subscribe to read
    r"(?i)^\W*(?:home|homepage|index|untitled|error|access denied|forbidden|just a moment|attention required|are you a robot"
    r"|page not found|not found|404\b.*|403\b.*|subscribe to (?:read|continue).*|log ?in|sign ?in|register|cookie (?:policy|consent).*)\W*$"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on a column, by the name of an expectation and its arguments. The severity says what
    happens to a row that breaks it: "critical" keeps the row out, "warning" empties the field,
    "info" is noted only.
    """

    table: str
    name: str
    column: str
    severity: Severity
    expectation: str
    arguments: Mapping[str, object]


def matches(table: str, name: str, column: str, severity: Severity, regex: str) -> Rule:
    return Rule(
        table,
        name,
        column,
        severity,
        "ExpectColumnValuesToMatchRegex",
        {"column": column, "regex": regex},
    )


def differs(table: str, name: str, column: str, severity: Severity, regex: str) -> Rule:
    return Rule(
        table,
        name,
        column,
        severity,
        "ExpectColumnValuesToNotMatchRegex",
        {"column": column, "regex": regex},
    )


def among(table: str, name: str, column: str, severity: Severity, values: object) -> Rule:
    """The value is one of a Literal's."""
    return Rule(
        table,
        name,
        column,
        severity,
        "ExpectColumnValuesToBeInSet",
        {"column": column, "value_set": list(get_args(values))},
    )


def between(
    table: str, name: str, column: str, severity: Severity, bounds: tuple[float, float]
) -> Rule:
    least_and_most = {"column": column, "min_value": bounds[0], "max_value": bounds[1]}
    return Rule(table, name, column, severity, "ExpectColumnValuesToBeBetween", least_and_most)


def no_longer(table: str, name: str, column: str, severity: Severity, most: int) -> Rule:
    """The text has so many characters at most."""
    return Rule(
        table,
        name,
        column,
        severity,
        "ExpectColumnValueLengthsToBeBetween",
        {"column": column, "max_value": most},
    )


def absent(table: str, name: str, column: str, severity: Severity) -> Rule:
    """The measured trouble is not there; where it is, the column says what was seen."""
    return Rule(table, name, column, severity, "ExpectColumnValuesToBeNull", {"column": column})


def present(table: str, name: str, column: str, severity: Severity) -> Rule:
    return Rule(table, name, column, severity, "ExpectColumnValuesToNotBeNull", {"column": column})


def unique(table: str, name: str, column: str, severity: Severity) -> Rule:
    return Rule(table, name, column, severity, "ExpectColumnValuesToBeUnique", {"column": column})


def equal(table: str, name: str, column: str, severity: Severity, other: str) -> Rule:
    pair = {"column_A": column, "column_B": other, "ignore_row_if": "either_value_is_missing"}
    return Rule(table, name, column, severity, "ExpectColumnPairValuesToBeEqual", pair)


def at_least(table: str, name: str, column: str, severity: Severity, other: str) -> Rule:
    """The column is not smaller than the other column."""
    pair = {
        "column_A": column,
        "column_B": other,
        "or_equal": True,
        "ignore_row_if": "either_value_is_missing",
    }
    return Rule(table, name, column, severity, "ExpectColumnPairValuesAToBeGreaterThanB", pair)


def at_most(table: str, name: str, column: str, severity: Severity, other: str) -> Rule:
    """The column is not greater than the other column."""
    pair = {
        "column_A": other,
        "column_B": column,
        "or_equal": True,
        "ignore_row_if": "either_value_is_missing",
    }
    return Rule(table, name, column, severity, "ExpectColumnPairValuesAToBeGreaterThanB", pair)


RULES: tuple[Rule, ...] = (
    matches("article", "article_id_is_a_key", "article_id", "critical", KEY),
    unique(
        "article", "article_id_is_unique", "article_id", "info"
    ),  # a page crawled twice: loading keeps the later one
    matches("article", "article_has_a_source", "source_uri", "critical", SOME_WORD),
    matches("article", "article_content_has_a_digest", "content_sha256", "critical", SHA256),
    matches("article", "article_text_has_words", "text_head", "critical", SOME_WORD),
    between("article", "article_text_is_of_a_length", "text_length", "critical", (1, 5_000_000)),
    absent("article", "article_has_no_lone_surrogate", "surrogate", "critical"),
    absent("article", "article_has_no_control_character", "control", "critical"),
    absent("article", "article_has_no_bidi_override", "bidi_override", "critical"),
    absent("article", "article_has_no_invisible_noise", "noise", "info"),
    absent("article", "article_text_does_not_repeat_its_title", "repeated_title", "info"),
    between("article", "article_word_count_is_positive", "word_count", "info", (1, 1_000_000)),
    present("article", "article_has_a_title", "title", "info"),
    differs("article", "article_title_is_not_boilerplate", "title", "info", BOILERPLATE_TITLE),
    between("article", "article_title_is_of_a_length", "title_length", "info", (1, 300)),
    matches("article", "article_url_is_well_formed", "url", "warning", ADDRESS),
    no_longer("article", "article_url_is_no_book", "url", "warning", LONGEST_ADDRESS),
    matches("article", "article_canonical_url_is_well_formed", "canonical_url", "warning", ADDRESS),
    no_longer(
        "article", "article_canonical_url_is_no_book", "canonical_url", "warning", LONGEST_ADDRESS
    ),
    present("article", "article_language_is_known", "language", "info"),
    matches("article", "article_language_is_a_code", "language", "warning", LANGUAGE),
    between(
        "article",
        "article_language_confidence_is_a_share",
        "language_confidence",
        "warning",
        (0, 1),
    ),
    at_least(
        "article", "article_is_not_published_before_1990", "published_on", "warning", "oldest_on"
    ),
    at_most(
        "article",
        "article_is_not_published_after_it_was_fetched",
        "published_on",
        "warning",
        "newest_on",
    ),
    among(
        "article",
        "article_published_precision_is_in_the_set",
        "published_precision",
        "critical",
        records.Precision,
    ),
    among(
        "article",
        "article_published_source_is_in_the_set",
        "published_source",
        "critical",
        records.DateSource,
    ),
    at_most(
        "article",
        "article_published_bracket_is_in_order",
        "published_earliest",
        "warning",
        "published_latest",
    ),
    absent("article", "article_date_says_where_it_was_read", "date_without_source", "warning"),
    absent("article", "article_stated_date_is_a_day", "impossible_date", "info"),
    among("article", "article_genre_is_in_the_set", "genre", "critical", records.Genre),
    matches("article", "article_outlet_id_is_a_key", "outlet_id", "critical", KEY),
    matches(
        "article", "article_outlet_country_is_a_code", "outlet_country_code", "warning", COUNTRY
    ),
    between("article", "article_authors_are_names", "longest_author", "info", (1, 120)),
    matches("quote", "quote_id_is_a_key", "quote_id", "critical", KEY),
    absent("quote", "quote_id_is_unique", "repeated_id", "critical"),
    equal("quote", "quote_is_of_its_article", "article_id", "critical", "parent_id"),
    among("quote", "quote_kind_is_in_the_set", "kind", "critical", records.QuoteKind),
    matches("quote", "quote_has_words", "text", "critical", SOME_WORD),
    equal("quote", "quote_text_is_its_pieces", "text", "critical", "joined_spans"),
    equal("quote", "quote_starts_with_its_first_piece", "char_start", "critical", "first_start"),
    equal("quote", "quote_ends_with_its_last_piece", "char_end", "critical", "last_end"),
    between("quote", "quote_confidence_is_a_share", "confidence", "critical", (0, 1)),
    among(
        "quote",
        "quote_speaker_mention_kind_is_in_the_set",
        "speaker_mention_kind",
        "critical",
        records.SpeakerKind,
    ),
    equal("quote", "quote_speaker_is_a_slice", "speaker_text", "warning", "speaker_slice"),
    absent("quote", "quote_speaker_is_outside_the_words", "speaker_inside", "info"),
    absent("quote", "quote_speaker_is_a_referent", "unknown_speaker", "warning"),
    absent("quote", "quote_principal_is_a_referent", "unknown_principal", "warning"),
    absent("quote", "quote_parent_is_a_quote", "unknown_parent", "warning"),
    at_least("quote", "quote_is_not_uttered_before_1900", "uttered_on", "warning", "oldest_on"),
    at_most(
        "quote", "quote_is_not_uttered_after_its_article", "uttered_on", "warning", "newest_on"
    ),
    between(
        "quote_span", "quote_span_starts_in_the_text", "char_start", "critical", (0, 5_000_000)
    ),
    at_most("quote_span", "quote_span_ends_in_the_text", "char_end", "critical", "text_length"),
    equal("quote_span", "quote_span_is_a_slice", "text", "critical", "slice"),
    matches("quote_span", "quote_span_has_words", "text", "critical", SOME_WORD),
    at_least(
        "quote_span",
        "quote_span_comes_after_the_one_before",
        "char_start",
        "critical",
        "previous_end",
    ),
    matches("quote_source", "quote_source_has_words", "source_text", "warning", SOME_WORD),
    equal("quote_source", "quote_source_hops_are_counted", "hop", "warning", "position"),
    among(
        "quote_source",
        "quote_source_kind_is_in_the_set",
        "source_kind",
        "warning",
        records.SourceKind,
    ),
    absent("quote_source", "quote_source_is_a_referent", "unknown_source", "warning"),
    matches("entity_mention", "mention_id_is_a_key", "mention_id", "critical", KEY),
    absent("entity_mention", "mention_id_is_unique", "repeated_id", "critical"),
    equal("entity_mention", "mention_is_of_its_article", "article_id", "critical", "parent_id"),
    between(
        "entity_mention", "mention_starts_in_the_text", "char_start", "critical", (0, 5_000_000)
    ),
    at_most("entity_mention", "mention_ends_in_the_text", "char_end", "critical", "text_length"),
    equal("entity_mention", "mention_is_a_slice", "text", "critical", "slice"),
    matches("entity_mention", "mention_has_words", "text", "critical", SOME_WORD),
    among(
        "entity_mention",
        "mention_entity_kind_is_in_the_set",
        "kind",
        "critical",
        records.EntityKind,
    ),
    among(
        "entity_mention",
        "mention_kind_is_in_the_set",
        "mention_kind",
        "critical",
        records.MentionKind,
    ),
    absent("entity_mention", "mention_is_of_a_referent", "unknown_referent", "warning"),
    matches("referent", "referent_id_is_a_key", "referent_id", "critical", KEY),
    absent("referent", "referent_id_is_unique", "repeated_id", "critical"),
    matches("referent", "referent_has_a_name", "name", "critical", SOME_WORD),
    among("referent", "referent_kind_is_in_the_set", "kind", "critical", records.EntityKind),
    absent("entity_relation", "relation_is_between_referents", "unknown_referent", "critical"),
    matches("entity_relation", "relation_has_a_role", "role", "critical", SOME_WORD),
    at_most("entity_relation", "relation_dates_are_in_order", "date_from", "warning", "date_to"),
    equal("time_mention", "time_mention_is_a_slice", "text", "critical", "slice"),
    at_most("time_mention", "time_mention_dates_are_in_order", "date_from", "warning", "date_to"),
    among(
        "time_mention",
        "time_mention_granularity_is_in_the_set",
        "granularity",
        "warning",
        records.Granularity,
    ),
)
