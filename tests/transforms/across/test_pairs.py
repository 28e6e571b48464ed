"""Two articles that are alike: one told anew, or two reports on one event."""

from transforms.across.names import read_names
from transforms.across.pairs import (
    Weighed,
    confirm_rewrite,
    is_to_be_confirmed,
    weigh_pair,
)

DAY = (738_000, 738_000)
TEXT = """The ferry company Nordkyle said on Tuesday that it would cancel 140 crossings to Milburg.

Its chairman Viktor Lindaros told reporters in Rostavel that fuel had become too expensive.

The minister Karla Brennikova called on Nordkyle to return to the table by Thursday."""
TOLD_ANEW = """On Tuesday the shipping line Nordkyle announced that 140 trips to Milburg were off.

Fuel was too dear, its chairman Viktor Lindaros explained to journalists in Rostavel.

By Thursday Nordkyle should be back at the table, the minister Karla Brennikova demanded."""
OTHER_REPORT = """The minister Karla Brennikova will meet Nordkyle on Thursday. She wants answers.

Farmers near Milburg had asked for help: their milk no longer reaches the shops of Rostavel.

One of them, Greta Ollson, said that the 140 crossings had carried her harvest each summer."""
ALIKE = weigh_pair(0.6, DAY, DAY, None)
REWRITE = Weighed(0.6, 0.6, "rewrite", 0.6)


def test_an_article_told_anew_says_the_same_in_the_same_order() -> None:
    assert is_to_be_confirmed(REWRITE)
    one, other = (read_names(None, text) for text in (TEXT, TOLD_ANEW))
    assert confirm_rewrite(one, other, REWRITE) == REWRITE
    assert confirm_rewrite(other, one, REWRITE) == REWRITE


def test_two_reports_on_one_event_are_no_rewrites_however_alike_their_words() -> None:
    one, other = (read_names(None, text) for text in (TEXT, OTHER_REPORT))
    assert confirm_rewrite(one, other, REWRITE) == ALIKE
    assert ALIKE.relation == "same_event"
    assert confirm_rewrite(one, other, Weighed(0.6, 0.01, "rewrite", 0.6)).relation is None


def test_what_shared_words_tell_needs_no_names() -> None:
    assert not is_to_be_confirmed(Weighed(0.6, 0.6, "rewrite", 0.4, "words"))
