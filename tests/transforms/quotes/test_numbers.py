"""The numbers of the rules for quotes: what is near enough is taken, what is too far is not, and
either fails where the number is doubled or halved.
"""

from collections.abc import Sequence
from functools import cache
from itertools import chain

import pytest
from spacy.language import Language

from tests.hand_parsed import PAD, hang_in_a_row, pad, parse_by_hand
from tests.hand_parsed import passage_of as passage_by_hand
from tests.numbers import Number
from tests.transforms.quotes.passages import quotes_of, read
from transforms import quotes
from transforms.grammar.parse import Paragraph
from transforms.grammar.passage import Passage, make_passage
from transforms.grammar.tokens import Doc
from transforms.quotes import (
    asides,
    clauses,
    cuetext,
    ends,
    find_drafts,
    interviewee,
    interviews,
    kinds,
    labels,
    lead,
    phrases,
    record,
    sources,
    standing,
    statement,
    strings,
    talk,
    tell,
    trace,
)
from transforms.quotes.draft import Draft
from transforms.records import TimeMention

OF_THE_PIER = " of the old north pier"
NOT_A_MARK = "\n\nThe pier was cold."
TIDE = " tide"


@cache
def parse(text: str, nlp: Language) -> Paragraph:
    return read(text, nlp)[1].paragraphs[0]


def passage_of(text: str, nlp: Language) -> Passage:
    return make_passage(parse(text, nlp))


def is_too_little(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    return standing.is_too_little(found, found.stretches[0], goes_on=False)


def goes_on_later(text: str, nlp: Language) -> bool:
    found = passage_of(text, nlp)
    return standing.goes_on_later(found, found.stretches[0])


def is_pulled(text: str, nlp: Language) -> bool:
    alone, elsewhere = passage_of(f"“{text}”", nlp), passage_of(f"“{text}, soon,” she said.", nlp)
    return standing.is_pulled(alone, alone.stretches[0], [(elsewhere, standing.simplify(text))])


def is_shown_again(text: str, nlp: Language) -> bool:
    """Whether words in marks stand elsewhere without them."""
    alone, elsewhere = passage_of(f"“{text}”", nlp), passage_of(f"{text}, and soon.", nlp)
    return standing.is_pulled(alone, alone.stretches[0], [(elsewhere, standing.simplify(text))])


def names_speaker(text: str, nlp: Language) -> bool:
    doc = passage_of(text, nlp).paragraph.doc
    return (
        asides.find_parenthesis(next(token for token in doc if token.text == "argues")) is not None
    )


def leads(text: str, nlp: Language) -> bool:
    return lead.find_lead(passage_of(text, nlp)) is not None


def is_one_quote(text: str, nlp: Language) -> bool:
    return len(quotes_of(text, nlp)) == 1


def is_run_through(text: str, nlp: Language) -> bool:
    """Whether the second paragraph is a piece of the quotation that the first one opens."""
    return any(len(quote.spans) > 1 for quote in quotes_of(text, nlp))


def has_rivals(text: str, nlp: Language) -> bool:
    """Whether a reading of so many words has a rival of ten."""
    return bool(list(ends.name_rivals(0, len(text.split()) - 1, {"a clause": 9})))


def is_heading(text: str, nlp: Language) -> bool:
    return talk.is_heading(passage_of(text, nlp))


def is_question(text: str, nlp: Language) -> bool:
    return interviews.is_question(passage_of(text, nlp).paragraph)


def has_reading_behind(text: str, nlp: Language) -> bool:
    """Whether one reading is that only what follows the attribution is said."""
    return any(draft.variant == "only after" for draft in find_drafts([parse(text, nlp)]))


def is_according(text: str, nlp: Language) -> bool:
    return any(draft.construction == "according" for draft in find_drafts([parse(text, nlp)]))


def tells_all_rivals(text: str, nlp: Language) -> bool:
    """Whether all that competes for the words of a quote is told of it."""
    article, found = read(text, nlp)
    traces = trace.trace_quotes(found, quotes.find_quotes(article, found))
    told = max(len(one.rivals) for one in traces)
    return told == len(find_drafts(found.paragraphs)) - 1


CASES = [
    Number(
        *(trace, "MOST_RIVALS", tells_all_rivals),
        f"According to the union,{' Anna Berg said, and said,' * 2} that the pier was shut.",
        f"According to the union,{' Anna Berg said, and said,' * 3} that the pier was shut.",
    ),
    Number(
        *(asides, "LONGEST_LEAD", has_reading_behind),
        "In the end of it, Anna Berg said, the pier will open.",
        f"In the end{OF_THE_PIER * 2}, Anna Berg said, the pier will open.",
    ),
    Number(
        *(phrases, "LONGEST_IN", is_according),
        "In the few and plain words of Anna Berg, the pier is shut for good.",
        "In the few and plain and bitter words of Anna Berg, the pier is shut for good.",
    ),
    Number(talk, "LONGEST_HEADING", is_heading, "Harbour " * 12, "Harbour " * 13),
    Number(
        *(talk, "LEAST_CAPITALS", is_heading),
        "Harbour Pier Crane Ferry Quay Mole Dock of the sea",
        "Harbour Pier Crane Ferry Quay of the sea and tide",
    ),
    Number(
        *(interviews, "LONGEST_QUESTION", is_question),
        f"Why{' is the pier shut' * 22}?",
        f"Why{' is the pier shut' * 23}?",
    ),
    Number(
        *(standing, "FEWEST_WORDS_SINGLE", is_too_little),
        "Anna Berg wrote ‘shut the pier’ on the wall.",
        "Anna Berg wrote ‘we shut the old pier’ on the wall.",
    ),
    Number(
        *(standing, "FEWEST_WORDS_LATER", goes_on_later),
        "As a mother, “we want the pier open again soon.”",
        "As a mother, “we want it open.”",
    ),
    Number(standing, "FEWEST_WORDS_REPEATED", is_pulled, "We want it open", "We want"),
    Number(
        *(standing, "FEWEST_WORDS_SHOWN", is_shown_again),
        "We want it open again by June",
        "We want it open",
    ),
    Number(
        *(lead, "REACH", leads),
        f"Anna Berg told the board on Monday{OF_THE_PIER * 6}:",
        f"Anna Berg told the board on Monday{OF_THE_PIER * 7}:",
    ),
    Number(
        *(phrases, "FEWEST_WORDS", is_one_quote),
        "The old harbour closed, according to Anna Berg.",
        "It closed, according to Anna Berg.",
    ),
    Number(ends, "ALIKE", has_rivals, "six words of a short clause", "nine words" + TIDE * 7),
    Number(
        *(asides, "LONGEST_NAME", names_speaker),
        f"Quotas, argues the biologist{' Lena' * 7} Frost, have been set too low.",
        f"Quotas, argues the biologist{' Lena' * 8} Frost, have been set too low.",
    ),
    Number(
        *(tell, "LONGEST_ASIDE", is_one_quote),
        f"“It is done,” Anna Berg said{OF_THE_PIER * 11}. “We are glad.”",
        f"“It is done,” Anna Berg said{OF_THE_PIER * 12}. “We are glad.”",
    ),
    Number(
        *(quotes, "LONGEST_RUN", is_run_through),
        f"Anna Berg said: “It is done.{NOT_A_MARK * 5}\n\nWe are glad.”",
        f"Anna Berg said: “It is done.{NOT_A_MARK * 6}\n\nWe are glad.”",
    ),
]


# parsed by hand


def draft_of(
    doc: Doc, words: str, construction: str = "that", cue: str = "said", speaker: str = ""
) -> Draft:
    """A draft that the words of a text are. speaker: as the text begins."""
    start = doc.text.index(words)
    verb = next((token for token in doc if token.text == cue), None)
    named = (0, len(speaker)) if speaker else None
    return Draft(passage_by_hand(doc), construction, ((start, start + len(words)),), verb, named)


def is_read(words: int) -> bool:
    """Whether what Quill says in a sentence of so many words is found."""
    text = f"Quill said the pier is shut {'so ' * words}."
    hangs = {"Quill": "nsubj said", "is": "ccomp said", "pier": "nsubj is", "shut": "acomp is"}
    doc = parse_by_hand(
        text, hangs, {"said": "VERB"}, {"said": "VBD"}, {"said": "say"}, root="said"
    )
    return bool(find_drafts([Paragraph(0, doc)]))


def is_document(words: int) -> bool:
    """Whether "a ... survey shows" tells what stands before the comma."""
    text = f"piers are shut , a {pad(words)} survey shows"
    tags = {"shows": "NNS", "survey": "NN"}
    doc = parse_by_hand(text, {}, {"shows": "NOUN"}, tags, {"shows": "show"}, root="shows")
    return any(draft.variant == "document" for draft in find_drafts([Paragraph(0, doc)]))


def find_day(text: str, words: str, hangs: dict[str, str]) -> TimeMention | None:
    """The time of these words, where it is that of the word "said"."""
    doc = parse_by_hand(text, hangs, dict.fromkeys(hangs, "NOUN"), root="said")
    start = doc.text.index(words)
    time = TimeMention("a" * 16, False, words, start, start + len(words), "date", None, None, "day")
    return cuetext.find_time(Draft(passage_by_hand(doc), "that", (), doc[1], None), [time])


def is_near_in_time(words: int) -> bool:
    return find_day(f"Quill said {'it ' * words} Monday", "Monday", {}) is not None


def is_day(word: str) -> bool:
    return find_day(f"Quill said {word}", word, {}) is not None


def is_of_something_else(words: int) -> bool:
    """Whether Monday, so many words down, is when a raid was that Quill told of."""
    hangs = {"raid": "dobj said", "on": "prep raid", **hang_in_a_row("on", "pobj", PAD[:words])}
    text = f"Quill said raid on {pad(words)} Monday"
    return find_day(text, "Monday", hangs | {"Monday": f"pobj {PAD[words - 1]}"}) is None


def ask(questions: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether an interview with Ada Quill is found that asks and answers so."""
    opening = parse_by_hand("We spoke to Ada Quill .", people=["Ada Quill"], root="spoke")
    asked = zip(questions, answers, strict=True)
    turns = [parse_by_hand(text) for pair in asked for text in pair]
    paragraphs = [Paragraph(100 * number, doc) for number, doc in enumerate([opening, *turns])]
    return bool(interviews.find_answers(paragraphs, labels.hear(paragraphs)))


def is_interview(questions: int) -> bool:
    return ask(["Why do you stay ?"] * questions, ["I like it here ."] * questions)


def is_put_to_somebody(questions: int) -> bool:
    """Whether five questions are of an interview of which so many say "you"."""
    asked = ["Why do you stay ?"] * questions + ["Why does it rain ?"] * (5 - questions)
    return ask(asked, ["I like it here ."] * 5)


def is_answer(text: str) -> bool:
    return ask(["Why do you stay ?"] * 4, [text] * 4)


def is_spoken_to(words: int) -> bool:
    text = f"We spoke to {pad(words)} Ada Quill ."
    doc = parse_by_hand(text, people=["Ada Quill"], root="spoke")
    return interviewee.find_spoken_to([Paragraph(0, doc)]) is not None


def is_direct(quoted: int) -> bool:
    """Whether ten words are a quotation of which so many stand in marks."""
    doc = parse_by_hand(f"“{pad(quoted)}” {' '.join(PAD[quoted:10])} said")
    return kinds.name_kind(draft_of(doc, doc.text.removesuffix("said").strip())) == "direct"


def has_label_behind(words: int) -> bool:
    headline = Paragraph(0, parse_by_hand(f"{'it ' * words}: Quill"), in_title=True)
    return bool(list(labels.read_labels(headline)))


def are_turns(names: Sequence[str]) -> bool:
    """Whether the first of these labels opens a turn of a transcript."""
    paragraphs = [Paragraph(0, parse_by_hand(f"{name}: it is late")) for name in names]
    label = labels.read_label(paragraphs[0].doc.text, 0)
    assert label is not None
    return labels.hear(paragraphs).is_turn(label)


def is_surname(name: str) -> bool:
    return are_turns([name, "Anna Berg", name, "Anna Berg"])


def are_neighbours(drafts: int) -> bool:
    """Whether one so many drafts before another is beside it."""
    doc = parse_by_hand(pad(20))
    weighed = [(0.5, draft_of(doc, word)) for word in PAD[:20]]
    return weighed[15 - drafts][1] in record.list_around(weighed, 15)


def has_medium(nouns: int) -> bool:
    """Whether the newspaper is named so many nouns down: "said in ... on ... to newspaper"."""
    way = [*chain(*zip(("in", "on", "to", "via"), PAD, strict=False))][: 2 * nouns - 1]
    hangs = hang_in_a_row("said", "pobj", [*way, "newspaper"])
    doc = parse_by_hand(f"Quill said {' '.join(way)} newspaper", hangs, {"newspaper": "NOUN"})
    return bool(sources.find_sources(draft_of(doc, "Quill"), []))


def is_climbed(words: int) -> bool:
    doc = parse_by_hand(f"said {pad(words)}", hang_in_a_row("said", "dep", PAD[:words]))
    return standing.climb(doc[-1]).text == "said"


def has_subject_before(words: int) -> bool:
    """Whether a subject stands so many words before a quotation that would else go on."""
    text = f"Quill {pad(words)} , “we want it open again soon.”"
    doc = parse_by_hand(text, {"Quill": "nsubj ,"}, root=",")
    found = passage_by_hand(doc)
    return not standing.goes_on_later(found, found.stretches[0])


def is_called(words: str) -> bool:
    """Whether "called the plan as ..." states something."""
    hangs = {"plan": "dobj described", "as": "prep described"}
    text = f"Quill described plan as {words}"
    doc = parse_by_hand(
        text, hangs, {"described": "VERB"}, {}, {"described": "describe"}, root="described"
    )
    return statement.is_statement(draft_of(doc, f"plan as {words}", "object", "described"))


def says_enough(quoted: int) -> bool:
    """Whether ten words that somebody refers to are his, of which so many stand in marks."""
    words = f"“{pad(quoted)}” {' '.join(PAD[quoted:10])}"
    doc = parse_by_hand(
        f"Quill referred to {words}", {}, {"referred": "VERB"}, {}, {"referred": "refer"}
    )
    return not statement.mentions_only(draft_of(doc, words, "preposition", "referred"))


def find_cue(text: str) -> bool:
    """Whether the quotation in a text is told by "said"."""
    doc = parse_by_hand(text, {}, {"said": "VERB"}, {"said": "VBD"}, {"said": "say"})
    found = passage_by_hand(doc)
    return strings.find_beside(found, found.stretches[0], alone=True) is not None


def is_told_before(words: int) -> bool:
    return find_cue(f"Quill said {pad(words)} “we want it open.”")


def is_told_behind(words: int) -> bool:
    return find_cue(f"“We want it open.” {pad(words)} said .")


def tell_speech(reports: int, others: int, people: Sequence[str] = ()) -> bool:
    """Whether people speak in a text of so many reports by Quill and so many mentions of acts."""
    pos, tags, lemmas = {"said": "VERB"}, {"said": "VBD"}, {"said": "say"}
    doc = parse_by_hand("Quill said it was so", {}, pos, tags, lemmas, people, root="said")
    told = draft_of(doc, "it was so", "that", "said", "Quill")
    act = draft_of(doc, "it was so", "object", "none")
    return talk.has_speech([told] * reports + [act] * others)


def is_enough_for_few(drafts: int) -> bool:
    """Whether drafts that tell of acts only are too few to say that nobody speaks."""
    return tell_speech(0, drafts)


def is_spoken_of_five(reports: int) -> bool:
    return tell_speech(reports, 5 - reports)


def is_told_by_people(reports: int) -> bool:
    return tell_speech(reports, 8, ["Quill"])


def is_sure(confidence: float) -> bool:
    """Whether what a heading says is as sure as that."""
    doc = parse_by_hand("Quill Said Harbour Closed")
    return talk.temper(draft_of(doc, "Harbour Closed"), 1.0, speech=True) >= confidence


BY_HAND = [
    Number(quotes, "LONGEST_SENTENCE", is_read, 993, 994),
    Number(clauses, "LONGEST_SPEAKER", is_document, 5, 6),
    Number(cuetext, "FARTHEST_TIME", is_near_in_time, 38, 39),
    Number(cuetext, "LONGEST_IN_CAPITALS", is_day, "JULY", "FRIDAY"),
    Number(cuetext, "MOST_LINKS", is_of_something_else, 4, 5),
    Number(interviews, "FEWEST_QUESTIONS", is_interview, 3, 2),
    Number(interviews, "LEAST_OWN", is_put_to_somebody, 3, 2),
    Number(interviews, "SHORTEST_ANSWER", is_answer, "I do so .", "I ."),
    Number(interviewee, "NEAR", is_spoken_to, 6, 7),
    Number(kinds, "DIRECT_SHARE", is_direct, 10, 9),
    Number(labels, "LONGEST_HEADLINE", has_label_behind, 99, 100),
    Number(
        labels,
        "FEWEST_TURNS",
        are_turns,
        ["Ada Quill", "Anna Berg"] * 2,
        ["Ada Quill", "Anna Berg"],
    ),
    Number(
        *(labels, "LEAST_KNOWN", are_turns),
        ["Ada Quill", "Ada Quill", "Anna Berg", "North Pier"],
        ["Ada Quill", "Ada Quill", "North Pier", "Old Crane", "Low Tide"],
    ),
    Number(labels, "SHORTEST_SURNAME", is_surname, "QUILL", "QUI"),
    Number(record, "NEIGHBOURS", are_neighbours, 6, 7),
    Number(sources, "DEEPEST", has_medium, 2, 3),
    Number(standing, "MOST_LINKS", is_climbed, 40, 41),
    Number(standing, "REACH", has_subject_before, 16, 17),
    Number(statement, "LEAST_QUOTED", says_enough, 3, 2),
    Number(statement, "SHORTEST", is_called, "a waste", "odd"),
    Number(strings, "REACH", is_told_before, 17, 18),
    Number(strings, "REACH_ENDED", is_told_behind, 4, 5),
    Number(talk, "FEWEST", is_enough_for_few, 3, 4),
    Number(talk, "LEAST_SPOKEN", is_spoken_of_five, 3, 2),
    Number(talk, "FEWEST_PEOPLE", is_told_by_people, 2, 1),
    Number(talk, "LEAST_SURE", is_sure, 0.4, 0.5),
]


@pytest.mark.parametrize("number", BY_HAND, ids=str)
def test_of_a_parse_by_hand_what_is_enough_is_taken_and_what_is_not_is_left(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_near_enough_is_taken_and_what_is_too_far_is_not_and_moving_it_is_noticed(
    number: Number, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides(nlp)
    assert number.is_noticed(monkeypatch, nlp)
