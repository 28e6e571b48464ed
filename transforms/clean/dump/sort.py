"""The lines of a dump -> for each the rule that leaves it out, or none: the line model's estimate
mended by what is known besides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from transforms.clean.dump.marks import MarkedLine, is_paragraph, mark_line
from transforms.clean.dump.model import estimate_lines
from transforms.clean.dump.rules import find_rule, is_crumbs
from transforms.clean.dump.title import find_title_at
from transforms.clean.metadata.head_lines import is_head_line
from transforms.clean.text.closing import find_closing
from transforms.records import DroppedLine

SURE = 0.5  # the probability from which a line is the article's,
LIKELY = 0.3  # and from which it is if the lines above and below are
DOUBTFUL = 0.15  # below, a line is surely none of the article's
MIN_REPEATED = 30  # characters; shorter lines may stand in an article twice
MAX_ROUNDS = 12
MAX_HEAD = 8  # kept lines that may stand above the prose


@dataclass(frozen=True, slots=True)
class Sorting:
    """lines: of the dump, in order. rules: for each the name of the rule that leaves it out, None
    for the article's lines.
    """

    lines: tuple[str, ...]
    rules: tuple[str | None, ...]
    title_at: int | None

    @property
    def kept(self) -> list[str]:
        return [line for line, rule in zip(self.lines, self.rules, strict=True) if rule is None]

    @property
    def dropped(self) -> tuple[DroppedLine, ...]:
        return tuple(
            DroppedLine(line, rule)
            for line, rule in zip(self.lines, self.rules, strict=True)
            if rule
        )

    @property
    def title(self) -> str | None:
        return None if self.title_at is None else self.lines[self.title_at]

    @property
    def crumbs(self) -> str | None:
        """The path of sections above the article."""
        return next(
            (line for line, rule in zip(self.lines, self.rules, strict=True) if rule == "crumbs"),
            None,
        )


def sort_lines(lines: Sequence[str]) -> Sorting:
    """Tell the article's lines from the rest. What is left is sorted again as a dump of its own
    until all of it stays, so that an article that is clean already remains as it is.
    """
    marks = {line: mark_line(line) for line in dict.fromkeys(lines)}
    named = {line: find_rule(line) for line in marks}
    marked = [marks[line] for line in lines]
    rules: list[str | None] = [None] * len(lines)
    title_at = None
    for round_ in range(MAX_ROUNDS):
        left = [at for at, rule in enumerate(rules) if rule is None]
        remaining = [marked[at] for at in left]
        kept = _find_kept(remaining, estimate_lines(remaining))
        headline = find_title_at(remaining, kept)
        if not round_ and headline is not None:
            title_at = left[headline]
        found = list(
            _find_rules(remaining, kept, headline, "subtitle" if round_ else "title", named)
        )
        if not any(found):
            break
        for at, rule in zip(left, found, strict=True):
            rules[at] = rule
    for at in _find_closing(lines, rules):
        rules[at] = "closing_line"
    return Sorting(tuple(lines), tuple(rules), title_at)


def _find_closing(lines: Sequence[str], rules: Sequence[str | None]) -> list[int]:
    """Those of the last kept lines that close the page, not the story."""
    kept = [at for at, rule in enumerate(rules) if rule is None]
    return [kept[at] for at in find_closing([lines[at] for at in kept])]


def _find_kept(lines: Sequence[MarkedLine], shares: Sequence[float]) -> list[bool]:
    """What the model keeps: all of a dump in which no line is surely out of place. Where it keeps
    none, as on very short pages or in a language that it never saw, the paragraphs stay, and the
    judge decides.
    """
    if all(share >= DOUBTFUL for share in shares):
        return [True] * len(shares)
    sure = [share >= SURE for share in shares]
    if not any(sure):
        return [is_paragraph(line) for line in lines]
    between = _stand_between(sure)
    return [
        keep or (amid and share >= LIKELY)
        for keep, amid, share in zip(sure, between, shares, strict=False)
    ]


def _stand_between(sure: Sequence[bool]) -> list[bool]:
    """Whether the lines above and below are sure, for each line."""
    inner = (above and below for above, below in zip(sure, sure[2:], strict=False))
    return [False, *inner, False]


def _find_head(lines: Sequence[MarkedLine], kept: Sequence[bool]) -> frozenset[int]:
    """The kept lines down to the first prose that are nothing but a byline, a date or both."""
    above = takewhile(
        lambda at: not is_prose(lines[at]), (at for at, keep in enumerate(kept) if keep)
    )
    return frozenset(at for at in islice(above, MAX_HEAD) if is_head_line(lines[at].text))


def is_prose(line: MarkedLine) -> bool:
    """A line of several sentences that ends as one."""
    return is_paragraph(line) and bool(line.mark("ends_sentence"))


def _find_rules(
    lines: Sequence[MarkedLine],
    kept: Sequence[bool],
    headline: int | None,
    name: str,
    named: Mapping[str, str | None],
) -> Iterator[str | None]:
    """For each line the rule that leaves it out; `name` is that for the headline, `named` what its
    own words say of a line.
    """
    title = lines[headline].words if headline is not None else None
    seen: set[str] = set()
    head = _find_head(lines, kept)
    for at, line in enumerate(lines):
        rule = named[line.text]
        if at == headline:
            yield name
        elif line.words and line.words == title:
            yield "repeated_title"
        elif rule or (not seen and is_crumbs(line.text)):
            yield rule or "crumbs"
        elif not kept[at]:
            yield "line_model"
        elif at in head:
            yield "byline"
        else:
            yield "repeated_line" if line.text in seen and len(line.text) >= MIN_REPEATED else None
            seen.add(line.text)
