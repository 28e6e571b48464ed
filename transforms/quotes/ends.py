"""A verb and one of its complements -> where what it says may end: where the tree ends it, and
wherever the writer may go on.
"""

from collections.abc import Iterator

from transforms.grammar.cues import Cue, find_cue, find_verb_cue
from transforms.grammar.owner import UTTERANCES
from transforms.grammar.passage import Passage
from transforms.grammar.reporter import find_reporter, find_twin
from transforms.grammar.roles import CLOSING, NOMINAL, SUBJECTS
from transforms.grammar.tokens import Span, Token
from transforms.quotes.asides import BEFORE_VERB
from transforms.quotes.contrast import sets_against
from transforms.quotes.going_on import goes_on_with, opens_with_that
from transforms.quotes.narrator import find_writers_first, reports_too
from transforms.world.words import read_words

TAILS = {
    word: kind
    for kind, words in {
        "addition": "which who where when a an the something one two",
        "contrast": "while although though despite but even especially then",
        "circumstance": "as since because after amid amidst including with without compared",
    }.items()
    for word in words.split()
}  # the word behind a comma with which the writer may go on
OCCASIONS = UTTERANCES | read_words("speaking_occasions")
LABELS = frozenset({"oprd", "acomp", "attr"})  # what something is called
BEGUN = frozenset({"mark", "nsubj", "nsubjpass"})  # parts that stand before their verb
STATES = frozenset({"be", "have", "do"})
LINKING = frozenset({"DET", "CCONJ", "ADP", "AUX"})  # words that end no clause
ARTICLES = frozenset({"a", "an", "the"})
WHERE = frozenset({"in", "during", "at"})
CONCEDING = frozenset({"although", "though", "but", "so"})
WRITERS = frozenset({"i", "we"})
MEANWHILE = frozenset({"as", "when", "while"})
AMID = frozenset({"amid", "amidst"})
PLAIN = "neutral"  # class of the cues that only tell that somebody speaks
DASHES = frozenset({"-", "--", "–", "—", "―"})
LONG = frozenset({"—", "―"})
PHRASES = frozenset({"prep", "advcl", "npadvmod"})
CLAUSES = frozenset({"ccomp", "conj", "parataxis"})
LISTED = ", verb base"  # "urged them to stay calm, follow the advice, and call": one list
BODIES_OWN = frozenset({"it", "they"})  # what a body calls itself
ALIKE = 0.8  # of the words
PRESENT = frozenset({"VBZ", "VBP"})
TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}


def find_ends(passage: Passage, verb: Token, child: Token) -> dict[str, int]:
    """The last tokens that a complement may have: where it ends, behind what follows, or before the
    writer goes on.
    """
    last = _find_turn(passage, verb, child)
    ends = {"": last}
    for name, token in _find_breaks(passage, verb, child.doc[child.i + 1 : last + 1]):
        ends.setdefault(f"before {name}", _step_back(token))
    following = next(
        (
            other
            for other in verb.rights
            if other.left_edge.i > last and other.dep_ not in {"punct", "cc"}
        ),
        None,
    )
    if following is None:
        return ends
    if _names_two(following) or goes_on_with(passage, child, following, last):
        ends[""] = following.right_edge.i
    elif (link := _name_following(child, following, last)) is not None:
        ends["" if link == LISTED else f"with {link}"] = following.right_edge.i
    return ends


def _names_two(following: Token) -> bool:
    """Whether a verb calls a second thing something, too: "called the play a bore and the cast a
    crowd", "described the film as a dream and the score as a bore"; the tree hangs the second label
    on the second thing.
    """
    named = (child.dep_ == "dobj" or child.lower_ == "as" for child in following.rights)
    return following.dep_ == "conj" and following.pos_ == "NOUN" and any(named)


def name_rivals(start: int, end: int, ends: dict[str, int]) -> Iterator[str]:
    """The other ends that a reading from token `start` to token `end` might have, where that makes
    a fifth of the words or more.
    """
    for name, other in ends.items():
        shorter, longer = sorted((end - start + 1, other - start + 1))
        if shorter < ALIKE * longer:
            yield f"{'over' if other < end else 'under'} {name}"


def _name_following(child: Token, token: Token, last: int) -> str | None:
    """The word that links what follows a complement to it, None where that is no part of what is
    said.
    """
    if token.left_edge.i == last + 1 and token.dep_ in PHRASES:
        return None if _tells_where(token) else token.lower_
    between = token.doc[last + 1 : token.left_edge.i]
    if token.dep_ == "xcomp" and token.tag_ == "VB" and between.text == ",":
        return LISTED if token.left_edge.i == token.i else None
    if token.dep_ in CLAUSES and len(between) <= 3 and token.pos_ in {"VERB", "AUX"}:
        return LISTED if _is_of_same(child, token) else _name_clause_behind(child, token, between)
    return None


def _is_of_same(child: Token, token: Token) -> bool:
    """Whether a clause goes on with the subject of what is said, and no comma parts them: "said it
    had photographs and it was looking into them".
    """
    own = _name_subjects(token)
    is_joined = token.doc[token.left_edge.i - 1].lower_ == "and"
    is_parted = token.doc[token.left_edge.i - 2].text == ","
    same = own == _name_subjects(child)
    return same and is_joined and not is_parted and not BODIES_OWN.isdisjoint(own)


def _name_subjects(verb: Token) -> list[str]:
    return [part.lower_ for part in verb.lefts if part.dep_ in SUBJECTS]


def _name_clause_behind(child: Token, token: Token, between: Span) -> str:
    """What links a clause to what is said, its tense, and whether it has the same subject."""
    link = next((word.lower_ for word in between if word.dep_ == "cc"), ",")
    own = _name_subjects(token)
    again = " again" if own and own == _name_subjects(child) else ""
    return f"{link} {'clause' if own else 'verb'} {_name_tense(token)}{again}"


def _find_source(child: Token, last: int) -> int:
    """The last token before ", according to ...", which tells of the whole attribution; `last`
    where there is none.
    """
    for token in child.doc[child.i + 1 : last]:
        if token.lower_ == "according" and token.nbor(-1).text == ",":
            return token.i - 2
    return last


def _find_turn(passage: Passage, verb: Token, child: Token) -> int:
    """The last token before the writer turns to what else is said, or is not: ", adding, “...”",
    "and saying ...", ", but it did not say when", ", amid fears".
    """
    told = _take_quotation(passage, child, _finish(verb, child, find_end(verb, child)))
    last = _leave_medium(passage, _find_source(child, told), child)
    if (end := _find_said_by_other(passage, child)) is not None:
        return end
    last = _leave_teller(verb, child, last)
    if last > child.i and reports_too(verb, child, child.doc[last]):
        last = _step_back(child.doc[max(child.doc[last].left_edge.i, child.i + 1)])
    outside = (
        token for token in child.doc[child.i + 1 : last] if passage.stretch_of(token) is None
    )
    turned = (_find_turn_at(passage, verb, child, token) for token in outside)
    return next((end for end in turned if end is not None), last)


def _find_turn_at(passage: Passage, verb: Token, child: Token, token: Token) -> int | None:
    """The last token before a word with which the writer turns; None where it turns to nothing."""
    if _leaves_words(passage, token, child):
        return _leave_participle(passage, token)
    if _is_meant_of_saying(verb, child, token):
        return token.i - 1
    if (first := find_writers_first(passage, verb, child, token)) is not None and first > child.i:
        return _step_back(child.doc[first])
    if token.dep_ == "conj" and any(turns(token, verb) for turns in TURNS):
        return _step_back(token.doc[max(token.left_edge.i, child.i + 1)])
    return _find_own_end(passage, token)


def _is_meant_of_saying(verb: Token, child: Token, token: Token) -> bool:
    """Whether a word opens what came of the words, or when they were said."""
    is_result = _parts(token) and _follows_from(token.nbor())
    return is_result or _is_while_said(verb, child, token) or _is_while_he_did(verb, token)


def _is_while_said(verb: Token, child: Token, link: Token) -> bool:
    """Whether a clause in the past tells when somebody said what is so at present: "said that he
    knows why, as he made a tour".
    """
    deed = link.head
    is_clause = link.lower_ in MEANWHILE and deed.dep_ == "advcl" and link.i < deed.i
    if not is_clause or not verb.tag_ == deed.tag_ == "VBD":
        return False
    return child.tag_ in PRESENT and deed.head.tag_ in PRESENT


def _is_while_he_did(verb: Token, link: Token) -> bool:
    """Whether a clause behind a comma, at the end, tells what the speaker did meanwhile: "said it
    was a duty, as he fought off critics", "while trying to smile".
    """
    deed = link.head
    is_clause = link.lower_ in MEANWHILE and deed.dep_ == "advcl" and link.i < deed.i
    if not is_clause or verb.tag_ != "VBD" or not _follows_comma(link):
        return False
    is_last = deed.right_edge.i + 2 >= link.sent.end and find_verb_cue(deed) is None
    return is_last and (_is_busy(link, deed) or _is_his(deed))


def _is_busy(link: Token, deed: Token) -> bool:
    return deed.tag_ == "VBG" and link.i + 1 == deed.i and link.lower_ != "as"


def _is_his(deed: Token) -> bool:
    """Whether a verb tells what he or she did; not that he was or had something."""
    if deed.tag_ != "VBD" or deed.lemma_ in STATES:
        return False
    return any(part.lower_ in {"he", "she"} for part in deed.lefts if part.dep_ in SUBJECTS)


def _follows_comma(link: Token) -> bool:
    """Whether a comma stands before a word, or in the marks that close right before it."""
    before = link.nbor(-1)
    return (before.nbor(-1) if before.text in CLOSING and before.i else before).text == ","


def _follows_from(participle: Token) -> bool:
    """Whether a participle behind a dash tells what came of what was said: "— prompting cheers"; no
    second dash ends a remark there.
    """
    if participle.tag_ != "VBG" or participle.dep_ not in {"advcl", "acl"}:
        return False
    return not any(_parts(token) for token in participle.doc[participle.i : participle.sent.end])


def _leave_participle(passage: Passage, token: Token) -> int:
    """The last token before a participle: the mark that closes a quotation, else the last word."""
    return token.i - 1 if passage.stretch_of(token.nbor(-1)) else _step_back(token)


def _leave_teller(verb: Token, child: Token, last: int) -> int:
    """The last token before who told of the whole report: "Lind told him that he was ready, one
    person said, asking not to be named".
    """
    for token in verb.rights:
        if token.i <= child.i or token.dep_ not in CLAUSES or token.tag_ != "VBD":
            continue
        cue, first = find_verb_cue(token), token.left_edge.i
        is_plain = cue is not None and cue.cue_class == PLAIN and not _brings_in(token)
        if is_plain and first > child.i and token.doc[first - 1].text == ",":
            return min(last, first - 2)
    return last


def _brings_in(verb: Token) -> bool:
    """Whether a verb has words of its own behind it, or no subject before it."""
    has_subject = any(part.dep_ in SUBJECTS for part in verb.lefts)
    return not has_subject or any(part.dep_ in {"ccomp", "dobj"} for part in verb.rights)


def _find_own_end(passage: Passage, token: Token) -> int | None:
    """The last token before the writer speaks himself: ", amid fears", ", although we doubt it",
    or before who else says so.
    """
    if any(is_writers(token) for is_writers in ADDED):
        return _step_back(token.doc[token.left_edge.i])
    is_own = token.lower_ in AMID or (token.lower_ in CONCEDING and _is_writers(passage, token))
    if (is_own and token.nbor(-1).text == ",") or sets_against(passage, token):
        return _step_back(token)
    return _find_said_by_other(passage, token)


def _is_left_unsaid(token: Token) -> bool:
    """ ", without saying how", ", without offering a date"."""
    if token.lower_ != "without" or token.nbor(-1).text != ",":
        return False
    return any(child.tag_ == "VBG" and find_verb_cue(child) for child in token.rights)


def _is_called_words(noun: Token) -> bool:
    """Whether the writer names what was said, behind a comma or a dash: "—a claim that few
    believed".
    """
    first = noun.left_edge
    if noun.lemma_ not in UTTERANCES or first.tag_ != "DT" or first.i == 0:
        return False
    is_added = first.nbor(-1).text == "," or first.nbor(-1).text in DASHES
    return is_added and any(child.dep_ in {"acl", "relcl"} for child in noun.rights)


def _raises_question(participle: Token) -> bool:
    """ ", raising questions about who leads", ", prompting criticism": what others say of it."""
    if participle.tag_ != "VBG" or participle.nbor(-1).text != "," or find_verb_cue(participle):
        return False
    objects = (child for child in participle.rights if child.dep_ == "dobj")
    return any(find_cue(noun) is not None or noun.lemma_ in UTTERANCES for noun in objects)


def _is_himself(pronoun: Token) -> bool:
    """ ", herself the daughter of a painter"."""
    is_added = pronoun.lower_.endswith(("self", "selves")) and pronoun.nbor(-1).text == ","
    return is_added and pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().tag_ == "DT"


def _find_said_by_other(passage: Passage, token: Token) -> int | None:
    """The last token before who else says what is quoted: "““...,” the office said”"."""
    if find_verb_cue(token) is None or token.tag_ not in TENSES:
        return None
    first = min((part.left_edge.i for part in token.lefts if part.dep_ in SUBJECTS), default=0)
    stretch = passage.stretch_of(token.doc[first - 1]) if first else None
    ended = stretch is not None and passage.text[stretch.inner_end - 1] == ","
    return first - 1 if ended else None


def _is_writers(passage: Passage, link: Token) -> bool:
    """Whether a clause behind a comma has the writer for its subject."""
    clause = link.doc[link.i : link.head.right_edge.i + 1]
    return _has_writer(passage, clause) and not _has_writer(passage, link.doc[: link.i])


def _has_writer(passage: Passage, words: Span) -> bool:
    """Whether "I" or "we" stands among words outside quotation marks, as a subject."""
    return any(
        token.lower_ in WRITERS and token.dep_ in SUBJECTS and passage.stretch_of(token) is None
        for token in words
    )


def _finish(verb: Token, clause: Token, last: int) -> int:
    """The last token of what is said, with the clause that it breaks off in: "said they had fled
    because, as strangers, | they were poor".
    """
    if clause.dep_ != "ccomp" or verb.dep_ == "relcl":
        return last
    begun = (token for token in clause.doc[clause.left_edge.i : last + 1] if token.dep_ in BEGUN)
    ends = (token.head.right_edge.i for token in begun if token.head.i > last)
    return max((end for end in ends if end < clause.sent.end), default=last)


def _links(word: Token) -> bool:
    """Whether a word ends no clause; "to" may go on without the marks behind it."""
    return word.pos_ in LINKING and word.lower_ != "to"


def _take_quotation(passage: Passage, child: Token, last: int) -> int:
    """The last token of the quotation right behind what breaks off before it: "said he was an “old
    man”", where the tree ends the clause with "an".
    """
    doc = child.doc
    behind = doc[last + 1 : last + 2]
    stretch = passage.stretch_of(behind[0]) if len(behind) else None
    if stretch is None or stretch.start != behind[0].idx or not _links(doc[last]):
        return last
    if any(token.tag_ == "VBG" and find_verb_cue(token) for token in doc[child.i + 1 : last]):
        return last  # "responded to the board by saying that it was a “joke”"
    return passage.token_at(stretch.end - 1)


def _leave_medium(passage: Passage, last: int, child: Token) -> int:
    """The last token before where it was said, behind a quotation or what somebody says a thing is:
    "“the end” in his statement", "called the tax a joke during a rally on Friday".
    """
    is_thing = child.pos_ in NOMINAL | {"ADP"} or child.dep_ in LABELS
    for token in child.doc[child.i + 1 : last]:
        is_behind = is_thing or passage.stretch_of(token.nbor(-1)) is not None
        if is_behind and _tells_where(token):
            behind = token.doc[token.i : last + 1]
            return last if any(word.tag_ in TENSES for word in behind) else token.i - 1
    return last


def _tells_where(preposition: Token) -> bool:
    """ "In his statement", "during an interview", "at a rally", "in remarks to the board"."""
    if preposition.lower_ not in WHERE:
        return False
    nouns = (child for child in preposition.rights if child.dep_ == "pobj")
    return any(_is_occasion(noun) for noun in nouns)


def _is_occasion(noun: Token) -> bool:
    """Whether somebody speaks where a noun says, that is new to the reader, or a message of his."""
    lemma = noun.lemma_.lower()
    if lemma in UTTERANCES and (noun.tag_ == "NNS" or _is_owned(noun)):
        return True
    return lemma in OCCASIONS and any(child.lower_ in {"a", "an"} for child in noun.lefts)


def _is_owned(noun: Token) -> bool:
    return any(child.dep_ == "poss" for child in noun.lefts)


def _is_alike(token: Token, verb: Token) -> bool:
    """Whether a participle goes on with one that reports: "refusing to pay and saying", "saying he
    was ashamed of those who ruled and calling them cowards".
    """
    if not token.tag_ == verb.tag_ == "VBG":
        return False
    cue = find_verb_cue(token)
    return cue is not None and (cue.cue_class == PLAIN or find_twin(token) is not None)


def _leaves_words(passage: Passage, token: Token, child: Token) -> bool:
    """Whether a word behind a quotation tells what else happens, or brings in another."""
    acts = _is_meanwhile(passage, token, child) or _acts_meanwhile(passage, token)
    return acts or _adds_quotation(passage, token)


def _acts_meanwhile(passage: Passage, token: Token) -> bool:
    """Whether a participle right behind a quotation tells what its speaker does: “This is it,”
    waving his hands.
    """
    stretch = passage.stretch_of(token.nbor(-1))
    if token.tag_ != "VBG" or stretch is None or stretch.end > token.idx:
        return False
    return passage.text[stretch.inner_end - 1] == "," and find_verb_cue(token) is None


def _is_meanwhile(passage: Passage, token: Token, child: Token) -> bool:
    """Whether a clause right behind a quotation tells when it was said: “I am shaking” as she looks
    at it.
    """
    stretch = passage.stretch_of(token.nbor(-1))
    if token.lower_ not in MEANWHILE or stretch is None or stretch.end > token.idx:
        return False
    is_clause = token.dep_ in {"mark", "advmod"} and token.head.dep_ == "advcl"
    opens = passage.stretch_of(child.left_edge)
    is_whole = opens is stretch and passage.stretch_of(child) is stretch
    return is_clause and is_whole


def _adds_quotation(passage: Passage, token: Token) -> bool:
    """Whether a participle brings in a quotation of its own: ", adding, “...”"."""
    cue = find_verb_cue(token) if token.tag_ == "VBG" else None
    if cue is None or token.dep_ == "pcomp":
        return False
    end = token.right_edge.i + 1 if _labels(token, cue) else token.i + 3
    return any(passage.stretch_of(word) is not None for word in token.doc[token.i + 1 : end])


def _labels(token: Token, cue: Cue) -> bool:
    """Whether a participle behind a comma calls something something: ", calling the plan “a
    gift”".
    """
    return cue.takes("as") and token.nbor(-1).text == ","


def _is_of_others(token: Token, verb: Token) -> bool:
    """Whether others say something, too, in the writer's own tense: "wrote that she had left, and
    two women say".
    """
    subject = next((part for part in token.lefts if part.dep_ in SUBJECTS), None)
    cue = find_verb_cue(token)
    if subject is None or subject.pos_ == "PRON" or cue is None or cue.cue_class != PLAIN:
        return False
    return verb.tag_ == "VBD" and token.tag_ in {"VBP", "VBZ"}


def _tells_of_past(token: Token, verb: Token) -> bool:
    """Whether the writer goes on in his own tense with what else somebody said: "said the bridge is
    safe, and she attacked the council".
    """
    subjects = [part for part in token.lefts if part.dep_ in SUBJECTS]
    is_past = verb.tag_ == token.tag_ == "VBD" and find_verb_cue(token) is not None
    is_parted = token.doc[token.left_edge.i - 1].dep_ == "cc"
    is_person = any(part.lower_ in {"he", "she"} for part in subjects)
    return is_past and is_parted and is_person and token.head.tag_ in PRESENT


def _brings_in_words(token: Token, _: Token) -> bool:
    """ "Would not confirm whether it knew and only said: “...”"."""
    return token.i + 1 < len(token.doc) and token.nbor().text == ":" and bool(find_reporter(token))


def _is_unsaid(verb: Token, _: Token) -> bool:
    """ "But it did not say when"."""
    if not any(part.dep_ == "neg" for part in verb.lefts):
        return False
    cue = find_verb_cue(verb)
    return cue is not None and cue.cue_class == PLAIN


def _step_back(token: Token) -> int:
    """The last word before a token, commas and conjunctions left out."""
    last = token.i - 1
    while last > token.sent.start and (token.doc[last].is_punct or token.doc[last].dep_ == "cc"):
        last -= 1
    return last


def _find_breaks(passage: Passage, verb: Token, tokens: Span) -> Iterator[tuple[str, Token]]:
    for token in tokens:
        if passage.stretch_of(token) is not None:
            continue
        yield from _find_further(verb, token)
        if _parts(token):
            finite = any(word.tag_ in TENSES for word in token.doc[token.i + 1 : tokens.end])
            yield "dash clause" if finite else "dash", token
        elif token.text == ";":
            yield "semicolon", token
        elif _is_joined(token) and (name := _name_conjunct(verb, token)) is not None:
            yield name, token.doc[max(token.left_edge.i, tokens.start + 1)]
    yield from _find_tails(passage, tokens)


def _name_tense(verb: Token) -> str:
    tags = [part.tag_ for part in verb.lefts if part.dep_ in {"aux", "auxpass"}]
    tense = next((TENSES[tag] for tag in [*tags, verb.tag_] if tag in TENSES), "none")
    return "base" if tense == "none" and verb.tag_ == "VB" else tense


def _is_joined(token: Token) -> bool:
    """Whether a word is joined to one before it, and not by a "that" of its own."""
    return token.dep_ == "conj" and not opens_with_that(token)


def _name_conjunct(verb: Token, token: Token) -> str | None:
    tense = _name_tense(token)
    if tense in {"none", "base"} or token.pos_ not in {"VERB", "AUX"}:
        return None
    own = any(part.dep_ in SUBJECTS for part in token.lefts)
    before = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    link = next((word.lower_ for word in before if word.dep_ == "cc"), "")
    comma = "," if any(word.text == "," for word in before) else ""
    tense = "modal" if tense == "modal" else "same" if tense == _name_tense(verb) else "other"
    return f"{comma}{link} {'clause' if own else 'verb'} {tense}"


def _find_further(verb: Token, token: Token) -> Iterator[tuple[str, Token]]:
    """Where a second report begins inside a clause: "and warned that", ", adding that", "and others
    said"; with the class of its cue.
    """
    cue = find_verb_cue(token)
    if cue is None:
        return
    if find_reporter(token) is not None or _adds(token):
        yield "report", token
    elif token.dep_ == "conj" and token.tag_ == verb.tag_ and token.lemma_ == verb.lemma_:
        yield "report", token.doc[token.left_edge.i]


def _parts(token: Token) -> bool:
    """Whether a token is a dash between words: a long one needs no spaces around it."""
    return token.text in DASHES and (token.text in LONG or bool(token.nbor(-1).whitespace_))


def _find_tails(passage: Passage, tokens: Span) -> Iterator[tuple[str, Token]]:
    """Each comma with a word behind it that may be the writer's again: ", while", ", which"; the
    last one of a word.
    """
    for token in reversed(tokens):
        if (
            token.lower_ in TAILS
            and token.nbor(-1).text == ","
            and passage.stretch_of(token) is None
            and not _goes_past(token, tokens.end)
        ):
            named = " name" if token.i > 1 and token.nbor(-2).pos_ == "PROPN" else ""
            yield TAILS[token.lower_] + named, token


def _goes_past(article: Token, end: int) -> bool:
    """Whether a clause goes on behind what an article between commas adds to its last name:
    "bought the Post, a rival of the Bugle, for nine million".
    """
    if article.lower_ not in ARTICLES:
        return False
    added = article.doc[article.i : end - 1]
    comma = next((token.i for token in added if token.text == ","), None)
    behind = article if comma is None else article.doc[comma + 1]
    return behind.tag_ in TENSES or behind.pos_ in {"ADP", "SCONJ", "PART", "CCONJ"}


def find_end(verb: Token, clause: Token) -> int:
    """Last token of what is said in a clause, as the tree has it, and before what the one does who
    says it in a relative clause: "those who said they were tired also complained".

    A tree that ends it in the middle of a phrase, neither at a mark nor at a conjunction, is not
    believed: on to the next comma.
    """
    doc, last, end = verb.doc, clause.right_edge.i, _find_deed(verb, clause) or verb.sent.end
    if last + 1 < end and not (
        doc[last + 1].is_punct or doc[last + 1].dep_ == "cc" or doc[last + 1].tag_ in {"VBG", "_SP"}
    ):
        return next(
            (
                token.i - 1
                for token in doc[last + 1 : end]
                if token.is_punct and token.text not in "-'’\""
            ),
            end - 1,
        )
    return last


def _find_deed(verb: Token, clause: Token) -> int | None:
    """The first token of the verb whose subject a relative clause is about, with its helpers and
    adverbs, where it follows what is said in that clause.
    """
    deed = verb.head.head
    is_of_doer = verb.dep_ == "relcl" and verb.head.dep_ in SUBJECTS
    if not is_of_doer or deed.i <= clause.i or deed.pos_ not in {"VERB", "AUX"}:
        return None
    first = deed.i
    while first > clause.i + 1 and verb.doc[first - 1].head == deed:
        if verb.doc[first - 1].dep_ not in BEFORE_VERB:
            break
        first -= 1
    return first


def _adds(token: Token) -> bool:
    """A participle after a comma that reports: ", adding that", ", citing"."""
    return (
        token.tag_ == "VBG"
        and token.i > 0
        and token.nbor(-1).text == ","
        and find_verb_cue(token) is not None
    )


# what the writer adds
ADDED = (_is_left_unsaid, _is_called_words, _raises_question, _is_himself)
# what turns from the words of a report to something else
TURNS = (_is_unsaid, _is_alike, _is_of_others, _tells_of_past, _brings_in_words)
