"""Texts of which nothing but all that is read of them is asked: texts.toml has some of each kind of
name, of role and of pronoun, readings.toml what was accepted.
"""

import tomllib
from pathlib import Path

from tests.transforms.entities.conftest import Analyse

TEXTS = tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))["text"]


def test_nothing_else_is_read_of_texts_than_was_accepted(analyse: Analyse) -> None:
    for asked in TEXTS:
        analyse(asked["text"], asked.get("title"), dict(asked.get("said", [])))
