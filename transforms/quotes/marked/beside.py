"""A quotation -> the verb of speech beside it, and the subject of the verb: behind it («…», —
сказал Лунь), or before it (Лунь сказал: «…»; sagte er: „…“).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise, takewhile

from transforms.grammar.passage import Range
from transforms.quotes.marked.names import (
    PAIR,
    Token,
    is_role,
    list_inner_capitals,
    list_surnames,
    pick_name,
    read_run,
    read_tokens,
)
from transforms.quotes.marked.quoted import LETTER, Quoted
from transforms.quotes.marked.subject import Subject, read_behind
from transforms.quotes.marked.uncapped import read_topic
from transforms.quotes.marked.words import SaidWords
from transforms.world.well_known import FIRST_NAMES

LEAD, SO = "marks:lead", "marks:so"
RULES = "marks:behind", "marks:before"  # where the verb stands
BEHIND, BEFORE = 160, 200  # characters that are looked at behind a quotation and before it
MOST_ROLES = 2  # words before a name between the marks and the verb
TAIL = 60  # characters between a verb and its colon
OPENS = re.compile(r"(?::\s{0,3}|,\s)$")  # before a quotation that a verb opens
SENTENCE_END = re.compile(r"[.!?…:]['’\"”“»]{0,2}\s")
AGAIN = re.compile(r"[.,:;]?\s[-–—]{1,2}\s|[.,:;][-–—]\s|[-–—][.,:;]\s")  # — сказал Лунь. — …
# the capitals at the end, with small words of at most four letters between: "Jan van der Berg"
CAPITALS = re.compile(
    r"(?<![\w’'-])([^\W\d_a-zà-ÿ][\w’'-]*"
    r"(?:\s(?:[a-zà-ÿ]{1,4}\s){0,2}[^\W\d_a-zà-ÿ][\w’'-]*){0,3})$"
)
LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,12}(?=\s?$)")  # before a verb: als er
STOPS, STOP = (".", "!", "?", "…"), re.compile(r"[.!?…]")
MARKS, OPENS_MORE = ' "”“»«', re.compile(r"[:„“”«»\"]")
ENDS = ",!?…."  # what a quotation ends with before its verb


@dataclass(frozen=True, slots=True)
class Beside:
    """A verb of speech beside a quotation, and its subject; as places in the text. cue: None where
    it goes on with another.
    """

    rule: str
    cue: Range | None
    subject: Subject | None


def read_beside(text: str, quoted: Quoted, words: SaidWords) -> Beside | None:
    """The verb beside a quotation, None where there is none."""
    return (
        read_verb_behind(text, quoted, words)
        or read_verb_before(text, quoted, words)
        or _read_so(text, quoted, words)
    )


def _read_so(text: str, quoted: Quoted, words: SaidWords) -> Beside | None:
    """The verb of the next sentence, which tells nothing but who said so: «…». Así lo dijo Sol."""
    end = min(quoted.closes, quoted.end + BEHIND)
    found = words.so.match(text, quoted.end, end)
    if found is None or not _is_sentence(text, quoted):
        return None
    subject = read_behind(text, found.end(), end, words)
    if subject is None or subject.kind not in {"name", "role", "pronoun"}:
        return None
    rest = STOP.split(text[subject.place[1] : end], maxsplit=1)[0]
    tells_more = words.that.match(rest) or OPENS_MORE.search(rest)
    return None if tells_more else Beside(SO, found.span("cue"), subject)


def _is_sentence(text: str, quoted: Quoted) -> bool:
    """Whether a quotation begins and ends as a sentence of its own does."""
    before = text[quoted.opens : quoted.start].rstrip(MARKS)
    begins = not before or before.endswith(STOPS)
    return begins and text[quoted.inner_start : quoted.end + 1].rstrip(MARKS).endswith(STOPS)


def read_verb_behind(text: str, quoted: Quoted, words: SaidWords) -> Beside | None:
    """The verb behind a quotation that a comma, a mark or a dash parts from it: no title is."""
    end = min(quoted.closes, quoted.end + BEHIND)
    led = words.led.match(text, quoted.end, end)
    if led and (subject := read_led(text, led, words)):
        return Beside(RULES[0], led.span("cue"), subject)
    found = words.behind.match(text, quoted.end, end)
    if found is None or not _is_parted(text, quoted, found, words):
        return None
    subject = (
        read_inverted(found, words)
        or read_behind(text, found.end(), end, words)
        or _read_first(text, quoted, words)
    )
    if subject is None and _needs_subject(text, quoted, found, words):
        return None
    return Beside(RULES[0], found.span("cue"), subject)


def read_led(text: str, found: re.Match[str], words: SaidWords) -> Subject | None:
    """The subject between the marks and the verb: ”…”, pormestari Anna Virtala sanoo."""
    tokens = read_tokens(text, *found.span("led"), words)
    if len(tokens) == 1 and tokens[0].folded in words.pronouns:
        return Subject((tokens[0].start, tokens[0].end), "pronoun")
    run = list(takewhile(lambda token: token.is_capital, reversed(tokens)))[::-1]
    roles = tokens[: len(tokens) - len(run)]
    if len(roles) > MOST_ROLES or any(token.folded in words.apart for token in roles):
        return None
    name = pick_name(run, words)
    return Subject((name[0].start, name[-1].end), "name") if name else None


def _needs_subject(text: str, quoted: Quoted, found: re.Match[str], words: SaidWords) -> bool:
    """Whether the verb alone shows nobody's words: … blamed for "a want of care", said that …"""
    is_part = _begins_small(text, quoted) and not found["dash"]
    tells = words.that.match(text, found.end()) is not None
    return is_part or tells or found["cue"].casefold() in words.according


def _is_parted(text: str, quoted: Quoted, found: re.Match[str], words: SaidWords) -> bool:
    ends = text[quoted.inner_end - 1] in ENDS or words.is_verb_final
    return bool(found["stop"] or found["dash"]) or ends


def _begins_small(text: str, quoted: Quoted) -> bool:
    first = LETTER.search(text, quoted.start, quoted.end)
    return first is not None and first.group().islower()


def _read_first(text: str, quoted: Quoted, words: SaidWords) -> Subject | None:
    """The subject before the marks, where the verb comes last: Deniz, “…” dedi."""
    if words.has_topics:
        return read_topic(text, quoted.opens, quoted.start, words)
    if not words.is_verb_final:
        return None
    start = find_sentence(text, quoted.opens, quoted.start)
    comma = text.rfind(",", start, quoted.start)
    if comma < 0 or text[comma + 1 : quoted.start].strip():
        return None
    run = CAPITALS.search(text, max(start, comma - TAIL), comma)
    name = pick_name(read_tokens(text, *run.span(1), words), words)[-PAIR:] if run else []
    return Subject((name[0].start, name[-1].end), "name") if name else None


def read_inverted(found: re.Match[str], words: SaidWords) -> Subject | None:
    """The pronoun that a verb has within it: a-t-il dit, explique-t-elle."""
    for part in re.finditer(r"(?<=-)\w+", found["cue"]):
        if part.group().casefold() in words.pronouns:
            start = found.start("cue")
            return Subject((start + part.start(), start + part.end()), "pronoun")
    return None


def read_verb_before(text: str, quoted: Quoted, words: SaidWords) -> Beside | None:
    """The verb whose colon opens the quotation, in its paragraph or as the last of that before."""
    if not quoted.begins(text):
        begin = max(quoted.opens, quoted.start - BEFORE)
        is_part = text[: quoted.start].endswith(", ") and _is_part(text, quoted)
        return None if is_part else read_opening(text, begin, quoted.start, words)
    end = len(text[max(0, quoted.opens - 3) : quoted.opens].rstrip()) + max(0, quoted.opens - 3)
    begin = max(0, text.rfind("\n", 0, end) + 1, end - BEFORE)
    return read_opening(text, begin, end, words)


def _is_part(text: str, quoted: Quoted) -> bool:
    """Whether a quotation in small letters does not end its sentence: forderte, „alles zu tun“ und …"""
    ends = text[quoted.inner_end - 1 : quoted.end + 1].strip('"”“»«')
    return _begins_small(text, quoted) and not any(mark in ends for mark in ".!?…")


def cut_quoted(text: str, quoted: Quoted, words: SaidWords) -> list[Quoted]:
    """A quotation -> its pieces, where dashes within its marks part who says it from what is said:
    «Restiamo – dice Nardi – ma soli»; else the quotation.
    """
    for found in words.within.finditer(text, quoted.inner_start, quoted.inner_end):
        end = min(quoted.inner_end, found.end() + BEHIND)
        subject = read_behind(text, found.end(), end, words) if found["dash"] else None
        again = AGAIN.match(text, subject.place[1], end) if subject else None
        if again:
            place = found.start() + bool(found["stop"])
            return [
                replace(quoted, end=place, inner_end=place),
                replace(quoted, start=again.end(), inner_start=again.end()),
            ]
    return [quoted]


def cut_turn(text: str, turn: Quoted, words: SaidWords) -> list[Quoted]:
    """A turn that a dash opens -> what is said before its verb, and behind the dash that ends the
    verb's clause; the whole turn where it has none.
    """
    if led := _cut_led(text, turn, words):
        return led
    for found in words.within.finditer(text, turn.start, turn.end):
        if not (found["dash"] or found["stop"]):
            continue
        end = min(turn.closes, found.end() + BEHIND)
        is_told = read_inverted(found, words) or read_behind(text, found.end(), end, words)
        if is_told or (found["dash"] and not _needs_subject(text, turn, found, words)):
            stops = found.start() + (found["stop"] in ENDS[1:] if found["stop"] else 0)
            first = replace(turn, end=stops, inner_end=stops, is_open=False)
            return [first, *_cut_behind(text, found.end(), turn)]
    return [turn]


def _cut_led(text: str, turn: Quoted, words: SaidWords) -> list[Quoted]:
    """The pieces of a turn that a subject and its verb end: – Silta avataan, Salmio sanoo. – Se on …"""
    for found in words.led.finditer(text, turn.start, turn.end):
        if text[found.start()] == "," and read_led(text, found, words):
            stops = found.start()
            first = replace(turn, end=stops, inner_end=stops, is_open=False)
            return [first, *_cut_behind(text, found.end(), turn)]
    return []


def _cut_behind(text: str, place: int, turn: Quoted) -> Iterator[Quoted]:
    """What a dash opens behind the clause of the verb."""
    if again := AGAIN.search(text, place, min(turn.end, place + BEHIND)):
        yield replace(
            turn, start=again.end(), inner_start=again.end(), is_turn=False, is_open=False
        )


def read_opening(text: str, begin: int, end: int, words: SaidWords) -> Beside | None:
    """The last verb of a sentence that ends with a colon at `end`."""
    opens = OPENS.search(text, begin, end)
    if opens is None:
        return None
    start = find_sentence(text, begin, opens.start())
    cues = [cue for cue in find_cues(text, start, end, words) if end - cue.end() <= TAIL]
    if not cues:
        return _read_lead(text, start, opens, words)
    if ":" in text[cues[0].end() : end].rstrip()[:-1]:
        return None
    subject = read_subject(text, start, end, cues[-1], words)
    if opens.group().startswith(",") and not _is_bare(text, cues[-1].end(), opens.start(), subject):
        return None
    return Beside(RULES[1], cues[-1].span("cue"), subject)


def _read_lead(text: str, start: int, opens: re.Match[str], words: SaidWords) -> Beside | None:
    """Who begins a sentence without a verb of speech whose colon opens a quotation: "Lund: „…“",
    "Jan Lund lobt die Helfer: „…“".
    """
    if opens.group().startswith(","):
        return None
    tokens = _read_from(text, start, opens.start(), words)
    run = read_run(tokens, words)
    name = pick_name(run, words)
    if not name or not _is_told(text, run, name, words):
        return None
    if _names_another(text[name[-1].end : opens.start()], words):
        return None
    return Beside(LEAD, None, Subject((name[0].start, name[-1].end), "name"))


def _names_another(words_behind: str, words: SaidWords) -> bool:
    """Whether somebody else is named before the colon: "Lund wollte gehen, aber Jan Berg rief:"."""
    behind = words_behind.split()
    if any(word in FIRST_NAMES for word in behind):
        return True
    is_pair = any(one[0].isupper() and other[0].isupper() for one, other in pairwise(behind))
    return is_pair and not words.has_capital_nouns


def _is_bare(text: str, start: int, end: int, subject: Subject | None) -> bool:
    """Whether nothing but a subject stands between a verb and the comma that opens a quotation:
    sagte Lund, „…“.
    """
    told = subject is not None and subject.place[0] >= start
    return not text[subject.place[1] if subject and told else start : end].strip()


def find_cues(text: str, start: int, end: int, words: SaidWords) -> Iterator[re.Match[str]]:
    """The verbs of speech of a sentence: no noun that is written alike ("la denuncia")."""
    for cue in words.cue.finditer(text, start, end):
        last = LAST_WORD.search(text[start : cue.start("cue")])
        if not (last and last.group().casefold() in words.articles - words.pronouns):
            yield cue


def read_subject(
    text: str, start: int, end: int, cue: re.Match[str], words: SaidWords
) -> Subject | None:
    """The subject of a verb in a sentence that begins at `start`; what is said begins at `end`."""
    if words.is_verb_first:
        return read_behind(text, cue.end(), end, words)
    subject = _read_antecedent(text, start, cue.start("cue"), words) or _read_subject_before(
        text, start, cue.start("cue"), words
    )
    if subject is None and cue.start("cue") > start:
        opening = _read_from(text, start, cue.start("cue"), words)
        opens_apart = bool(opening) and opening[0].folded in words.apart
        subject = _read_behind_surely(text, cue.end(), end, words, opens_apart=opens_apart)
    if subject is None:
        subject = _read_joined(text, start, cue, words)
    return subject


def _read_antecedent(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """Who is named before a relative pronoun whose verb it is: "Ana Sol, quien añadió:"."""
    relatives = list(words.relative.finditer(text, start, end))
    if not relatives or any(mark in text[relatives[-1].end() : end] for mark in ",:;("):
        return None
    comma = relatives[-1].start()
    run = CAPITALS.search(text, max(start, comma - TAIL), comma)
    name = pick_name(read_tokens(text, *run.span(1), words), words) if run else []
    is_pair = len(name) > 1 and not words.has_capital_nouns
    if not name or not (is_pair or is_sure(text, name, words)):
        return None
    return Subject((name[0].start, name[-1].end), "name")


def _read_joined(text: str, start: int, cue: re.Match[str], words: SaidWords) -> Subject | None:
    """The subject of the verb before, which an "and" joins: ", sagte Lund und fügte hinzu:"."""
    place = cue.start("cue")
    for other in words.cue.finditer(text, start, place):
        subject = read_behind(text, other.end(), place, words)
        between = text[subject.place[1] : place].strip(" ,").casefold() if subject else ""
        if between in words.joined:
            return subject
    return None


def find_told(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """The subject of a verb of speech between two places: whose words they are that follow."""
    subjects = (
        read_behind(text, cue.end(), end, words) for cue in words.cue.finditer(text, start, end)
    )
    return next((subject for subject in subjects if subject), None)


def find_sentence(text: str, begin: int, end: int) -> int:
    """Where the sentence begins that holds `end`."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, begin, end)]
    return ends[-1] if ends else begin


def _read_subject_before(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """Who begins the sentence, where the verb follows: "Lund sagte", "Jan Lund, Wirt, sagte"."""
    last = LAST_WORD.search(text[start:end])
    if last and last.group().casefold() in words.pronouns:
        return Subject((start + last.start(), start + last.end()), "pronoun")
    tokens = _read_from(text, start, end, words)
    if not tokens:
        return None
    run = read_run(tokens, words)
    name = pick_name(run, words, is_led=tokens[0].folded in words.articles)
    if name and _is_whole(text, tokens, run, name, end) and _is_told(text, run, name, words):
        return Subject((name[0].start, name[-1].end), "name")
    return _find_known(text, tokens, end, words) or _read_role_before(text, tokens, end, words)


def _find_known(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """A known given name and a surname right before the verb, behind a role of several words: in
    languages whose cases tell a subject, "Министр обороны Олег Дубов сообщил".
    """
    if words.articles or len(tokens) <= PAIR or text[tokens[-1].end : end].strip():
        return None
    given, surname = tokens[-PAIR:]
    is_name = given.text in FIRST_NAMES and surname.is_capital
    is_role = tokens[0].is_capital and tokens[0].folded not in words.apart | words.opening
    return Subject((given.start, surname.end), "name") if is_name and is_role else None


def _read_from(text: str, start: int, end: int, words: SaidWords) -> list[Token]:
    """The words of a sentence but for the "and" and "then" that it begins with."""
    while start < end and not text[start].isalpha():
        start += 1
    tokens = read_tokens(text, start, end, words)
    opens = tokens and tokens[0].folded in words.apart | words.of | words.adverbs
    if opens and not words.is_verb_second and text[tokens[-1].end] == ",":
        return _read_from(text, tokens[-1].end + 1, end, words)  # "Tras la reunión, Sol dijo"
    small = words.joined | words.adverbs
    return list(dropwhile(lambda token: token.folded in small, tokens))


def _is_whole(
    text: str, tokens: list[Token], run: list[Token], name: list[Token], end: int
) -> bool:
    """Whether the verb follows capitals, or a comma a name of two words: Jan Lund, Wirt in Sol,"""
    last = tokens[-1].end
    reaches = len(run) == len(tokens) and not text[last:end].strip()
    return reaches or (len(name) > 1 and text[last : last + 1] == ",")


def _is_told(text: str, run: list[Token], name: list[Token], words: SaidWords) -> bool:
    """Whether a role stands before a name of two words, or it is a name for sure."""
    return (1 < len(name) < len(run)) or is_sure(text, name, words)


def _read_role_before(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """An article and what follows it up to the verb: "Der Trainer Jan Lund sagte"; up to the first of
    two verbs: "El alcalde cerró la sesión y dijo".
    """
    if tokens[0].folded not in words.articles:
        return _read_bare_role(text, tokens, end, words)
    if text[tokens[-1].end : end].strip():
        return _read_apposed_before(text, tokens[0].start, end, words)
    subject = read_behind(text, tokens[0].start, tokens[-1].end, words)
    rest = [token for token in tokens if subject and token.start >= subject.place[1]]
    if not rest or rest[0].folded in words.of | words.articles:
        return subject
    goes_on = tokens[-1].folded in words.joined and rest[0].folded not in words.joined
    return subject if goes_on else None


def _read_bare_role(text: str, tokens: list[Token], end: int, words: SaidWords) -> Subject | None:
    """What somebody is, alone before a verb in a language without articles: "Врач пояснил"."""
    is_alone = len(tokens) == 1 and not text[tokens[0].end : end].strip()
    if words.articles or not is_alone or not words.person.fullmatch(tokens[0].text):
        return None
    return Subject((tokens[0].start, tokens[0].end), "role")


def _read_apposed_before(text: str, start: int, end: int, words: SaidWords) -> Subject | None:
    """The name between commas before a verb: "El alcalde, Tomás Prieto, dijo"."""
    subject = read_behind(text, start, end, words)
    if subject is None or subject.kind != "name":
        return None
    return None if text[subject.place[1] : end].strip(" ,") else subject


def _read_behind_surely(
    text: str, start: int, end: int, words: SaidWords, *, opens_apart: bool
) -> Subject | None:
    """The subject between verb and colon where nothing but a subject it can be: a pronoun, a name.
    What only an article leads may be whom it was said to, unless the sentence opens with something
    else ("Am Abend").
    """
    subject = read_behind(text, start, end, words)
    if subject is None or subject.kind == "pronoun":
        return subject
    if subject.kind != "name":
        return subject if opens_apart else None
    name = read_tokens(text, *subject.place, words)
    opens = text[subject.place[1] : end].lstrip().startswith((":", ","))
    return subject if opens or is_sure(text, name, words) else None


def _is_name_elsewhere(text: str, name: Token, words: SaidWords) -> bool:
    """Whether the text has the word behind a known given name, or, where nouns are small, with a
    capital within a sentence.
    """
    if name.text in list_surnames(text):
        return True
    return not words.has_capital_nouns and name.text in list_inner_capitals(text)


def _is_person_noun(text: str, name: Token, words: SaidWords) -> bool:
    """Whether a capital tells what somebody is, and is nobody's surname in the text: "Врач"."""
    is_noun = words.person.fullmatch(name.text) is not None
    return is_noun and name.text not in list_surnames(text)


def is_sure(text: str, name: list[Token], words: SaidWords) -> bool:
    """Whether a name is one for sure: a known given name and another word, or the surname of one
    that the text names so.
    """
    if len(name) == 1:
        is_noun = is_role(name[0].text, words) or _is_person_noun(text, name[0], words)
        return _is_name_elsewhere(text, name[0], words) and not is_noun
    return any(token.text in FIRST_NAMES for token in name[:-1])
