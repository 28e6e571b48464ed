import pytest

from transforms.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry – at last – sails.", 7),
        ("Fähre\n\nfährt – morgen.", 4),
        ("다리가 다시 열린다.", 3),
        ("港で貨物船と漁船が衝突した。", 7),  # 13 characters and a full stop
        ("橋は2026年に開通する。", 5),  # 8 characters and a number
        ("大桥，通车。", 2),
        ("สะพานเปิดอีกครั้ง", 5),
        ("The 橋 opens.", 3),
        (" \n", 0),
    ],
)
def test_words_are_counted_also_where_no_space_parts_them(text: str, words: int) -> None:
    assert count_words(text) == words
