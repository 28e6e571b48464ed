"""An article in a language that is not parsed -> what somebody is quoted or reported to say in it:
«Мост закрыт», — сказал Иван Лунь. By the marks and the words of the language's file alone.

    paragraphs -> quotations (quoted.py) -> the verb beside each (beside.py), and who is its subject
    (subject.py, names.py) -> what goes on with it (pieces.py)
    sentences -> what a frame shows to be said without marks (frames.py)
    what bears no frame behind both (going_on.py), or behind a sentence of who speaks (narrated.py)
    -> rows (record.py)

No name is looked for elsewhere: the speaker is words of the clause that the verb stands in.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from transforms.quotes.marked.frames import find_frames
from transforms.quotes.marked.going_on import find_going_on
from transforms.quotes.marked.narrated import find_narrated
from transforms.quotes.marked.pieces import find_loose, find_said
from transforms.quotes.marked.record import make_quote
from transforms.quotes.marked.said import Said
from transforms.quotes.marked.words import SaidWords, read_words
from transforms.records import Article, Quote


def find_marked_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotations of the text, in order; none in a language of which no verbs are listed."""
    words = read_words(article.document.language or "")
    if words is None:
        return ()
    return tuple(make_quote(article, said) for said in _find_all(article.document.text, words))


def _find_all(text: str, words: SaidWords) -> list[Said]:
    """What is said in the text, in order; what a frame shows only where no quotation stands."""
    quoted = list(find_said(text, words))
    told = [*quoted, *_leave_out(find_frames(text, words), quoted)]
    loose = list(find_loose(text, told))
    told += _leave_out(find_going_on(text, told, loose, words), told)
    narrated = _leave_out(find_narrated(text, told, loose, words), told)
    return sorted([*told, *narrated], key=attrgetter("pieces"))


def _leave_out(found: Iterable[Said], others: Sequence[Said]) -> Iterator[Said]:
    """Those that share no words with the others, none of which share any among themselves."""
    places = sorted((said.start, said.pieces[-1][1]) for said in others)
    for said in found:
        at = bisect_right(places, (said.pieces[-1][1],)) - 1
        if at < 0 or places[at][1] <= said.start:
            yield said
