"""An article in a line: `analyse(text, quotes={words: speaker})` parses it, finds its names and
reads who is meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from spacy.language import Language

from tests.transforms.entities.readings import check
from transforms.entities import Names, Reading, find_names, give_speakers, read_mentions
from transforms.grammar.parse import parse_document
from transforms.keys import make_key
from transforms.records import Article, Document, Quote, SourceHop, Span


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
        document = Document(source_uri="a.html", content_sha256="0", title=title, text=text)
        article = Article(make_key("article", title, text), document, len(text.split()))
        parse = parse_document(document, nlp)
        names = find_names(article, parse)
        found = [
            make_quote(article, words, speaker, source) for words, speaker in (quotes or {}).items()
        ]
        reading = read_mentions(article, parse, names, found)
        check(article, names, reading, found)
        return Analysis(article, names, reading, give_speakers(found, reading))

    return run


def make_quote(article: Article, words: str, speaker: str, source: str | None = None) -> Quote:
    """A quote of these words; its speaker stands nearest to them, in the title where the words
    do.
    """
    in_title = words in (article.document.title or "")
    text = (article.document.title or "") if in_title else article.document.text
    start = text.index(words)
    places = [at for at in range(len(text)) if text.startswith(speaker, at)]
    at = min(
        places, key=lambda at: min(abs(at - start - len(words)), abs(start - at - len(speaker)))
    )
    return Quote(
        quote_id=make_key("quote", article.article_id, start),
        article_id=article.article_id,
        kind="direct" if words.startswith("“") else "indirect",
        in_title=in_title,
        text=words,
        char_start=start,
        char_end=start + len(words),
        spans=(Span(start, start + len(words), words),),
        speaker_text=speaker,
        speaker_start=at,
        speaker_end=at + len(speaker),
        sources=(SourceHop(1, source, "agency"),) if source else (),
    )
