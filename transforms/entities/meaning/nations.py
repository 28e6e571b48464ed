"""The names of an article and its text in, the nation out whose senate, supreme court or ministry it
means where it calls them by no nation, with the words that say so.

An article that tells far more of one nation than of any other means that one's; of America, whose
states have senates and courts of their own, only where it names what sits in the capital and no
state's.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from transforms.entities.naming.names import Name
from transforms.world.countries import FORMS, SHARED_NAMES
from transforms.world.lexicon import PORTFOLIOS
from transforms.world.words import fold, read_words

Told = tuple[str, str]  # code, words

OF_A_NATION = read_words("bodies_of_a_nation")
MINISTRY = frozenset({"ministry"})
JOINING = frozenset({"of", "for", "the", "and"})
STATES = read_words("american_states")
IN_WASHINGTON = read_words("sits_in_washington")
PARTIES = read_words("american_parties")
OF_NO_STATE = read_words("bodies_of_no_state")
# what the states of America have as well, and an article that tells of a state's
OF_STATES = re.compile(
    rf"\b(?i:state|statewide|{'|'.join(sorted(STATES))})(?:[’']s)? "
    rf"(?i:{'|'.join(sorted(read_words('bodies_of_states')))})"
    rf"|\b(?:{'|'.join(sorted(read_words('signs_of_states')))})\b"
)
# of an article whose senate is America's, whatever else it tells of
SIGNS = "|".join(sorted(map(re.escape, IN_WASHINGTON | PARTIES), reverse=True))  # longest first
SIGN = re.compile(rf"\b(?:{SIGNS})(?!\w)")
AMERICAN = re.compile(rf"\b(?:{SIGNS}|U\.S\.)(?!\w)")
# a member of Congress with party and state: "(D-Mass.)", "(R., Iowa)"
MEMBER = re.compile(r"\([DRI](?:\.,?\s|-)[A-Z][A-Za-z.]+\)")
FEWEST = 3  # names that tell of a nation
FEWEST_FORMS = 2  # "Kenya", "Kenyan"
FAR_MORE = 4  # times as many as of any other
FEWEST_SIGNS = 2  # different ones of Congress and the White House


def find_article_nation(name: str, names: Sequence[Name], text: str) -> Told | None:
    """ISO code and the words that tell whose the body of a name is; None where the article tells of
    several nations.
    """
    if found := _find_named(name, text):
        return found
    told = list(_read_nations(names))
    counts = Counter(code for code, _ in told)
    if counts["US"] == max(counts.values(), default=0) and _is_of_america(name, names, text):
        return "US", _join_signs(SIGN.findall(text))
    code = _find_leading(counts) if _may_be_elsewhere(name, text) else None
    return _tell(code, [form for own, form in told if own == code])


def _find_named(name: str, text: str) -> Told | None:
    """Of what the text calls by one nation only elsewhere: "the U.S. Navy"."""
    bare = re.escape(name.removeprefix("The "))
    before = {match[1] for match in re.finditer(rf"([\w.]+) {bare}\b", text)}
    told = {FORMS[word].country.code: word for word in sorted(before & FORMS.keys())}
    if len(told) != 1 or OF_STATES.search(text):
        return None
    code, word = told.popitem()
    return (code, f"{word} {name.removeprefix('The ')}") if code else None


def _may_be_elsewhere(name: str, text: str) -> bool:
    """Whether nothing in the text says that it may be America's."""
    return is_ministry(name) or not ("epartment" in name or AMERICAN.search(text))


def _tell(code: str | None, forms: Sequence[str]) -> Told | None:
    """What several forms tell: "Kenya" and "Kenyan"."""
    return (code, _join_words(forms)) if code and len(set(forms)) >= FEWEST_FORMS else None


def _find_leading(counts: Counter[str]) -> str | None:
    """The nation, but for America, of which far more is told than of any other."""
    most = max(counts.values(), default=0)
    leading = [code for code, count in counts.items() if FAR_MORE * count > most]
    return leading[0] if most >= FEWEST and len(leading) == 1 and leading != ["US"] else None


def is_ministry(name: str) -> bool:
    """ "Defence Ministry", which America has none of."""
    words = set(fold(name).split()) - JOINING
    return bool(words & MINISTRY and words - MINISTRY) and words - MINISTRY <= PORTFOLIOS


def is_of_a_nation(name: str) -> bool:
    """ "Senate", "the Supreme Court", "Defence Ministry": each nation has one."""
    return fold(name).removeprefix("the ") in OF_A_NATION or is_ministry(name)


def _read_nations(names: Iterable[Name]) -> Iterable[Told]:
    for name in names:
        found = FORMS.get(name.text)
        if found and found.country.code and name.text not in SHARED_NAMES:
            yield found.country.code, name.text
        elif is_american_state(name):
            yield "US", name.text


def is_american_state(name: Name) -> bool:
    """ "Ohio"; "Georgia" may be a nation."""
    return name.kind == "place" and fold(name.text) in STATES


def _is_of_america(name: str, names: Sequence[Name], text: str) -> bool:
    """Whether it names two signs, or has one of the capital beside the members of a party, whom a
    state has, too; of what no state has, one sign where America is told of.
    """
    told = set(SIGN.findall(text))
    if fold(name).removeprefix("the ") in OF_NO_STATE:
        return bool(told) and any(code == "US" for code, _ in _read_nations(names))
    named = {own.text for own in names} & (IN_WASHINGTON | PARTIES)
    is_told = not (told.isdisjoint(IN_WASHINGTON) or told.isdisjoint(PARTIES))
    is_member = MEMBER.search(text) is not None and bool(told)
    is_there = is_told or is_member or len(named) >= FEWEST_SIGNS
    return is_there and OF_STATES.search(text) is None


def _join_signs(signs: Iterable[str]) -> str:
    """Those of the capital before the parties."""
    counts = Counter(signs)
    ranked = sorted(counts, key=lambda sign: (sign in PARTIES, -counts[sign], sign))
    return "the article tells of " + ", ".join(ranked[:2])


def _join_words(forms: Iterable[str]) -> str:
    """The two most frequent forms: "the article tells of Kenya, Kenyan"."""
    counts = Counter(forms)
    ranked = sorted(counts, key=lambda form: (-counts[form], form))
    return "the article tells of " + ", ".join(ranked[:2])
