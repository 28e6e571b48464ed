"""How well headlines are found is measured on hosts that the model has not seen."""

from training.dump_titles import TitledDump, find_title, fit, score_by_folds


def dump(host: str, *, like: int, is_title: int) -> TitledDump:
    """Three lines, of which one looks like a headline, and one is."""
    marks = tuple({"constant": 1.0, "top": float(at == like)} for at in range(3))
    return TitledDump(host, marks, tuple(at == is_title for at in range(3)))


ALIKE = [dump(f"{number}.example", like=number % 3, is_title=number % 3) for number in range(10)]


def test_a_headline_that_looks_like_those_of_other_hosts_is_found() -> None:
    assert score_by_folds(ALIKE) == 1.0


def test_one_that_looks_like_none_is_not() -> None:
    odd = dump("odd.example", like=0, is_title=2)
    assert not find_title(fit(ALIKE), odd)
    assert score_by_folds([*ALIKE, odd]) == 10 / 11


def test_copies_of_a_headline_share_the_weight_of_one() -> None:
    marks = ({"top": 1.0},) * 4
    assert TitledDump("a.example", marks, (True, True, False, True)).weights == [1 / 3, 1 / 3, 1.0, 1 / 3]  # fmt: skip
