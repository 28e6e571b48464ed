"""What several tests need: the spaCy pipeline, loaded once a session."""

import gc

import pytest
from spacy.language import Language

from flows.language import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline = load_pipeline()
    gc.freeze()  # or every collection of the session sweeps the model and all modules again
    return pipeline
