"""Attributions that are no verb -> drafts: "according to X", "the claim that ...", "X: ..." and the
headline's "...: X".
"""

from collections.abc import Iterable, Iterator

from transforms.grammar.cues import find_cue
from transforms.grammar.owner import find_utterer
from transforms.grammar.passage import Passage, Range
from transforms.grammar.phrase import noun_phrase
from transforms.grammar.roles import FINITE, SUBJECTS
from transforms.grammar.tokens import Doc, Span, Token
from transforms.quotes.asides import read_around
from transforms.quotes.content import make_pieces, trim
from transforms.quotes.cuetext import CARRIED_BY
from transforms.quotes.draft import Draft
from transforms.quotes.example import WRITERS
from transforms.quotes.interviews import Answer
from transforms.quotes.labels import Label, Voices, read_labels
from transforms.quotes.nouns import read_noun
from transforms.quotes.writers import shows_nothing
from transforms.world.lexicon import COLLECTIVE_NOUNS, PERSON_NOUNS, ROLE_NOUNS

SPEAKING_NOUNS = PERSON_NOUNS | COLLECTIVE_NOUNS
FEWEST_WORDS = 3  # that can be according to somebody: "That's according to Lind" says nothing
LISTING = frozenset({"including", "among"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
MORE = "more"  # variant of a paragraph that goes on with an answer
LONGEST_ROLE = 10  # tokens of "owner of the ferry"
LONGEST_IN = 6  # tokens of "in Ada Quill's own words"
LONGEST_NAMED = 4  # tokens of a name between commas


def read_phrases(passage: Passage, sentence: Span) -> Iterator[Draft]:
    """Every draft whose cue is "according to" or a noun of the sentence."""
    for token in sentence:
        if token.lower_ in {"according", "words"} and passage.stretch_of(token) is None:
            yield from _according(passage, token)
        elif (
            token.pos_ == "NOUN"
            and (cue := find_cue(token)) is not None
            and passage.stretch_of(token) is None
        ):
            yield from read_noun(passage, token, cue)


def _according(passage: Passage, token: Token) -> Iterator[Draft]:
    """ "..., according to X" and "According to X, ...", "in the words of X, ...", "in X's words,
    ...".
    """
    first = token.i if token.lower_ == "according" else _find_in(token)
    source = _find_linked(token) or _find_owner(token)
    if source is None or first is None or _is_measure(source):
        return
    speaker = _take_named(noun_phrase(find_utterer(source), passage), passage)
    last = token.i if source.i < token.i else _leave_quotation(passage, source, first)
    for variant, tokens in _read_content(passage, token, (first, last)):
        pieces = make_pieces(passage, token, *tokens)
        if sum(len(passage.slice(*piece).split()) for piece in pieces) >= FEWEST_WORDS:
            named = (speaker[0], _leave_words(passage, speaker, pieces[0]))
            yield Draft(passage, "according", pieces, token, named, variant=variant)


def _read_content(
    passage: Passage, according: Token, aside: Range
) -> Iterable[tuple[str, tuple[Range, ...]]]:
    """What an aside says is so, with the name of each reading of it."""
    inner = _find_inner_clause(according, aside)
    if inner is not None:
        return [("", (inner,))]
    return read_around(passage, according, aside, always=True)


def _find_inner_clause(according: Token, aside: Range) -> Range | None:
    """The words behind an aside that only a relative clause of the writer's has: "a vote in which,
    according to Lind, the left won".
    """
    first, last = aside
    verb = according.head
    opening = according.doc[max(first - 2, 0)]
    if verb.dep_ != "relcl" or first < 2 or opening.tag_ not in RELATIVE:
        return None
    has_subject = any(child.dep_ in SUBJECTS and child.i > last for child in verb.lefts)
    return (last + 2, verb.right_edge.i) if has_subject and last + 2 <= verb.i else None


def _is_measure(source: Token) -> bool:
    """Whether a bare noun tells how something is done, and nobody speaks: "according to plan"."""
    is_bare = source.tag_ == "NN" and source.is_lower and not any(source.children)
    return is_bare and shows_nothing(source) and source.lower_ not in SPEAKING_NOUNS


def _leave_words(passage: Passage, speaker: Range, words: Range) -> int:
    """Where a source ends, before the words that the tree hangs on it: "a survey of the Tea Board,
    mint and sage sold best".
    """
    if not speaker[0] < words[0] < speaker[1]:
        return speaker[1]
    return speaker[0] + len(passage.slice(speaker[0], words[0]).rstrip(" ,"))


def _find_linked(token: Token) -> Token | None:
    """X of "according to X" and "the words of X"."""
    link = CARRIED_BY[token.lower_]
    to = next(
        (child for child in token.subtree if child.lower_ == link and child.i == token.i + 1), None
    )
    return None if to is None else next((part for part in to.rights if part.dep_ == "pobj"), None)


def _find_owner(token: Token) -> Token | None:
    """X of "in X's words"."""
    return next((part for part in token.lefts if part.dep_ == "poss"), None)


def _leave_quotation(passage: Passage, source: Token, first: int) -> int:
    """The last word of a source, before the quotation that the tree hangs on it: "in the words of
    Lind, “a gift”".
    """
    last = _last_of(first, source)
    quoted = (token.i for token in source.doc[source.i : last + 1] if passage.stretch_of(token))
    return next(quoted, last + 1) - 1


def _take_named(speaker: Range, passage: Passage) -> Range:
    """Whom a role names with the name between commas behind it, which the tree may hang elsewhere:
    "the engineer in charge, Mona Feld,".
    """
    doc = passage.paragraph.doc
    last = passage.token_at(speaker[1] - passage.paragraph.char_start - 1)
    named = _find_named(doc, last)
    if named == last or doc[last].pos_ == "PROPN":
        return speaker
    is_who = doc[named].ent_type_ == "PERSON" and doc[named].dep_ not in SUBJECTS
    return (speaker[0], passage.characters(last, named)[1]) if is_who else speaker


def _find_in(words: Token) -> int | None:
    """The "in" of "in the words of"."""
    return (
        words.head.i if words.head.lower_ == "in" and words.i - words.head.i < LONGEST_IN else None
    )


def _find_named(doc: Doc, last: int) -> int:
    """The last token of a name that stands between commas behind a source ("its builder, Olan Rask,
    "), else the token given.
    """
    if last + 2 >= len(doc) or doc[last + 1].text != ",":
        return last
    name = last + 1
    while name + 1 < len(doc) and name < last + LONGEST_NAMED and doc[name + 1].pos_ == "PROPN":
        name += 1
    return name if name > last + 1 and name + 1 < len(doc) and doc[name + 1].text == "," else last


def _find_described(doc: Doc, last: int) -> int:
    """The last token of what a relative clause says of a source: "the builder, who came in May"."""
    if last + 2 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].tag_ != "WP":
        return last
    clause = doc[last + 2].head
    return clause.right_edge.i if clause.dep_ == "relcl" else last


def _last_of(first: int, source: Token) -> int:
    """The last word of the phrase that begins with token `first`.

    At the head of the sentence, where a comma and a clause with a verb of its own follow, the one
    before the comma; an apposition that a comma closes belongs to the source.
    """
    doc, last = source.doc, source.right_edge.i
    while last > source.i and doc[last].is_punct and doc[last].text != ")":
        last -= 1
    last = _find_described(source.doc, _find_named(source.doc, last))
    if first > source.sent.start + 1:
        return last
    told = next(filter(None, (find_end(source) for find_end in AT_THE_HEAD)), None)
    return told or next((token.i - 1 for token in doc[source.i : last] if token.text == ","), last)


def _find_apposed(source: Token) -> int | None:
    return next((child.right_edge.i for child in source.rights if _says_who(child)), None)


def _find_bare(source: Token) -> int | None:
    """The last token of what a source is, said without an article between commas: "Norplan, owner of
    the ferry,".
    """
    doc, first = source.doc, source.i + 2
    if first + 1 >= source.sent.end or doc[first - 1].text != ",":
        return None
    is_role = doc[first].tag_ == "NN" and doc[first].lower_ in ROLE_NOUNS
    behind = doc[first + 1 : min(first + LONGEST_ROLE, source.sent.end - 1)]
    comma = next((token.i for token in behind if token.text == ","), None)
    return comma - 1 if is_role and comma is not None else None


def _find_listed(source: Token) -> int | None:
    """The last token of the others named behind a source at the head of its sentence: "three
    officials, including the mayor, Ada Lind"; they end where the sentence has its subject.
    """
    doc, root = source.doc, source.sent.root
    starts = [child.left_edge.i for child in root.lefts if child.dep_ in SUBJECTS]
    comma = source.right_edge.i + 1 if source.right_edge.i == source.i else source.i + 1
    if not starts or comma + 1 >= starts[0] or doc[comma].text != ",":
        return None
    is_list = doc[comma + 1].lower_ in LISTING and doc[starts[0] - 1].text == ","
    return starts[0] - 2 if is_list else None


def _find_torn_off(source: Token) -> int | None:
    """The last token of a source before a clause that the tree hangs on it though the sentence has
    no other: "According to the coroner the man had been dead".
    """
    clause = next((child for child in source.rights if child.dep_ == "relcl"), None)
    if clause is None or source.sent.root.i >= source.i:
        return None
    first = clause.left_edge
    is_own = first.i == source.i + 1 and first.tag_ not in RELATIVE
    return source.i if is_own else None


def _find_closed(source: Token) -> int | None:
    """The last token of a source that a comma closes right before the subject of the sentence: "the
    auditor, Marlow & Finch, reserves will last".
    """
    root, last = source.sent.root, source.right_edge.i
    starts = [child.left_edge.i for child in root.lefts if child.dep_ in SUBJECTS]
    return last if starts[:1] == [last + 2] and source.doc[last + 1].text == "," else None


def _find_added(source: Token) -> int | None:
    """The last token of what a participle between commas adds to a source: "the study, published in
    May,".
    """
    parts = (child for child in source.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    added = next(parts, None)
    if added is None or added.nbor(-1).text != "," or added.right_edge.i + 1 >= source.sent.end:
        return None
    return added.right_edge.i if added.right_edge.nbor().text == "," else None


def _says_who(child: Token) -> bool:
    """Whether an apposition that a comma closes tells who a source is: "Lind, the founder of the
    port, there is".
    """
    behind = child.right_edge.i + 1
    if child.dep_ != "appos" or behind >= len(child.doc) or child.doc[behind].text != ",":
        return False
    words = child.doc[behind + 1 : child.sent.end]
    is_list = any(word.lower_ in LISTING for word in words[:1])  # of what the clause is about
    return not is_list and any(token.tag_ in FINITE for token in words)


AT_THE_HEAD = (
    _find_listed,
    _find_apposed,
    _find_added,
    _find_bare,
    _find_torn_off,
    _find_closed,
)


def read_colon(passage: Passage, voices: Voices) -> Draft | None:
    """A paragraph or headline of the form "Lavrov: ..." or "...: Lavrov", where the article knows
    the one who speaks.
    """
    for label, content in read_labels(passage.paragraph):
        speaker = voices.find(label) or _find_role(passage, label, content)
        if speaker is not None:
            variant = "turn" if voices.is_turn(label) else ""
            return _make_labelled(passage, speaker, content, variant)
    return None


def _find_role(passage: Passage, label: Label, content: Range) -> Range | None:
    """The role or the people before the colon of a headline that quotes them: "Bank chief: rates
    ‘will hurt’", "Bank chief: we will not raise rates".
    """
    if not passage.paragraph.in_title or label.key.split()[-1] not in SPEAKING_NOUNS:
        return None
    is_quoted = any(content[0] <= stretch.start < content[1] for stretch in passage.stretches)
    opening = passage.paragraph.doc[passage.token_at(content[0])]
    return label.place if is_quoted or opening.lower_ in WRITERS - {"you"} else None


def make_answer(passage: Passage, answer: Answer) -> Draft:
    """A paragraph of an interview that has no label, all of it said by the one who answers."""
    place = passage.place(*trim(passage.text, (0, len(passage.text))))
    variant = MORE if answer.goes_on else "answer"
    return Draft(passage, "headline", (place,), None, answer.speaker, variant=variant)


def join_answers(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with each answer of several paragraphs made one."""
    joined: list[Draft] = []
    begun = None  # the number of the answer that may go on
    for draft in drafts:
        if draft.variant == MORE and begun is not None:
            joined[begun] = joined[begun].extend(draft.pieces[0])
            continue
        begun = len(joined) if draft.variant in {"turn", "answer"} else begun
        joined.append(draft)
    return joined


def _make_labelled(passage: Passage, speaker: Range, content: Range, variant: str) -> Draft | None:
    """What stands beside a label; outside transcripts and headlines only a sentence, since lists
    name people before colons, too.
    """
    start, end = trim(passage.text, content)
    if start >= end or not (variant or passage.paragraph.in_title or _states(passage, start)):
        return None
    return Draft(passage, "headline", (passage.place(start, end),), None, speaker, variant=variant)


def _states(passage: Passage, start: int) -> bool:
    """Whether a verb behind a character has a subject, or a quotation begins there."""
    said = passage.paragraph.doc[passage.token_at(start) :]
    return passage.stretch_at(start) is not None or any(token.dep_ in SUBJECTS for token in said)
