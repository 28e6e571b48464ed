"""What several tests need: the spaCy pipeline, loaded once a session."""

import pytest
from spacy.language import Language

from flows.language import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()
