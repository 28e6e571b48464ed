"""A model that was made -> its card beside it, weights/<model>/card.json: what it was made of and
by what, and how well it did.

    python -m training.card MODEL    # digests anew, after an edit by hand; TRAINING_LICENCE="..."

A script that is given `--measure` before its corpus leaves the model as it is: the card then tells,
under `likewise`, how models do that are made likewise of that corpus, on what they were not made of.

What is not known stands as null, with the reason under `unknown`: a card invents no figure. Of the
corpus it holds names and digests, no text and no place on this machine.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "weights"
LIKEWISE = ("corpus", "rows", "versions", "commit", "scores")
FIELDS = ("corpus", "licence", "rows", "seed", "versions", "commit", "scores")
MEASURE = "--measure"
BESIDE = frozenset({"card.json", "README.md"})
NOT_SAID = {
    "licence": "TRAINING_LICENCE was not set when it was made",
    "rows": "the script counts none",
    "seed": "nothing is drawn, or only from the names of pages",
    "scores": "the script measures none by folds",
}


def write_card(  # noqa: PLR0913 - what a card tells
    model: str,
    made_by: str,
    corpus: Sequence[Path],
    *,
    rows: int | None = None,
    seed: int | None = None,
    features: Sequence[str] | None = None,
    scores: Mapping[str, float] | None = None,
    packages: Sequence[str] = ("numpy", "scikit-learn"),
) -> None:
    """Write the card of a model whose files have just been written."""
    told: dict[str, Any] = {
        "corpus": {path.name: digest(path) for path in corpus if path.is_file()},
        "licence": os.environ.get("TRAINING_LICENCE"),
        "rows": rows,
        "seed": seed,
        "versions": {package: version(package) for package in packages},
        "commit": find_commit(),
        "scores": scores,
    }
    unknown = {field: NOT_SAID.get(field, "not told") for field in FIELDS if told[field] is None}
    card = {
        "model": model,
        "made_by": made_by,
        **told,
        "features": None if features is None else list(features),
        "unknown": unknown,
        "files": list_digests(WEIGHTS / model),
    }
    save(model, card)


def write_measures(
    model: str,
    corpus: Sequence[Path],
    rows: int,
    scores: Mapping[str, float],
    packages: Sequence[str] = ("numpy", "scikit-learn"),
) -> None:
    """Note on the card of a model that stays how those do that are made likewise, by folds."""
    likewise = {
        "corpus": {path.name: digest(path) for path in corpus if path.is_file()},
        "rows": rows,
        "versions": {package: version(package) for package in packages},
        "commit": find_commit(),
        "scores": scores,
    }
    save(model, read_card(model) | {"likewise": likewise})


def renew_digests(model: str) -> None:
    """The card with the digests of the files as they are now, and a word that says so where they
    are others; with the licence, where it is told.
    """
    card, files = read_card(model), list_digests(WEIGHTS / model)
    unknown = dict(card["unknown"])
    if files != card["files"]:
        unknown["files"] = "files were edited by hand after the model was made"
    if licence := os.environ.get("TRAINING_LICENCE"):
        card["licence"] = licence
        unknown.pop("licence", None)
    save(model, card | {"unknown": unknown, "files": files})


def read_card(model: str) -> dict[str, Any]:
    card: dict[str, Any] = json.loads((WEIGHTS / model / "card.json").read_text(encoding="utf-8"))
    return card


def save(model: str, card: Mapping[str, Any]) -> None:
    written = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (WEIGHTS / model / "card.json").write_text(written, encoding="utf-8")


def list_digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a model."""
    files = (path for path in sorted(folder.iterdir()) if path.name not in BESIDE)
    return {path.name: digest(path) for path in files if path.is_file()}


def digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def find_commit() -> str | None:
    """The commit that the code stands at; None outside a checkout."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "HEAD"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip() or None


if __name__ == "__main__":
    renew_digests(sys.argv[1])
