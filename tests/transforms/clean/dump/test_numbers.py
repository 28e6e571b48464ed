"""The numbers by which the lines of a dump are told apart: what is long, sure or near enough is
taken, what is not is left, and either fails where the number is doubled or halved.
"""

import numpy as np
import pytest

from tests.numbers import Limit, Number, fill
from transforms.clean.dump import features, lines, outlet, rules, sort, title, wording
from transforms.clean.dump.features import describe_lines, find_main_block
from transforms.clean.dump.marks import MarkedLine, mark_line

PROSE = (
    "The harbour master said that the bridge would be shut while engineers work on it. Ships wait."
)
STORY = (
    PROSE,
    "The bridge was built in 1931, said Ida Brandt, who sells bread there. It never was shut.",
    "Eleven ships wait in the bay, among them two ferries. The coast guard brought them bread.",
    "Engineers found cracks in two of its piers last winter. They hope to be done in May.",
)


def column_of(name: str, *texts: str) -> list[float]:
    names, rows = describe_lines(list(map(mark_line, texts)))
    return [float(figure) for figure in rows[:, names.index(name)]]


def is_prose(text: str) -> bool:
    return column_of("page_prose_lines", text) == [1]


def is_signpost(text: str) -> bool:
    return column_of("comment_above", text, PROSE) == [0, 1]


def is_one_block(lines_between: int) -> bool:
    """Of two paragraphs of any length, with short lines between them."""
    is_prose = np.array([True, *[False] * lines_between, True])
    return find_main_block(np.where(is_prose, 5_000.0, 20.0), is_prose) == (0, len(is_prose))


def is_counted(lines_since: int) -> bool:
    is_sign = np.array([True, *[False] * lines_since])
    return bool(features._since(is_sign)[-1] == lines_since)


def is_long(word: str) -> bool:
    return features._long_words([word]) == [word]


def is_topic(lines_above: int) -> bool:
    words = [*[[f"pier{at}"] for at in range(lines_above)], ["harbour"], ["harbour"]]
    is_prose = np.ones(len(words), dtype=np.bool_)
    return bool(features._vocabulary(words, is_prose, 0, len(words))["topic_within3"].max() > 0)


def is_wrapped(full: int, width: int = 72, sentences: int = 0) -> bool:
    """Whether the lines of a text with one of 80 columns are of a text that was wrapped."""
    ends = ["." if at < sentences else "n" for at in range(full)]
    texts = [*["n" * (width - 1) + end for end in ends], "n" * 80, "The end."]
    return lines._wrap_width(list(lines._read_lines("\n".join(texts)))) > 0


def is_wrapped_at(width: int) -> bool:
    return is_wrapped(8, width)


def is_wrapped_with(sentences: int) -> bool:
    return is_wrapped(10, sentences=sentences)


def names_outlet(notice: str) -> bool:
    return outlet.find_dump_outlet([notice])[0] is not None


def is_notice(text: str) -> bool:
    return rules.find_rule(text) == "follow_us"


def find_kept(*shares: float) -> list[bool]:
    return sort._find_kept([mark_line("The tide")] * len(shares), shares)


def is_repeated(text: str) -> bool:
    marked = [mark_line(text)] * 2
    found = sort._find_rules(marked, [True, True], None, "title", {text: None})
    return list(found) == [None, "repeated_line"]


def loses_headlines(headlines: int) -> bool:
    """Whether all headlines over a text are taken for none of its paragraphs, one a round."""
    above = [f"Harbour master shuts bridge number {at} for work" for at in range(headlines)]
    return sort.sort_lines([*above, *STORY]).kept == list(STORY)


def is_head(lines_above: int) -> bool:
    marked = mark_all(*["The tide"] * lines_above, "By Ann Lee", PROSE)
    return lines_above in sort._find_head(marked, [True] * len(marked))


def mark_all(*texts: str) -> list[MarkedLine]:
    return list(map(mark_line, texts))


def describe_headline(*below: str) -> dict[str, float]:
    """The marks of a headline over lines of which the paragraphs are the article's."""
    marked = mark_all("Harbour stays shut", *below)
    kept = [text.endswith(".") for text in below]
    return dict(title.describe_candidates(marked, [False, *kept])).get(0, {})


def is_candidate(lines_below: int) -> bool:
    return bool(describe_headline(*["The tide"] * lines_below, PROSE))


def is_in_opening(paragraphs_before: int) -> bool:
    paragraphs = [f"{'n' * 100}." for _ in range(paragraphs_before)]
    return describe_headline(*paragraphs, PROSE)["in_opening"] > 0


def is_dated(lines_between: int) -> bool:
    below = [*["The tide"] * lines_between, "3 May 2024", *["The tide"] * 9]
    return describe_headline(*below, PROSE)["date_below"] > 0


def passes_for_title(lines_below: int) -> bool:
    """Of a line that passes for the article's, the lower the farther it stands above the text."""
    marked = mark_all("Two gulls:", *["n" * 250] * lines_below, PROSE)
    return title.find_title_at(marked, [True, *[False] * lines_below, True]) == 0


def is_sign(words_before: int) -> bool:
    return "harbour" in wording.list_signs(["tide"] * words_before + ["harbour", "board"])


def is_pair(words_before: int) -> bool:
    return "harbour board" in wording.list_signs(["tide"] * words_before + ["harbour", "board"])


def is_dated_line(text: str) -> bool:
    return column_of("dates_within10", text, PROSE) == [1, 1]


def is_wrapped_within(width: int) -> bool:
    texts = [*["n" * width] * 6, "The end."]
    return lines._wrap_width(list(lines._read_lines("\n".join(texts)))) == width


def goes_on(letters: int) -> bool:
    """Whether a line that is not full goes on in the next one, whose first word has so many."""
    read = lines._read_lines(f"{'n' * 50}.\n{'o' * letters} is shut.")
    return len(list(lines._unwrap(list(read), 80))) == 1


def has_blocks(*counts: int) -> bool:
    """Of a text with blank lines between so many lines."""
    text = "\n\n".join("\n".join(["The pier"] * count) for count in counts)
    return lines._has_blocks(list(lines._read_lines(text)))


def is_icon_run_among(words: int) -> bool:
    return rules._is_icon_run("icon " * 4 + "pier " * (words - 4))


def is_headline(text: str) -> bool:
    return title._may_be_headline(mark_line(text), False)


def marks_beside(above: str, below: str) -> dict[str, float]:
    marked = mark_all(above, "Harbour stays shut", below, "Tide", PROSE)
    return dict(title.describe_candidates(marked, [False] * 4 + [True]))[1]


def has_beside(name: str, text: str) -> bool:
    above, below = (text, "Tide") if name.endswith("above") else ("Tide", text)
    return marks_beside(above, below)[name] == 1


def bears(name: str, text: str) -> bool:
    return mark_line(text).mark(name) > 0


def bears_as_headline(name: str, text: str, *above: str) -> bool:
    """Whether a line that may be a headline bears a mark."""
    marked = mark_all(*above, text, "Tide", PROSE)
    kept = [*[False] * (len(above) + 1), False, True]
    return dict(title.describe_candidates(marked, kept))[len(above)][name] == 1


CASES = [
    Number(features, "PROSE_WIDTH", is_prose, fill(80, "The", "."), fill(79, "The", ".")),
    Number(
        *(features, "SHORT_WIDTH", is_signpost),
        fill(59, "Leave a comment"),
        fill(60, "Leave a comment"),
    ),
    Number(features, "MAX_PROSE", is_one_block, 9, 10),
    Number(features, "SHORT_COST", is_one_block, 9, 10),
    Number(features, "FAR", is_counted, 40, 41),
    Number(features, "SMALL_WORD", is_long, "tide", "the"),
    Number(features, "OPENING", is_topic, 6, 7),
    Number(lines, "FULL", is_wrapped_at, 60, 59),
    Number(lines, "MIN_FULL_LINES", is_wrapped, 3, 2),
    Number(lines, "MIN_BROKEN", is_wrapped_with, 4, 5),
    Number(
        *(lines, "MIN_SENTENCE", lines._is_sentence),
        fill(30, "The harbour", "."),
        fill(29, "The harbour", "."),
    ),
    Number(
        *(outlet, "MAX_LINE", names_outlet),
        fill(300, "© 2024 The Marlow Gazette."),
        fill(301, "© 2024 The Marlow Gazette."),
    ),
    Number(
        *(rules, "MAX_NOTICE", is_notice),
        fill(300, "Follow us on the pier"),
        fill(301, "Follow us on the pier"),
    ),
    Number(
        *(rules, "MAX_CRUMB", rules.is_crumbs),
        f"News / {fill(30)} / Pier",
        f"News / {fill(31)} / Pier",
    ),
    Number(rules, "MIN_ICONS", lambda icons: rules._is_icon_run("icon-share " * icons), 4, 3),
    Number(sort, "SURE", lambda share: find_kept(0.9, share, 0.05)[1], 0.5, 0.49),
    Number(sort, "LIKELY", lambda share: find_kept(0.9, share, 0.9, 0.05)[1], 0.3, 0.29),
    Number(sort, "DOUBTFUL", lambda share: find_kept(0.9, share)[1], 0.15, 0.14),
    Number(
        *(sort, "MIN_REPEATED", is_repeated),
        fill(30),
        fill(29),
    ),
    Number(sort, "MAX_ROUNDS", loses_headlines, 12, 13),
    Number(sort, "MAX_HEAD", is_head, 7, 8),
    Number(title, "LINES_ABOVE", is_candidate, 59, 60),
    Number(title, "OPENING", is_in_opening, 5, 6),
    Number(title, "NEAR", is_dated, 3, 4),
    Number(title, "DOUBT", passes_for_title, 37, 38),
    Number(wording, "MOST_WORDS", is_sign, 59, 60),
    Number(wording, "OPENING", is_pair, 3, 4),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


LIMITS = [
    Limit("columns of prose with a stop", is_prose, fill(90, end="."), fill(90)),
    Limit(
        *("columns of a dated line", is_dated_line),
        fill(59, "Monday, 13 May 2024"),
        fill(60, "Monday, 13 May 2024"),
    ),
    Limit(
        "the main block",
        lambda texts: column_of("in_block", *texts) == [0, 1, 0],
        ("Menu", PROSE, "Menu"),
        (PROSE, PROSE, "Menu"),
    ),
    Limit(
        "a copy above",
        lambda texts: column_of("copy_above", *texts) == [0, 1],
        ("Menu", "menu"),
        ("Menu", "Home"),
    ),
    Limit("columns of the narrowest text", is_wrapped_within, 40, 39),
    Limit("columns of the widest text", is_wrapped_within, 132, 133),
    Limit("no room for a word", goes_on, 29, 28),
    Limit("blank lines", lambda counts: has_blocks(*counts), (2, 2, 2), (2, 2)),
    Limit("blank lines between all", lambda counts: has_blocks(*counts), (1, 1, 1, 2), (1, 1, 1)),
    Limit("crumbs", rules.is_crumbs, "News / Pier", "News"),
    Limit(
        "crumbs of a path", rules.is_crumbs, "A / B / C / D / E / F", "A / B / C / D / E / F / G"
    ),
    Limit("words among icons", is_icon_run_among, 16, 17),
    Limit(
        "columns of a paragraph",
        lambda text: sort.is_prose(mark_line(text)),
        fill(100, "It rains.", "."),
        fill(99, "It rains.", "."),
    ),
    Limit(
        "sentences of a paragraph",
        lambda text: sort.is_prose(mark_line(text)),
        fill(100, "It rains.", "."),
        fill(100, end="."),
    ),
    Limit(
        "columns of a headline",
        is_headline,
        "n" * 109 + " " + "n" * 110,
        "n" * 110 + " " + "n" * 110,
    ),
    Limit("most words of a headline", is_headline, "tide " * 40, "tide " * 41),
    Limit("least words of a headline", is_headline, "Harbour shut", "Harbour"),
    Limit("longer above", lambda text: has_beside("longer_above", text), "n" * 19, "n" * 18),
    Limit("much longer above", lambda text: has_beside("longer_above", text), "n" * 220, "n" * 221),
    Limit("longer below", lambda text: has_beside("longer_below", text), "n" * 19, "n" * 18),
    Limit(
        "short above",
        lambda text: has_beside("short_above", text),
        "n" * 24,
        "n" * 25,
    ),
    Limit("prose below", lambda text: has_beside("prose_below", text), "n" * 80, "n" * 79),
    Limit(
        "a date below",
        lambda text: has_beside("date_below", text),
        fill(79, "13 May 2024"),
        fill(80, "13 May 2024"),
    ),
    Limit("crumbs are no headline", is_headline, "Harbour shut", "News / Pier"),
    Limit("a notice is no headline", is_headline, "Harbour shut", "Follow us on the pier"),
    Limit("a line with a colon", lambda text: bears("ends_colon", text), "The pier:", "The pier"),
    Limit("a line that goes on", lambda text: bears("ends_dots", text), "The pier...", "The pier."),
    Limit(
        "a line with an end", lambda text: bears("ends_sentence", text), "It is shut.", "The pier"
    ),
    Limit(
        "a line with a bullet",
        lambda text: bears("starts_bullet", text),
        "* The pier",
        "The pier *",
    ),
    Limit("a line with a date", lambda text: bears("date", text), "3 May 2024", "3 or 4 of 2,024"),
    Limit("a line with a year", lambda text: bears("year", text), "In 2024", "In 3024"),
    Limit("a line with a stop", lambda text: bears("stops", text), "Shut. Now", "Shut now"),
    Limit("a line with a comma", lambda text: bears("commas", text), "Shut, now", "Shut now"),
    Limit("a line with a quotation", lambda text: bears("quotes", text), "“Shut”", "Shut"),
    Limit("a line with a bar", lambda text: bears("separators", text), "Home | News", "Home"),
    Limit(
        "a headline with a colon",
        lambda text: bears_as_headline("colon", text),
        "The pier:",
        "The pier",
    ),
    Limit(
        "a headline with a stop",
        lambda text: bears_as_headline("sentence", text),
        "It shut.",
        "It shut!",
    ),
    Limit(
        "a headline with an end",
        lambda text: bears_as_headline("any_end", text),
        "It shut!",
        "It shut",
    ),
    Limit(
        "a headline with a bullet",
        lambda text: bears_as_headline("bullet", text),
        "* Pier",
        "Pier *",
    ),
    Limit(
        "a headline with a date",
        lambda text: bears_as_headline("dated", text),
        "3 May 2024",
        "3 or 4",
    ),
    Limit(
        "a headline with a clock",
        lambda text: bears_as_headline("dated", text),
        "At 10:30",
        "At ten",
    ),
    Limit(
        "a headline again",
        lambda above: bears_as_headline("copies", "It shut", above),
        "It shut",
        "It",
    ),
    Limit(
        "a headline that stood above",
        lambda above: bears_as_headline("copy_above", "It shut", above),
        "It shut",
        "It",
    ),
    Limit(
        "the top of the page",
        lambda above: bears_as_headline("top", "It shut", *above),
        (),
        ("It",),
    ),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
