"""An article in a language that is not parsed -> its quotations beside which a verb of speech
stands: «Мост закрыт», — сказал Иван Лунь. By the marks and the words of the language's file alone.

    paragraphs -> quotations (quoted.py) -> the verb beside each (beside.py), and who is its subject
    (subject.py, names.py) -> what goes on with it (pieces.py) -> rows (record.py)

No name is looked for elsewhere: the speaker is words of the clause that the verb stands in.
"""

from transforms.quotes.marked.beside import RULES
from transforms.quotes.marked.pieces import find_said
from transforms.quotes.marked.record import make_quote
from transforms.quotes.marked.words import read_words
from transforms.records import Article, Quote

__all__ = ["RULES", "find_marked_quotes"]


def find_marked_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotations of the text, in order; none in a language of which no verbs are listed."""
    words = read_words(article.document.language or "")
    if words is None:
        return ()
    return tuple(make_quote(article, said) for said in find_said(article.document.text, words))
