"""Every model has a card that tells what it was made of, and is of the files beside it."""

import re
from pathlib import Path

import pytest

from training.card import BESIDE, FIELDS, LIKEWISE, list_digests, read_card
from transforms.clean.dump import model as lines
from transforms.clean.dump import title
from transforms.clean.html import model as blocks
from transforms.clean.html.features import FEATURES
from weights import read_weights

ROOT = Path(__file__).parent.parent
MODELS = sorted(path.name for path in (ROOT / "weights").iterdir() if (path / "card.json").exists())


def test_every_folder_of_weights_has_a_card() -> None:
    folders = [path for path in (ROOT / "weights").iterdir() if path.is_dir()]
    holding = [path.name for path in folders if any(file.suffix for file in path.iterdir())]
    assert sorted(name for name in holding if name != "__pycache__") == MODELS


@pytest.mark.parametrize("model", MODELS)
def test_a_card_is_of_the_files_beside_it(model: str) -> None:
    """Else: make the model by its script, or `python -m training.card MODEL` after an edit."""
    assert read_card(model)["files"] == list_digests(ROOT / "weights" / model)


@pytest.mark.parametrize("model", MODELS)
def test_a_card_tells_of_how_many_rows_by_what_and_from_which_code_its_model_was_made(
    model: str,
) -> None:
    card = read_card(model)
    assert card["rows"] > 0
    assert re.fullmatch("[0-9a-f]{40}", card["commit"])
    assert all(re.fullmatch(r"\d+\.\d+\S*", version) for version in card["versions"].values())
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in card["corpus"].values())


@pytest.mark.parametrize("model", MODELS)
def test_what_a_card_does_not_know_it_says_with_the_reason(model: str) -> None:
    card = read_card(model)
    missing = {field for field in FIELDS if card[field] is None}
    assert missing == set(card["unknown"]) & set(FIELDS)
    assert all(card["unknown"].values())


@pytest.mark.parametrize("model", MODELS)
def test_scores_are_of_folds_and_those_of_models_made_likewise_tell_of_what(model: str) -> None:
    card = read_card(model)
    likewise = card.get("likewise")
    assert likewise is None or all(likewise[field] for field in LIKEWISE)
    scores = {**(card["scores"] or {}), **(likewise or {"scores": {}})["scores"]}
    assert all("folds" in words and 0 < score <= 1 for words, score in scores.items())


@pytest.mark.parametrize("model", MODELS)
def test_the_script_that_made_a_model_writes_its_card(model: str) -> None:
    script = ROOT / (read_card(model)["made_by"].replace(".", "/") + ".py")
    source = script.read_text(encoding="utf-8")
    assert "write_card(" in source
    assert f'"{model}"' in source


def test_a_card_names_the_features_that_the_code_computes() -> None:
    assert list(FEATURES) == list(blocks.MODEL.features) == read_card("blocks")["features"]
    assert list(lines.MODEL.features) == read_card("lines")["features"]
    assert list(title.WEIGHTS) == read_card("titles")["features"]
    assert read_weights("judge", "trees.json")["features"] == read_card("judge")["features"]


def test_a_card_tells_no_place_of_a_machine() -> None:
    texts = ((ROOT / "weights" / model / "card.json").read_text("utf-8") for model in MODELS)
    assert not any("/home" in text or "/tmp" in text or "/work" in text for text in texts)


def test_what_is_beside_a_model_is_no_part_of_it() -> None:
    assert all(BESIDE.isdisjoint(read_card(model)["files"]) for model in MODELS)
