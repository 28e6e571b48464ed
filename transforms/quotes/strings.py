"""Quoted stretches that no rule of grammar took -> drafts: beside a cue, after a lead-in, or carried on from the last speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from transforms.grammar.animate import name_head
from transforms.grammar.cues import find_verb_cue, is_cue_form
from transforms.grammar.marks import Stretch
from transforms.grammar.passage import Passage, Range
from transforms.grammar.syntax import NOMINAL, SUBJECTS, find_nominal, find_own_subject, find_speaker, find_utterer, is_person, noun_phrase
from transforms.quotes.asides import SPOKEN_END
from transforms.quotes.content import make_pieces, merge_pieces
from transforms.quotes.draft import Construction, Draft
from transforms.quotes.weights import weigh

SIGNATURE = re.compile(  # " — Anna Berg, teacher", " — Anna Berg (@berg) May 3, 2024"
    r"""\s* [―—–-]{1,2} \s*
        ( [A-Z] (?: [^\n.,:;!?()@] | (?<=\b[A-Z])\. ){2,60}? )
        (?: \s* [,(@] [^\n:;!?]{0,80} )? \s* [.]? \s* $""",
    re.VERBOSE,
)
NAME_LINE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?=,? [^.:;!?\n]{0,60}$|$)")  # "Paula Grieve, senator"
VOID = frozenset({"it", "this", "that", "which", "what", "there"})  # subjects that name nobody
REACH_ENDED = 5  # the same behind a quotation that ends in a full stop
REACH = 18  # tokens between a quotation and the verb that reports it
WORD = re.compile(r"\w+")
LONGEST_ASIDE = 260  # characters between two pieces of one quote
LIKELY = 0.3  # confidence of a clause whose speaker may carry on
FEWEST_WORDS_SINGLE = 4  # of a quotation in single marks that stands alone
FEWEST_WORDS_LATER = 6  # of a quotation in the middle of a sentence that goes on with the one before
FEWEST_WORDS_REPEATED = 3  # of a quotation that is told to stand elsewhere, too
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MOST_LINKS = 40  # from a word to the root of its sentence
ENDS = tuple(".?!…")  # how a sentence ends


class Teller:
    """Reads the passages of one text in order and remembers who spoke last, since a quotation alone in its paragraph is theirs."""

    def __init__(self, said: Sequence[tuple[Passage, str]] = ()) -> None:
        """said: the quoted words of each passage of the text, as `join_quoted` gives them."""
        self._said = said
        self.drafts: list[Draft] = []
        self._last: int | None = None  # the last draft with a speaker
        self._quoted: int | None = None  # the last of them that ends in a quotation
        self._quoted_in: Passage | None = None  # where its last piece stands
        self._before: Passage | None = None  # the paragraph before
        self._lead: Draft | None = None  # what it brings in, where it ended "X added:"
        self._waiting: int | None = None  # the draft that filled the paragraphs before and has no attribution of its own

    def read(self, passage: Passage, found: Sequence[Draft]) -> None:
        """Add the drafts found in a passage and those of the quoted stretches that they leave over."""
        pending = sorted(found, key=lambda draft: draft.pieces, reverse=True)
        for stretch in leave_over(passage, [piece for draft in found for piece in draft.pieces]):
            place = passage.place(stretch.start, stretch.end)
            while pending and pending[-1].pieces[0] <= place:
                self._add(pending.pop())
            self._take(passage, stretch, place)
        for draft in reversed(pending):
            self._add(draft)
        self._settle(passage, found)
        self._before, self._lead = passage, find_lead(passage)

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        quoted = ends_quoted(draft)
        if draft.speaker is not None and (quoted or weigh(draft) >= LIKELY):
            self._last = len(self.drafts) - 1
            if quoted:
                self._quoted, self._quoted_in = self._last, draft.passage

    def _take(self, passage: Passage, stretch: Stretch, place: Range) -> None:
        """Make what can be made of a stretch: a piece of a quote, a quote of its own, or nothing."""
        alone = passage.opens_sentence(stretch)
        if not alone and passage.is_title(stretch):
            return
        if self._is_too_little(passage, stretch, alone) or self._is_pulled(passage, stretch):
            return
        if alone and (signed := find_signature(passage, stretch)) is not None:
            self._add(signed)
        elif (cue := find_beside(passage, stretch, alone)) is not None:
            construction: Construction = "inverted" if cue.dep_ == "pcomp" and cue.i > passage.token_at(stretch.end) else "string"
            self._join(Draft(passage, construction, _widen(passage, stretch, cue), cue, find_speaker(cue, passage)))
        elif (told := find_told(passage, stretch)) is not None:
            self._add(told)
        elif alone and (named := find_named(passage, stretch) or find_titled(passage, stretch)) is not None:
            self._add(named)
        elif alone:
            self._carry(passage, stretch, place)
        elif self._quoted is not None and self._quoted_in is passage and goes_on_later(passage, stretch):
            self.drafts[self._quoted] = self.drafts[self._quoted].extend(place)

    def _is_too_little(self, passage: Passage, stretch: Stretch, alone: bool) -> bool:
        """Whether single marks hold a word or two that need not be speech; a sentence that goes on with a quotation is."""
        inner = passage.text[stretch.inner_start : stretch.inner_end]
        if not stretch.single or len(inner.split()) >= FEWEST_WORDS_SINGLE:
            return False
        return not (alone and inner.endswith(ENDS) and self._quoted_in is passage)

    def _is_pulled(self, passage: Passage, stretch: Stretch) -> bool:
        """Whether a quotation alone in its paragraph is a heading, or shows words that are quoted elsewhere in the text again."""
        if passage.paragraph.in_title or name_position(passage, stretch) not in {"alone", "heading"}:
            return False
        inner = passage.text[stretch.inner_start : stretch.inner_end]
        if stretch.single and not inner.rstrip().endswith(ENDS):
            return True
        words = simplify(inner)
        is_long = words.count(" ") + 1 >= FEWEST_WORDS_REPEATED
        return is_long and any(other is not passage and words in said for other, said in self._said)

    def _join(self, draft: Draft) -> None:
        """Add a draft, or add its piece to the one before that has the same cue: ""...," he said of her, "..."."""
        last = self.drafts[-1] if self.drafts else None
        if (
            last is not None
            and last.passage is draft.passage
            and last.cue is not None
            and draft.cue is not None
            and last.cue.i == draft.cue.i
        ):
            self.drafts[-1] = replace(last, pieces=tuple(merge_pieces([*last.pieces, *draft.pieces])))
        else:
            self._add(draft)

    def _carry(self, passage: Passage, stretch: Stretch, place: Range) -> None:
        """A quotation without a cue: the rest of the last quote, what the paragraph before brings in, or the last speaker's."""
        starts = not passage.character_before(stretch.start)
        if self._quoted is not None and self._goes_on(passage, starts, place):
            self.drafts[self._quoted] = self.drafts[self._quoted].extend(place)
            self._quoted_in = passage
        elif starts and self._lead is not None:
            self._add(replace(self._lead, pieces=(place,)))
            if self._lead.speaker is not None:
                self._quoted, self._quoted_in = self._last, passage
        else:
            self._stand(passage, stretch, place)

    def _stand(self, passage: Passage, stretch: Stretch, place: Range) -> None:
        """A quotation for itself: of the one that the sentence before is about, else of whoever spoke last, else of the next to speak."""
        variant, speaker = name_position(passage, stretch), None
        if variant == "behind" and (speaker := find_introduced(passage, stretch)) is not None:
            variant = "introduced"
        elif variant == "alone" and self._waiting is not None:
            self.drafts[self._waiting] = self.drafts[self._waiting].extend(place)
            return
        elif not variant and (speaker := find_introduced(passage, stretch) or find_beat(passage, stretch)) is not None:
            variant = "between"
        elif variant == "alone" and (speaker := self._find_told_of()) is not None:
            variant = "about"
        elif self._last is not None:
            speaker = self.drafts[self._last].speaker
        self._add(Draft(passage, "carried", (place,), None, speaker, variant=variant))
        self._waiting = len(self.drafts) - 1 if variant in {"alone", "about"} else None

    def _find_told_of(self) -> Range | None:
        """The person whom the paragraph before ends with telling of, where nobody speaks in it."""
        if self._before is None or (self._last is not None and self.drafts[self._last].passage is self._before):
            return None
        return find_person_of(self._before, len(self._before.paragraph.doc) - 1)

    def _settle(self, passage: Passage, found: Sequence[Draft]) -> None:
        """Give a quotation that filled the paragraphs before to whoever signs it here or speaks in the one that opens this paragraph."""
        if self._waiting is None or self.drafts[self._waiting].end > passage.paragraph.char_start:
            return
        openings = (draft.speaker for draft in found if opens_quoted(draft, passage))
        signer = find_signer(passage)
        speaker = signer or next((speaker for speaker in openings if speaker is not None), None)
        if speaker is not None:
            waiting = self.drafts[self._waiting]
            variant = "settled" if signer is None else "signature"
            self.drafts[self._waiting] = replace(waiting, speaker=speaker, variant=variant)
        self._waiting = None

    def _goes_on(self, passage: Passage, starts: bool, place: Range) -> bool:
        """Whether a quotation goes on with the last one: from the paragraph before, or after its attribution and nothing more."""
        if self._quoted is None:
            return False
        if starts and self._lead is None and self._quoted_in is self._before:
            return True
        last = self.drafts[self._quoted]
        return self._quoted_in is passage and last.end <= place[0] <= last.end + LONGEST_ASIDE and only_attributes(passage, last, place[0])


def only_attributes(passage: Passage, draft: Draft, end: int) -> bool:
    """Whether all that stands between a quotation and a character behind it is its attribution: no word, or one sentence with its cue."""
    base = passage.paragraph.char_start
    between = passage.paragraph.doc[passage.token_at(draft.end - base) : passage.token_at(end - base)]
    if not any(token.is_alpha for token in between):
        return True
    attributed = draft.cue is not None and between.start <= draft.cue.i < between.end and draft.cue.doc is between.doc
    return attributed and not any(token.is_sent_start and token.is_alpha for token in between[1:])


def ends_quoted(draft: Draft) -> bool:
    """Whether the last words of a draft stand in quotation marks."""
    return draft.passage.stretch_at(draft.end - 1 - draft.passage.paragraph.char_start) is not None


def opens_quoted(draft: Draft, passage: Passage) -> bool:
    """Whether a draft begins with a quotation at the head of a paragraph."""
    start = draft.pieces[0][0] - passage.paragraph.char_start
    return not passage.character_before(start) and passage.stretch_at(start) is not None


def name_position(passage: Passage, stretch: Stretch) -> str:
    """Where a quotation without a cue stands: `alone` in its paragraph (in capitals a `heading`), `behind` the writer's words, or ""."""
    if passage.text[stretch.end : stretch.end + LONGEST_ASIDE].strip(" .,"):
        return ""
    if passage.character_before(stretch.start):
        return "behind"
    return "heading" if passage.text.isupper() else "alone"


def find_introduced(passage: Passage, stretch: Stretch) -> Range | None:
    """The person that the sentence before a quotation is about: "Her nephew Lars put it differently. "...""."""
    return find_person_of(passage, passage.token_at(stretch.start) - 1)


def find_beat(passage: Passage, stretch: Stretch) -> Range | None:
    """The person that the sentence behind a quotation at the head of a paragraph is about: “...” Berg pushed the sack."""
    after = passage.token_at(stretch.end)
    inner = passage.text[stretch.inner_start : stretch.inner_end].rstrip()
    if passage.character_before(stretch.start) or not inner.endswith(ENDS) or after >= len(passage.paragraph.doc):
        return None
    return find_person_of(passage, after)


def find_person_of(passage: Passage, index: int) -> Range | None:
    """The person that the sentence of a token is about, outside quotations."""
    if index < 0:
        return None
    root = climb(passage.paragraph.doc[index])
    subject = None if passage.stretch_of(root) is not None else find_own_subject(root)
    if subject is None or passage.stretch_of(subject) is not None or not is_person(subject):
        return None
    return noun_phrase(subject, passage)


def climb(token: Token) -> Token:
    """The root of a token's sentence; its farthest head that is looked at in a sentence of nothing but links."""
    for _ in range(MOST_LINKS):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def goes_on_later(passage: Passage, stretch: Stretch) -> bool:
    """Whether a quotation in the middle of a sentence that has no subject outside it goes on with the one before: As a mother, “we ...”."""
    inner = passage.text[stretch.inner_start : stretch.inner_end]
    if stretch.single or not inner.rstrip().endswith(ENDS) or len(inner.split()) < FEWEST_WORDS_LATER:
        return False
    first = passage.token_at(stretch.start)
    lead: list[Token] = []
    for token in reversed(passage.paragraph.doc[max(first - REACH, 0) : first]):
        lead.append(token)
        if token.is_sent_start:
            break
    return passage.character_before(stretch.start) == "," and not any(token.dep_ in SUBJECTS for token in lead)


def simplify(words: str) -> str:
    """Lower case, without marks and stops."""
    return " ".join(WORD.findall(words.lower()))


def join_quoted(passage: Passage) -> str:
    """The quoted words of a passage, simplified."""
    return simplify(" ".join(passage.text[stretch.inner_start : stretch.inner_end] for stretch in passage.stretches))


def find_told(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation right behind or before a verb that is no word of speech: Berg reasoned, “...”; “...,” comments Anna Berg."""
    doc, place = passage.paragraph.doc, (passage.place(stretch.start, stretch.end),)
    before, after = passage.token_at(stretch.start) - 2, passage.token_at(stretch.end)
    if before > 0 and doc[before + 1].text in ",:" and doc[before].tag_ in FINITE and passage.stretch_of(doc[before]) is None:
        subject = find_own_subject(doc[before])
        if subject is not None and subject.i < before and subject.lower_ not in VOID and not passage.is_title(stretch):
            return Draft(passage, "string", place, doc[before], noun_phrase(find_utterer(subject), passage), variant="told")
    inner = passage.text[stretch.inner_start : stretch.inner_end].rstrip()
    if after + 1 < len(doc) and inner.endswith(SPOKEN_END) and is_present_tense(doc[after]) and doc[after + 1].pos_ == "PROPN":
        return Draft(passage, "string", place, doc[after], find_name_at(passage, after + 1), variant="told")
    return None


def is_present_tense(token: Token) -> bool:
    """Whether a word in small letters may be a verb that the tagger took for a noun: 'comments Anna Berg'."""
    return token.is_lower and token.lower_.endswith(("s", "ed")) and token.pos_ in {"NOUN", "VERB"}


def find_name_at(passage: Passage, first: int) -> Range:
    """Characters of the name that begins with a token."""
    doc, last = passage.paragraph.doc, first
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return passage.characters(first, last)


def leave_over(passage: Passage, pieces: list[Range]) -> list[Stretch]:
    """The stretches of which the pieces cover less than half."""
    pieces = sorted(pieces)
    left, reach, following = [], 0, 0
    for stretch in passage.stretches:
        start, end = passage.place(stretch.start, stretch.end)
        while following < len(pieces) and pieces[following][0] <= (start + end) // 2:
            reach = max(reach, pieces[following][1])
            following += 1
        if reach < (start + end) // 2:
            left.append(stretch)
    return left


def _widen(passage: Passage, stretch: Stretch, cue: Token) -> tuple[Range, ...]:
    """The stretch; after a cue that takes no clause ("derided the plan as "..."") all that stands between them too."""
    entry = find_verb_cue(cue)
    first, last = passage.token_at(stretch.start), passage.token_at(stretch.end - 1)
    if entry is not None and not entry.takes("clause") and cue.i < first:
        return make_pieces(passage, cue, (cue.i + 1, last))
    return (passage.place(stretch.start, stretch.end),)


def find_beside(passage: Passage, stretch: Stretch, alone: bool) -> Token | None:
    """The cue that stands next to a quotation in its sentence, outside all quotations: after it first, then before it."""
    doc = passage.paragraph.doc
    after, before = passage.token_at(stretch.end), passage.token_at(stretch.start) - 1
    cue = None
    if alone or (before >= 0 and doc[before].text in ",:"):
        ended = passage.text[stretch.inner_start : stretch.inner_end].rstrip().endswith(".")
        cue = _find_cue(passage, range(after, min(after + (REACH_ENDED if ended else REACH), len(doc))), stops=".!?:;")
        cue = None if cue is not None and (_introduces(passage, cue) or (ended and cue.nbor().text != ".")) else cue
    return cue or _find_cue(passage, range(before, max(before - REACH, -1), -1), stops=".!?;")


def _introduces(passage: Passage, cue: Token) -> bool:
    """Whether another quotation follows a cue: "Berg said: "..."."""
    behind = cue.doc[cue.i + 1 : cue.i + 3]
    if len(behind) < 2:
        return False
    return behind[0].text == ":" or (behind[0].text == "," and passage.stretch_of(behind[1]) is not None)


def _find_cue(passage: Passage, indexes: range, stops: str) -> Token | None:
    """The first reporting verb on the way; a noun that is spelt like one, where a mark follows ("the senator notes.")."""
    doc = passage.paragraph.doc
    for index in indexes:
        token = doc[index]
        if token.text in stops or passage.stretch_of(token) is not None:
            return None
        if token.lower_ in {"quoted", "cited"} and index + 2 < len(doc) and doc[index + 2].tag_ == "VBG":
            return doc[index + 2]  # "was quoted as saying"
        if find_verb_cue(token) is not None or (is_cue_form(token) and index + 1 < len(doc) and doc[index + 1].text in ".,:"):
            return token
    return None


def find_named(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation after a name, or a sentence about somebody, and a colon: "More from the senator: "..."."""
    doc = passage.paragraph.doc
    colon = passage.token_at(stretch.start) - 1
    if colon < 1 or doc[colon].text != ":":
        return None
    subject = _find_told(passage, colon)
    noun = subject or find_nominal(passage, range(colon - 1, max(colon - REACH, -1), -1))
    speaker = None if noun is None else find_teller(noun)
    if speaker is None:
        return None
    return Draft(passage, "string", (passage.place(stretch.start, stretch.end),), None, noun_phrase(speaker, passage))


def find_teller(noun: Token) -> Token | None:
    """Who speaks where a noun stands before a colon: Lind of "Lind's verdict: "...""; no thing and no kind of people ("buyers return")."""
    utterer = find_utterer(noun)
    is_kind = utterer.tag_ == "NNS" and not any(child.dep_ in {"det", "poss", "nummod"} for child in utterer.lefts)
    if name_head(utterer) != "thing":
        return None if is_kind else utterer
    return next((owner for owner in utterer.lefts if owner.dep_ == "poss" and owner.pos_ in NOMINAL), None)


def _find_told(passage: Passage, colon: int) -> Token | None:
    """Whom the sentence before a colon is about: the subject of its last verb that has one."""
    doc = passage.paragraph.doc
    for token in reversed(doc[max(0, colon - REACH) : colon]):
        if token.text in ".!?" or passage.stretch_of(token) is not None:
            return None
        subject = find_own_subject(token) if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} else None
        if subject is not None and passage.stretch_of(subject) is None and subject.i < colon and subject.lower_ not in VOID:
            return subject
    return None


def find_titled(passage: Passage, stretch: Stretch) -> Draft | None:
    """A headline's quotation and behind a colon the one who speaks: ""We will stay": dockers dig in"."""
    doc, colon = passage.paragraph.doc, passage.token_at(stretch.end)
    if not passage.paragraph.in_title or colon >= len(doc) or doc[colon].text != ":":
        return None
    noun = find_nominal(passage, range(colon + 1, min(colon + REACH, len(doc))))
    while noun is not None and noun.dep_ == "compound":
        noun = noun.head
    if noun is None:
        return None
    return Draft(passage, "headline", (passage.place(stretch.start, stretch.end),), None, noun_phrase(noun, passage))


def find_signature(passage: Passage, stretch: Stretch) -> Draft | None:
    """A quotation with a name behind a dash and nothing more: ""We are ready." — Anna Berg"."""
    match = SIGNATURE.match(passage.text, stretch.end)
    if match is None:
        return None
    place = passage.place(stretch.start, stretch.end)
    return Draft(passage, "string", (place,), None, passage.place(*match.span(1)), variant="signature")


def find_signer(passage: Passage) -> Range | None:
    """The name in a paragraph that signs the one before: "— Anna Berg, teacher"."""
    match = SIGNATURE.fullmatch(passage.text)
    return None if match is None else passage.place(*match.span(1))


def find_lead(passage: Passage) -> Draft | None:
    """What a paragraph that ends in a colon brings in, its pieces still to come."""
    doc = passage.paragraph.doc
    if not passage.text.rstrip().endswith((":", ",")):
        return _find_name_line(passage)
    last = doc[max(0, len(doc) - 2 * REACH) :]
    cue = next((token for token in reversed(list(last)) if find_verb_cue(token) is not None), None)
    if cue is not None:
        return Draft(passage, "lead", (), cue, find_speaker(cue, passage))
    if passage.text.rstrip().endswith(","):
        return None
    given = next((token.head for token in reversed(list(last)) if token.dep_ == "pobj" and token.head.lower_ in {"from", "by"}), None)
    noun = None if given is None else next((child for child in given.children if child.dep_ == "pobj"), None)
    noun = noun or next((token for token in last if token.pos_ in NOMINAL and token.dep_ in {"nsubj", "ROOT"}), None)
    return None if noun is None else Draft(passage, "lead", (), None, noun_phrase(noun, passage))


def _find_name_line(passage: Passage) -> Draft | None:
    """A paragraph that is a person's name, with a role or without, as in a column of opinions: "Paula Grieve, senator"."""
    doc = passage.paragraph.doc
    match = NAME_LINE.match(passage.text)
    if match is None or any(token.tag_ in FINITE for token in doc) or not any(name.label_ == "PERSON" for name in doc.ents):
        return None
    return Draft(passage, "lead", (), None, passage.place(*match.span()), variant="named")
