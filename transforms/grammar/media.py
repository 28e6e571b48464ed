"""A noun phrase -> the kind of medium that it names: agency, broadcaster, newspaper, statement,
social, document.

`media.tsv` (word, kind) tells a medium by a word, or two, of its name.
"""

import csv
from importlib.resources import files
from itertools import pairwise
from typing import cast

from transforms.grammar.tokens import Token
from transforms.records import SourceKind

# what a speaker issues, rather than who passes it on
WRITTEN = frozenset({"statement", "social", "document"})


def _read_media() -> dict[str, SourceKind]:
    lines = files("transforms.world").joinpath("media.tsv").read_text(encoding="utf-8").splitlines()
    return {
        row["word"]: cast("SourceKind", row["kind"])
        for row in csv.DictReader(lines, delimiter="\t")
    }


MEDIA = _read_media()


def name_medium(noun: Token) -> SourceKind | None:
    """The kind of medium that a noun phrase names, None for what is none ("a daily briefing"). The
    last word that tells decides.
    """
    phrase = noun.doc[noun.left_edge.i : noun.i + 1]
    words = [token.lower_ for token in phrase if token.pos_ != "ADJ" or token.text[0].isupper()]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next(
        (MEDIA[word] for word in [*reversed(words), *reversed(pairs)] if word in MEDIA), None
    )
