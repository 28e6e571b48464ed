"""Which lines of a dump are its article's, as far as the article's text tells."""

from training.labels import HEAVIEST, LIGHTEST, label_lines, weigh_lines

ARTICLE = "The ferry left at noon with ninety people on board.\nWhat comes after that\nIt is to return on Sunday, said the captain of the ship."


def test_long_lines_count_by_their_words_and_short_ones_by_their_neighbours() -> None:
    dump = [
        "Home",
        "The ferry left at noon with ninety people on board.",
        "What comes after that",
        *ARTICLE.split("\n")[2:],
        "What comes after that",
    ]
    assert label_lines(dump, ARTICLE) == [False, True, True, True, False]


def test_of_a_repeated_line_the_copy_inside_the_article_counts() -> None:
    first, *rest = ARTICLE.split("\n")
    assert (
        label_lines([first, "Menu", "Sport", "Weather", "Contact", "Log in", first, *rest], ARTICLE)
        == [False] * 6 + [True] * 3
    )


def test_nothing_counts_where_the_article_is_elsewhere() -> None:
    assert label_lines(
        ["One line of a dump that has nothing to do with it", "and another"], ARTICLE
    ) == [False, False]


def test_a_mistake_costs_the_share_of_words_within_limits() -> None:
    lines = [*["ten words " * 5] * 10, "one", "many " * 500]
    ten, one, many = (weigh_lines(lines, [True] * 10 + [False] * 2)[at] for at in (0, -2, -1))
    assert ten == 0.1 + LIGHTEST
    assert one == 0.01 + LIGHTEST
    assert many == HEAVIEST + LIGHTEST
