"""The gate lets in what holds, keeps out or mends what does not, and says which rule and what it
saw.
"""

import re
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from expectations.articles import BOILERPLATE_TITLE
from expectations.check import Checked, check
from expectations.rule import Row, matches
from expectations.rules import RULES, TABLES, make_rows
from expectations.suites import (
    GateError,
    Postponed,
    check_rows,
    once_for_equals,
    postponed,
    replaced,
)
from tests.articles import HARBOUR_POST, make_findings
from transforms.records import (
    Batch,
    Evidence,
    Findings,
    Published,
    Referent,
    Reject,
    Relation,
    SourceHop,
    Span,
    TimeMention,
)

TODAY = date(2024, 4, 1)
GOOD = make_findings()
MAY = GOOD.article.document.text.index("in May")


def check_one(found: Findings) -> Checked:
    return check(Batch((found,)), TODAY)


def move(found: Findings, source_uri: str) -> Findings:
    return replace(
        found,
        article=replace(
            found.article, document=replace(found.article.document, source_uri=source_uri)
        ),
    )


def with_document(**fields: Any) -> Findings:
    return replace(
        GOOD, article=replace(GOOD.article, document=replace(GOOD.article.document, **fields))
    )


def with_published(**fields: Any) -> Findings:
    return with_document(published=replace(GOOD.article.document.published, **fields))


def with_quote(**fields: Any) -> Findings:
    return replace(GOOD, quotes=(replace(GOOD.quotes[0], **fields),))


def with_span(**fields: Any) -> Findings:
    return with_quote(spans=(replace(GOOD.quotes[0].spans[0], **fields),))


def with_mention(**fields: Any) -> Findings:
    return replace(GOOD, mentions=(replace(GOOD.mentions[0], **fields),))


def with_referent(**fields: Any) -> Findings:
    return replace(
        GOOD,
        referents=(
            *GOOD.referents,
            replace(Referent("0" * 16, GOOD.article.article_id, "Braga", "place"), **fields),
        ),
    )


def with_relation(**fields: Any) -> Findings:
    relation = Relation(
        "0" * 16,
        GOOD.article.article_id,
        GOOD.referents[0].referent_id,
        "minister",
        None,
        False,
        0,
        3,
    )
    return replace(GOOD, relations=(replace(relation, **fields),))


def with_time(**fields: Any) -> Findings:
    return replace(
        GOOD,
        times=(
            replace(
                TimeMention(
                    GOOD.article.article_id,
                    False,
                    "in May",
                    MAY,
                    MAY + 6,
                    None,
                    None,
                    "month",
                    "month",
                ),
                **fields,
            ),
        ),
    )


def test_what_holds_passes_unchanged_and_every_rule_has_its_result() -> None:
    batch = Batch(
        (GOOD, make_findings(url="https://harbour-post.example/b")),
        (Reject("a.html", "judge", "cookie_wall"),),
    )
    checked = check(batch, TODAY)
    assert checked.accepted == batch
    assert checked.rejects == ()
    assert {result.unexpected_count for result in checked.results} == {0}
    assert [result.rule for result in checked.results] == [rule.name for rule in RULES]
    assert len(checked.results) >= 30


def test_an_empty_batch_passes() -> None:
    checked = check(Batch(), TODAY)
    assert checked.accepted == Batch()
    assert {result.evaluated_count for result in checked.results} == {0}


OTHER_TEXT = {
    "text": "Another text altogether, in which nothing stands where it stood before, and which is long enough for all offsets."
}


BAD_PAGES = [
    (replace(GOOD, article=replace(GOOD.article, article_id="7")), "article_id_is_a_key", "7"),
    (with_document(content_sha256="abc"), "article_content_has_a_digest", "abc"),
    (with_document(text=" \n "), "article_text_has_words", ""),
    (with_document(text=""), "article_text_has_words", ""),
    (with_document(text="ab " * 1_666_667), "article_text_is_of_a_length", "5000001"),
    (with_document(title="A \udce9 title"), "article_has_no_lone_surrogate", "U+DCE9"),
    (
        with_document(evidence=(Evidence("title", "json-ld", "a \ud800 b"),)),
        "article_has_no_lone_surrogate",
        "U+D800",
    ),
    (with_document(section="\ude00"), "article_has_no_lone_surrogate", "U+DE00"),
    (with_document(text="a\x00b"), "article_has_no_control_character", "U+0000"),
    (with_document(authors=("Ida\x1b[31m Holm",)), "article_has_no_control_character", "U+001B"),
    (with_document(title="Report \u202egpj.exe"), "article_has_no_bidi_override", "U+202E"),
    (with_document(genre="poem"), "article_genre_is_in_the_set", "poem"),
    (with_published(precision="hour"), "article_published_precision_is_in_the_set", "hour"),
    (with_published(source="hearsay"), "article_published_source_is_in_the_set", "hearsay"),
    (
        with_document(outlet=replace(HARBOUR_POST, outlet_id="harbour")),
        "article_outlet_id_is_a_key",
        "harbour",
    ),
]


Verdict = tuple[Findings | None, list[Reject]]


@pytest.fixture(scope="module")
def verdicts() -> dict[int, Verdict]:
    """What the gate makes of every bad page, all in one batch: what it accepts, and what it says;
    by the identity of the page.
    """
    pages = [
        page
        for page, *_ in (*BAD_PAGES, *BAD_QUOTES, *BAD_ROWS, *BAD_REFERENTS, *REPEATED, *BAD_FIELDS)
    ]
    checked = check(Batch(tuple(move(page, f"case {id(page)}") for page in pages)), TODAY)
    accepted = {
        found.article.document.source_uri: move(found, GOOD.article.document.source_uri)
        for found in checked.accepted.findings
    }
    said = {
        id(page): [reject for reject in checked.rejects if reject.source_uri == f"case {id(page)}"]
        for page in pages
    }
    return {id(page): (accepted.get(f"case {id(page)}"), said[id(page)]) for page in pages}


def test_a_page_that_breaks_a_critical_rule_is_kept_out(verdicts: dict[int, Verdict]) -> None:
    for page, rule, observed in BAD_PAGES:
        accepted, rejects = verdicts[id(page)]
        seen = [
            (reject.scope, reject.stage, reject.reason, reject.observed_value) for reject in rejects
        ]
        assert (accepted, seen) == (None, [("page", "check", rule, observed)])
        assert "is kept out" in str(rejects[0].detail)


END = GOOD.quotes[0].char_end
BLANK = Span(END, END + 1, " ")
BAD_QUOTES = [
    (
        with_quote(text=" ", char_start=END, char_end=END + 1, spans=(BLANK,)),
        "quote_has_words",
        " ",
    ),
    (
        with_quote(
            text=f"{GOOD.quotes[0].text} ...  ",
            char_end=END + 1,
            spans=(*GOOD.quotes[0].spans, BLANK),
        ),
        "quote_span_has_words",
        " ",
    ),
    (with_quote(quote_id="q1"), "quote_id_is_a_key", "q1"),
    (with_quote(article_id="0" * 16), "quote_is_of_its_article", "0" * 16),
    (with_quote(kind="shouted"), "quote_kind_is_in_the_set", "shouted"),
    (with_quote(text="It will open"), "quote_text_is_its_pieces", "It will open"),
    (with_quote(spans=()), "quote_text_is_its_pieces", "“It will open again in May,”"),
    (with_quote(char_start=22), "quote_starts_with_its_first_piece", "22"),
    (with_quote(char_end=99), "quote_ends_with_its_last_piece", "99"),
    (with_quote(confidence=1.5), "quote_confidence_is_a_share", "1.5"),
    (with_quote(rule="none"), "quote_tells_what_found_it", "none"),
    (
        with_quote(speaker_mention_kind="nickname"),
        "quote_speaker_mention_kind_is_in_the_set",
        "nickname",
    ),
    (with_quote(in_title=True), "quote_span_ends_in_the_text", "51"),
    (with_document(**OTHER_TEXT), "quote_span_is_a_slice", "“It will open again in May,”"),
    (
        with_quote(char_start=-1, spans=(replace(GOOD.quotes[0].spans[0], char_start=-1),)),
        "quote_span_starts_in_the_text",
        "-1",
    ),
    (
        with_quote(spans=GOOD.quotes[0].spans * 2, text=" ... ".join([GOOD.quotes[0].text] * 2)),
        "quote_span_comes_after_the_one_before",
        "23",
    ),
]


def test_a_quote_that_breaks_a_critical_rule_is_kept_out_alone(
    verdicts: dict[int, Verdict],
) -> None:
    for page, rule, observed in BAD_QUOTES:
        accepted, rejects = verdicts[id(page)]
        assert accepted is not None
        assert accepted.quotes == ()
        assert (rule, "row", observed) in {
            (reject.reason, reject.scope, reject.observed_value) for reject in rejects
        }


BAD_ROWS = [
    (with_mention(mention_id="m"), "mention_id_is_a_key", "mentions"),
    (with_mention(article_id="0" * 16), "mention_is_of_its_article", "mentions"),
    (with_mention(char_start=-1), "mention_starts_in_the_text", "mentions"),
    (with_mention(char_end=100_000), "mention_ends_in_the_text", "mentions"),
    (with_mention(text="Anne Brook"), "mention_is_a_slice", "mentions"),
    (with_mention(text=" ", char_start=3, char_end=4), "mention_has_words", "mentions"),
    (with_mention(kind="ship"), "mention_entity_kind_is_in_the_set", "mentions"),
    (with_mention(mention_kind="nickname"), "mention_kind_is_in_the_set", "mentions"),
    (with_relation(subject_referent_id="f" * 16), "relation_is_between_referents", "relations"),
    (with_relation(object_referent_id="f" * 16), "relation_is_between_referents", "relations"),
    (with_relation(role=""), "relation_has_a_role", "relations"),
    (with_time(text="in June"), "time_mention_is_a_slice", "times"),
]


def test_a_row_that_breaks_a_critical_rule_is_kept_out_alone(verdicts: dict[int, Verdict]) -> None:
    for page, rule, field in BAD_ROWS:
        accepted, rejects = verdicts[id(page)]
        assert accepted is not None
        assert (getattr(accepted, field), accepted.quotes) == ((), GOOD.quotes)
        assert (rule, "row") in {(reject.reason, reject.scope) for reject in rejects}


BAD_REFERENTS = [
    (with_referent(referent_id="r"), "referent_id_is_a_key"),
    (with_referent(name=" "), "referent_has_a_name"),
    (with_referent(kind="ship"), "referent_kind_is_in_the_set"),
]


def test_a_bad_referent_is_kept_out_alone(verdicts: dict[int, Verdict]) -> None:
    for page, rule in BAD_REFERENTS:
        accepted, rejects = verdicts[id(page)]
        assert (accepted, [reject.reason for reject in rejects]) == (GOOD, [rule])


REPEATED = [
    (replace(GOOD, quotes=GOOD.quotes * 2), "quote_id_is_unique"),
    (replace(GOOD, mentions=(*GOOD.mentions, GOOD.mentions[0])), "mention_id_is_unique"),
    (replace(GOOD, referents=(*GOOD.referents, GOOD.referents[1])), "referent_id_is_unique"),
]


def test_a_row_that_is_there_twice_is_kept_once(verdicts: dict[int, Verdict]) -> None:
    for page, rule in REPEATED:
        accepted, rejects = verdicts[id(page)]
        assert (accepted, [reject.reason for reject in rejects]) == (GOOD, [rule])


BAD_FIELDS = [
    (
        with_document(url="harbour-post.example/bridge"),
        "article_url_is_well_formed",
        with_document(url=None),
    ),
    (
        with_document(url=f"https://harbour-post.example/{'a' * 4_000}"),
        "article_url_is_no_book",
        with_document(url=None),
    ),
    (
        with_document(canonical_url=f"https://harbour-post.example/{'a' * 4_000}"),
        "article_canonical_url_is_no_book",
        with_document(canonical_url=None),
    ),
    (
        with_document(canonical_url="javascript:x"),
        "article_canonical_url_is_well_formed",
        with_document(canonical_url=None),
    ),
    (with_document(language="english"), "article_language_is_a_code", with_document(language=None)),
    (with_document(language_confidence=7.0), "article_language_confidence_is_a_share", GOOD),
    (
        with_published(on=date(1024, 3, 1)),
        "article_is_not_published_before_1990",
        with_document(published=Published()),
    ),
    (
        with_published(on=date(2024, 3, 4)),
        "article_is_not_published_after_it_was_fetched",
        with_document(published=Published()),
    ),
    (
        with_document(
            fetched_at=None, published=replace(GOOD.article.document.published, on=date(2024, 4, 3))
        ),
        "article_is_not_published_after_today",
        with_document(fetched_at=None, published=Published()),
    ),
    (
        with_published(source="none"),
        "article_date_says_where_it_was_read",
        with_document(published=Published()),
    ),
    (
        with_published(earliest=date(2024, 2, 2), latest=date(2024, 2, 1)),
        "article_published_bracket_is_in_order",
        GOOD,
    ),
    (
        with_document(outlet=replace(HARBOUR_POST, country_code="Portugal")),
        "article_outlet_country_is_a_code",
        with_document(outlet=replace(HARBOUR_POST, country_code=None)),
    ),
    (
        with_quote(speaker_text="The mayor"),
        "quote_speaker_is_a_slice",
        with_quote(
            speaker_text=None,
            speaker_start=None,
            speaker_end=None,
            speaker_mention_kind="none",
            speaker_referent_id=None,
        ),
    ),
    (
        with_quote(speaker_referent_id="f" * 16),
        "quote_speaker_is_a_referent",
        with_quote(speaker_referent_id=None),
    ),
    (with_quote(principal_referent_id="f" * 16), "quote_principal_is_a_referent", GOOD),
    (with_quote(parent_quote_id="f" * 16), "quote_parent_is_a_quote", GOOD),
    (with_quote(uttered_on=date(204, 3, 1)), "quote_is_not_uttered_before_1900", GOOD),
    (with_quote(uttered_on=date(2024, 3, 9)), "quote_is_not_uttered_after_its_article", GOOD),
    (
        with_quote(sources=(SourceHop(2, "Nordwire", "agency"),)),
        "quote_source_hops_are_counted",
        GOOD,
    ),
    (with_quote(sources=(SourceHop(1, " ", "agency"),)), "quote_source_has_words", GOOD),
    (with_quote(sources=(SourceHop(1, "a pub", "pub"),)), "quote_source_kind_is_in_the_set", GOOD),
    (
        with_quote(sources=(SourceHop(1, "Nordwire", "agency", "f" * 16),)),
        "quote_source_is_a_referent",
        GOOD,
    ),
    (
        with_mention(referent_id="f" * 16),
        "mention_is_of_a_referent",
        with_mention(referent_id=None),
    ),
    (
        with_relation(date_from=date(2024, 2, 2), date_to=date(2024, 2, 1)),
        "relation_dates_are_in_order",
        with_relation(),
    ),
    (
        with_time(date_from=date(2024, 2, 2), date_to=date(2024, 2, 1)),
        "time_mention_dates_are_in_order",
        with_time(),
    ),
    (
        with_time(granularity="moon"),
        "time_mention_granularity_is_in_the_set",
        with_time(granularity=None),
    ),
]


def test_a_field_that_breaks_a_rule_is_emptied(verdicts: dict[int, Verdict]) -> None:
    for page, rule, mended in BAD_FIELDS:
        accepted, rejects = verdicts[id(page)]
        assert (accepted, [(reject.scope, reject.reason) for reject in rejects]) == (
            mended,
            [("field", rule)],
        )
        assert "is emptied" in str(rejects[0].detail)


ODD = [
    (with_document(title="404 - page not found"), "article_title_is_not_boilerplate"),
    (with_document(title="Just a moment..."), "article_title_is_not_boilerplate"),
    (with_document(title=None), "article_has_a_title"),
    (
        with_document(title=GOOD.article.document.text.partition("\n")[0]),
        "article_text_does_not_repeat_its_title",
    ),
    (replace(GOOD, article=replace(GOOD.article, word_count=0)), "article_word_count_is_positive"),
    (with_document(title="x" * 400), "article_title_is_of_a_length"),
    (with_document(language=None), "article_language_is_known"),
    (with_document(authors=("by " * 100,)), "article_authors_are_names"),
    (
        with_document(text=f"{GOOD.article.document.text}\n\nIt\x92s late."),
        "article_has_no_invisible_noise",
    ),
    (
        with_document(published=Published(evidence="no date: datePublished: 2024-01-32")),
        "article_stated_date_is_a_day",
    ),
    (
        with_quote(speaker_start=24, speaker_end=26, speaker_text="It"),
        "quote_speaker_is_outside_the_words",
    ),
]


def test_what_is_only_odd_is_noted_and_passes() -> None:
    checked = check(Batch(tuple(page for page, _ in ODD)), TODAY)
    assert checked.accepted.findings == tuple(page for page, _ in ODD)
    assert checked.rejects == ()
    noted = {
        result.rule: result.unexpected_count
        for result in checked.results
        if result.unexpected_count
    }
    assert noted == {**Counter(rule for _, rule in ODD), "article_id_is_unique": len(ODD)}


@pytest.mark.parametrize(
    "title",
    [
        "Home prices fall",
        "Errors at the port cost millions",
        "Not found: the lost ferry",
        "Index funds lose",
    ],
)
def test_headlines_that_begin_like_boilerplate_are_none(title: str) -> None:
    assert not re.search(BOILERPLATE_TITLE, title)


def test_a_page_crawled_twice_is_no_matter_for_the_gate() -> None:
    older = make_findings("Old.", {}, {}, fetched_at=datetime(2024, 3, 2, tzinfo=UTC))
    checked = check(Batch((GOOD, older)), TODAY)
    assert checked.accepted.findings == (GOOD, older)
    assert [result.rule for result in checked.results if result.unexpected_count] == [
        "article_id_is_unique"
    ]


def test_an_article_without_a_day_of_fetching_is_held_against_today() -> None:
    tomorrow, later = (
        make_findings(fetched_at=None, published_on=day)
        for day in (date(2024, 4, 2), date(2024, 4, 3))
    )
    assert [reject.observed_value for reject in check(Batch((tomorrow, later)), TODAY).rejects] == [
        "2024-04-03"
    ]


def test_a_row_that_breaks_several_rules_is_one_reject_that_names_them_all() -> None:
    checked = check_one(with_document(source_uri="", genre="poem"))
    [reject] = checked.rejects
    assert reject.reason == "article_has_a_source"
    assert "article_genre_is_in_the_set" in str(reject.detail)


def test_a_rule_that_cannot_be_checked_is_a_failure_never_a_pass() -> None:
    rule = matches("looks_for_nothing", "article_id", "critical", "(")
    with pytest.raises(GateError, match=r"rule looks_for_nothing could not be checked: \w+"):
        check_rows("article", [rule], rows_of_articles())


def rows_of_articles() -> list[Row[Any]]:
    return make_rows(TABLES[0], [GOOD], TODAY)


def test_rules_have_names_of_their_own_and_those_that_warn_say_what_they_empty() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if (rule.severity == "warning") != bool(rule.mend)] == []


# rules whose broken example is more than one page, or has no place to be told by
EXAMPLES_OF_THEIR_OWN = {
    "article_id_is_unique": test_a_page_crawled_twice_is_no_matter_for_the_gate,
    "article_has_a_source": test_a_row_that_breaks_several_rules_is_one_reject_that_names_them_all,
}


def test_every_rule_has_its_broken_example() -> None:
    broken = (*BAD_PAGES, *BAD_QUOTES, *BAD_ROWS, *BAD_REFERENTS, *REPEATED, *BAD_FIELDS, *ODD)
    shown = {example[1] for example in broken} | EXAMPLES_OF_THEIR_OWN.keys()
    assert sorted(rule.name for rule in RULES if rule.name not in shown) == []


def test_pages_accepted_and_pages_rejected_are_all_pages_and_checking_twice_is_checking_once() -> (
    None
):
    pages = tuple(
        page
        for page, *_ in (
            *BAD_PAGES,
            *BAD_QUOTES,
            *BAD_ROWS,
            *BAD_REFERENTS,
            *REPEATED,
            *BAD_FIELDS,
            *ODD,
        )
    )
    checked = check(Batch(pages), TODAY)
    assert len(checked.accepted.findings) + sum(
        reject.scope == "page" for reject in checked.rejects
    ) == len(pages)
    again = check(checked.accepted, TODAY)
    assert again.accepted == checked.accepted
    assert again.rejects == ()


def dated(*days: date | None) -> list[Findings]:
    """Articles of these days, fetched on a day that is not known."""
    return [
        make_findings(f"Bridge {number} is open.", {}, {}, fetched_at=None, published_on=day)
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("days", "is_clock_in_doubt"),
    [
        ((date(2034, 1, 1), date(2034, 1, 2), date(2034, 1, 3)), True),
        ((date(2034, 1, 1), date(2034, 1, 2), date(2034, 1, 3), None), True),
        ((date(2034, 1, 1), date(2034, 1, 2), date(2034, 1, 3), date(2024, 3, 5)), True),
        ((date(2034, 1, 1), date(2034, 1, 2), date(2034, 1, 3), *[date(2024, 3, 5)] * 3), False),
        ((date(2034, 1, 1), date(2034, 1, 2)), False),
    ],
    ids=["all", "all that have a day", "all but an old one", "half of them", "too few to tell"],
)
def test_where_most_pages_are_of_a_later_day_than_today_the_clock_is_wrong_and_the_days_stay(
    days: tuple[date | None, ...], is_clock_in_doubt: bool
) -> None:
    checked = check(Batch(tuple(dated(*days))), TODAY)
    assert checked.is_clock_in_doubt == is_clock_in_doubt
    kept = [found.article.document.published.on for found in checked.accepted.findings]
    past = [day if is_clock_in_doubt or day is None or day < TODAY else None for day in days]
    assert kept == past


def test_pages_that_bring_their_day_of_fetching_say_nothing_of_this_machines_clock() -> None:
    later = dated(*[date(2034, 1, day) for day in (1, 2, 3)])
    archived = [
        make_findings(f"Ferry {number} is late.", {}, {}, published_on=date(2024, 3, 1))
        for number in range(4)
    ]
    checked = check(Batch((*later, *archived)), TODAY)
    assert checked.is_clock_in_doubt
    assert checked.rejects == ()


def test_a_module_that_is_postponed_is_imported_when_something_of_it_is_asked_for() -> None:
    sys.modules.pop("colorsys", None)
    with postponed("colorsys"):
        import colorsys

        assert isinstance(colorsys, Postponed)
    assert "colorsys" not in sys.modules
    assert colorsys.rgb_to_hsv(0, 0, 1) == (2 / 3, 1, 1)


def test_what_is_named_once_for_all_its_equals_is_named_by_the_kinds_of_its_values_too() -> None:
    asked: list[dict[str, object]] = []

    def name(arguments: dict[str, object]) -> str:
        asked.append(arguments)
        return repr(arguments)

    name_once = once_for_equals(name)
    for arguments in ({"most": 1}, {"most": 1}, {"most": True}, {"most": 1.0}, {"most": [1]}):
        assert name_once(arguments) == repr(arguments)
    assert asked == [{"most": 1}, {"most": True}, {"most": 1.0}, {"most": [1]}]


def test_what_a_version_of_great_expectations_does_not_have_is_not_replaced() -> None:
    class Engine:
        digest = "of all rows"

    with replaced(Engine, "digest", ""), replaced(Engine, "summary", ""):
        assert (Engine.digest, hasattr(Engine, "summary")) == ("", False)
    assert Engine.digest == "of all rows"
