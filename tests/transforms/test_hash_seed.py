"""No row hangs on the hash seed of the process: the same parses are analysed and linked in
processes with other seeds.
"""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from transforms.grammar.parse import parse_document
from transforms.records import Document

ROOT = Path(__file__).parents[2]
SEEDS = ("0", "1", "2")
PAGES = (
    "In Oslo the US special envoy for Norland, Brian Rook, said on Monday that talks would go on. The envoy left.\n\n"
    "Ada Quill, the director of the Norland Pilot Board (NPB), and Peter Hallam, her deputy, disagreed. NPB said no. He left, too.",
    "Foreign Ministry Spokeswoman Maria Sokolova told Jan Marek and Olaf Brenn to wait. He waited, he said. “We are ready,” she said.\n\n"
    "The states of Ohio and New York share the bridge. William “Bill” Quill and Ada Quill own a mill in Georgia, near Atlanta.",
    "The Russian president met the chairman of the Harbour Bank, J. Quill, the Norwegian envoy to Peru and the head of NATO and the EU.\n\n"
    "The company said it would sell. “It is late,” the chairman said, according to the state news agency TASS, citing the Kremlin.",
)
SCRIPT = """
import pickle, sys
from transforms.article import make_article
from transforms.findings import find_all
from transforms.linking import link
pages = pickle.load(sys.stdin.buffer)
found = [find_all(make_article(document), parse) for document, parse in pages]
print(found)
print(link(referent for one in found for referent in one.referents))
"""


@pytest.fixture(scope="module")
def rows(nlp: Language) -> list[str]:
    """What each seed makes of the pages, as text; the processes run side by side."""
    documents = [
        Document(source_uri=f"{n}.html", content_sha256=str(n), title=None, text=text)
        for n, text in enumerate(PAGES)
    ]
    pages = [(document, parse_document(document, nlp)) for document in documents]
    running = [start(seed) for seed in SEEDS]
    return [process.communicate(pickle.dumps(pages))[0].decode() for process in running]


def start(seed: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
    )


def test_quotes_mentions_referents_relations_and_entities_are_the_same_under_every_seed(
    rows: list[str],
) -> None:
    assert "Brian Rook" in rows[0]
    assert rows[1:] == rows[:1] * (len(SEEDS) - 1)
