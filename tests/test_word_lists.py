"""Facts about the world stand in transforms/world: lists of more than four words are kept out of
the code elsewhere.

Counted are tuples, lists, sets, and dicts by their keys, of words, and alternations of words in
patterns.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_WORDS = 4
# "read more"; names of columns and fields are none
WORD = re.compile(r"[^\W\d_]{2,}(?:[ '’.-][^\W\d_]+)*")
# of an alternation: "shar", "read\smore", "photos?"
BRANCH = re.compile(r"(?:\\[bswW]|[\w\s'’.?+*:-])*")


def list_files() -> Iterator[Path]:
    for room in ("transforms", "flows"):
        yield from sorted((ROOT / room).rglob("*.py"))


def find_word_lists(source: str) -> list[int]:
    """The lines on which lists of words begin; not the choices of a Literal, keys of a dict that is
    typed by one or that names what is worked out, nor what a module exports.
    """
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) if is_choice(node) for inner in ast.walk(node)}
    asked = (
        node for node in ast.walk(tree) if isinstance(node, ast.expr) and id(node) not in skipped
    )
    return sorted(node.lineno for node in asked if count_words(node) > MOST_WORDS)


def is_choice(node: ast.AST) -> bool:
    if isinstance(node, ast.AnnAssign):
        return is_keyed_by_choices(node.annotation)
    is_literal = isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
    return is_literal or (
        isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    )


def is_keyed_by_choices(annotation: ast.expr) -> bool:
    """`dict[Kind, str]`: mypy holds the keys to the choices of Kind."""
    within = getattr(annotation, "slice", None)
    key = within.elts[0] if isinstance(within, ast.Tuple) else None
    name = getattr(key, "id", getattr(key, "value", None))  # Kind, or "Kind"
    return isinstance(name, str) and name not in ("str", "object", "Any")


def count_words(node: ast.expr) -> int:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return max(map(count_branches, re.split(r"[()]", node.value)))
    if isinstance(node, ast.Dict) and not any(map(is_told, node.values)):
        return 0
    members = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    texts = [
        member.value
        for member in members
        if isinstance(member, ast.Constant) and isinstance(member.value, str)
    ]
    return sum(1 for text in texts if WORD.fullmatch(text))


def is_told(node: ast.expr) -> bool:
    """Whether a value is written down, as facts are, and not worked out or code itself."""
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def count_branches(group: str) -> int:
    """The longest run of words among the branches of a group."""
    runs, run = [0], 0
    for branch in group.split("|"):
        run = run + 1 if BRANCH.fullmatch(branch) and sum(map(str.isalpha, branch)) > 1 else 0
        runs.append(run)
    return max(runs)


def list_places() -> Iterator[str]:
    for path in list_files():
        for line in find_word_lists(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT).as_posix()}:{line}"


def test_a_list_is_seen_as_a_tuple_a_set_a_dict_and_in_a_pattern() -> None:
    source = """
SHARE = ("share", "teilen", "partager", "compartir", "dela")
MORE = re.compile(r"^(?:read\\smore|mehr|lire|leggi|lees)")
ZONES = {"MEZ": 1, "GMT": 2, "WET": 3, "CET": 4, "UTC": 5}
Kind = Literal["name", "surname", "role", "pronoun", "metonym"]
FEW = {"by", "von", "par", "por"}
HOW: dict[Kind, str] = {"name": "", "surname": "", "role": "", "pronoun": "", "metonym": ""}
ROW = {"name": name, "kind": kind(), "votes": len(votes), "side": a.side, "day": lambda: day}
PLACES: dict[str, str] = {"Rome": "", "Oslo": "", "Paris": "", "Berlin": "", "London": ""}
COLUMNS = ["run_id", "page_count", "title_id", "story_id", "quote_id"]
"""
    assert find_word_lists(source) == [2, 3, 4, 9]


def test_no_file_holds_one() -> None:
    assert list(list_places()) == []
