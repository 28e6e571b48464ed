"""An article in a line: `analyse(text, quotes={words: speaker})` parses it, finds its names and
reads who is meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from spacy.language import Language

from tests.transforms.entities.analysis import make_asked, read
from tests.transforms.entities.readings import check
from transforms.entities import Names, Reading, give_speakers
from transforms.records import Article, Quote


@dataclass(frozen=True)
class Analysis:
    article: Article
    names: Names
    reading: Reading
    quotes: tuple[Quote, ...]

    def name_of(self, referent_id: str | None) -> str | None:
        """The name of a referent, None for none."""
        return next(
            (
                referent.name
                for referent in self.reading.referents
                if referent.referent_id == referent_id
            ),
            None,
        )

    def meant_by(self, words: str, mention_kind: str | None = None) -> list[str | None]:
        """Whom the mentions with these words mean, in order."""
        mentions = [
            m
            for m in self.reading.mentions
            if m.text == words and mention_kind in (None, m.mention_kind)
        ]
        return [self.name_of(mention.referent_id) for mention in mentions]

    def kinds(self) -> dict[str, str]:
        """Each name and its kind."""
        return {name.text: name.kind for name in self.names}


Analyse = Callable[..., Analysis]


@pytest.fixture(scope="session")
def analyse(nlp: Language) -> Analyse:
    def run(
        text: str,
        title: str | None = None,
        quotes: Mapping[str, str] | None = None,
        source: str | None = None,
    ) -> Analysis:
        asked = make_asked(text, title, quotes, source)
        found = read(asked, nlp)
        check(asked, found)
        given = give_speakers(found.quotes, found.reading)
        return Analysis(found.article, found.names, found.reading, given)

    return run
