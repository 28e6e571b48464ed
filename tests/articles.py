"""Articles for tests, from their words: `make_findings("…text…", quotes={words: speaker},
names={form: kind})` finds the offsets itself.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

from transforms.keys import make_key
from transforms.records import (
    Article,
    Document,
    Entity,
    EntityAlias,
    EntityKind,
    Findings,
    Linking,
    Mention,
    Outlet,
    Published,
    Quote,
    Referent,
    Span,
)

HARBOUR_POST = Outlet(
    make_key("outlet", "harbour-post.example"), "The Harbour Post", "harbour-post.example", "GB"
)
TEXT = "The bridge is closed.\n\n“It will open again in May,” Minister Ann Brook said in Porto.\n\nBrook did not say who pays."
URL = "https://harbour-post.example/bridge"


def make_findings(
    text: str = TEXT,
    quotes: Mapping[str, str] = {"“It will open again in May,”": "Minister Ann Brook"},
    names: Mapping[str, EntityKind] = {"Ann Brook": "person", "Porto": "place"},
    *,
    url: str = URL,
    title: str | None = "Bridge to open in May",
    source_uri: str | None = None,
    outlet: Outlet | None = HARBOUR_POST,
    published_on: date | None = date(2024, 3, 1),
    fetched_at: datetime | None = datetime(2024, 3, 2, tzinfo=UTC),
) -> Findings:
    """Findings of one article: a quote for each words -> speaker, a mention and a referent for each
    name -> kind.
    """
    article_id = make_key("article", url)
    document = Document(
        source_uri=source_uri or f"pages/{url.rpartition('/')[2]}.html",
        content_sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title,
        text=text,
        url=url,
        fetched_at=fetched_at,
        language="en",
        published=Published(on=published_on, precision="day", source="meta")
        if published_on
        else Published(),
        authors=("Ida Holm",),
        outlet=outlet,
    )
    return Findings(
        Article(article_id, document, len(text.split()), "test_pipeline 1.0"),
        quotes=tuple(
            make_quote(article_id, text, words, speaker, names) for words, speaker in quotes.items()
        ),
        mentions=tuple(make_mention(article_id, text, name, kind) for name, kind in names.items()),
        referents=tuple(
            Referent(
                make_key("referent", article_id, name), article_id, name, kind, ((name, "name", 1),)
            )
            for name, kind in names.items()
        ),
    )


def make_quote(
    article_id: str, text: str, words: str, speaker: str, names: Mapping[str, EntityKind]
) -> Quote:
    start, speaker_start = text.index(words), text.index(speaker)
    known = [name for name in names if name in speaker]
    return Quote(
        quote_id=make_key("quote", article_id, start),
        article_id=article_id,
        kind="direct",
        in_title=False,
        text=words,
        char_start=start,
        char_end=start + len(words),
        spans=(Span(start, start + len(words), words),),
        cue_text="said",
        cue_lemma="say",
        cue_class="neutral",
        speaker_text=speaker,
        speaker_start=speaker_start,
        speaker_end=speaker_start + len(speaker),
        speaker_mention_kind="name",
        speaker_referent_id=make_key("referent", article_id, known[0]) if known else None,
        confidence=0.9,
        rule="inverted",
        reader="en-parse",
    )


def make_mention(article_id: str, text: str, name: str, kind: EntityKind) -> Mention:
    start = text.index(name)
    return Mention(
        mention_id=make_key("mention", article_id, start),
        article_id=article_id,
        in_title=False,
        text=name,
        char_start=start,
        char_end=start + len(name),
        kind=kind,
        mention_kind="name",
        referent_id=make_key("referent", article_id, name),
    )


def link_by_name(referents: list[Referent]) -> Linking:
    """Referents with one name and kind are one entity."""
    keys = {
        referent.referent_id: make_key("entity", referent.kind, referent.name)
        for referent in referents
    }
    entities = {
        keys[referent.referent_id]: Entity(keys[referent.referent_id], referent.name, referent.kind)
        for referent in referents
    }
    aliases = [
        EntityAlias(key, entity.name, "name", list(keys.values()).count(key))
        for key, entity in sorted(entities.items())
    ]
    return Linking(tuple(entity for _, entity in sorted(entities.items())), tuple(aliases), keys)
