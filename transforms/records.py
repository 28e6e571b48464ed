"""The vocabulary of On Record: the values that flow from a raw page to the warehouse, and nothing
else.

A field of a record is a column of its table under the same name; one that is annotated with the
name of a table (`Annotated[..., "core.quote_span"]`) has its rows there.

Offsets (`char_start`, `char_end`) are half-open and count Unicode code points of the article's
text, or of its title where `in_title`. Keys are 16 hex digits (see `transforms.keys`). Times are
UTC. None means "not stated", never "not looked for".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

PageForm = Literal["html", "dump", "text"]
Precision = Literal["second", "minute", "day", "month", "year", "range", "unknown"]
DateSource = Literal["json-ld", "meta", "visible", "url", "text", "given", "inferred", "none"]
Genre = Literal["article", "live_blog", "transcript", "gallery", "video", "paywall_stub"]
QuoteKind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["person", "organisation", "place"]
MentionKind = Literal[
    "name", "surname", "acronym", "role", "pronoun", "metonym", "demonym", "collective", "anonymous"
]
SpeakerKind = Literal[
    "name",
    "surname",
    "acronym",
    "role",
    "pronoun",
    "metonym",
    "demonym",
    "collective",
    "anonymous",
    "none",
]
AliasKind = Literal["name", "spelling", "surname", "acronym", "role", "metonym", "demonym"]
SourceKind = Literal[
    "agency",
    "broadcaster",
    "newspaper",
    "statement",
    "social",
    "document",
    "anonymous",
    "person",
    "organisation",
]
Granularity = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "year", "decade", "range"
]
CorrectionAction = Literal["merge", "split", "rename", "retype"]
VisitKind = Literal["feed", "page"]
Stage = Literal["read", "clean", "judge", "analyse", "check", "load"]
Scope = Literal["page", "row", "field"]
Severity = Literal["critical", "warning", "info"]


# ---- the page as it was read ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """What a JSONL or Parquet record, or a feed, says of a page; each field as written there.

    feed_url: the feed that the page's text was taken from, None where the page itself was read.
    """

    external_id: str | None = None
    title: str | None = None
    published_at: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    feed_url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One raw page. `source_uri` says where it was read: path, path#line, path#offset or URL.

    form: "html" is to be extracted, "dump" is the plain text of a whole page, "text" is an
    article's text to be kept to the letter.
    content_sha256: of the bytes as read (file, HTTP body, record line), so that an unchanged page
    is known before it is parsed.
    charset: as the HTTP header or the record declares it; it may lie.
    """

    source_uri: str
    content: bytes
    content_sha256: str
    form: PageForm
    url: str | None = None
    charset: str | None = None
    fetched_at: datetime | None = None
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A page, or a row or field of one, that does not enter the warehouse, with the reason in a
    word (`cookie_wall`) and in a sentence.

    scope: only "page" counts among the rejected pages of a run.
    url: of the page, as far as it was known when it fell out.
    """

    source_uri: str
    stage: Stage
    reason: str
    field: str | None = None
    observed_value: str | None = None
    detail: str | None = None
    scope: Scope = "page"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What is remembered of an address on the web that was asked for. Times are UTC.

    address: as addresses are compared. kind: a "feed" is whatever lists pages, sitemaps and lists
    of addresses, too.
    next_visit_at: None for never again. outcome: `new`, `unchanged`, or a reject's reason.
    failure_count: in a row.
    etag, last_modified: as its server sent them. last_new_at: of a feed, when it last had news.
    moved_to: where it says that it has
    moved for good. is_loaded: whether the warehouse holds its article.
    """

    address: str
    url: str
    kind: VisitKind
    first_visited_at: datetime
    visited_at: datetime
    next_visit_at: datetime | None
    outcome: str
    etag: str | None = None
    last_modified: str | None = None
    content_sha256: str | None = None
    failure_count: int = 0
    last_new_at: datetime | None = None
    moved_to: str | None = None
    is_loaded: bool = False


# ---- the page without its boilerplate ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line of the page that the text leaves out, and the name of the rule that took it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a metadatum came from: field `title`, source `h1`, and the value as written there."""

    field: str
    source: str
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """When the page was published, and how far that can be trusted.

    source "inferred" is a bracket (`earliest`, `latest`) from evidence such as a caption's date;
    "none" is all NULL.
    evidence: the words or markup that state it; with source "none" a statement that is no date
    (2024-01-32).
    """

    on: date | None = None
    at: datetime | None = None
    precision: Precision = "unknown"
    source: DateSource = "none"
    earliest: date | None = None
    latest: date | None = None
    evidence: str | None = None
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """The publisher as far as the page shows it. country_code: ISO 3166-1 alpha-2."""

    outlet_id: str
    name: str
    domain: str | None = None
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A page cleaned: its text, its metadata with their evidence, and what was left out by which
    rule.

    text: paragraphs split by one blank line. language: ISO 639-1, None where it could not be told.
    is_url_claimed: `url` is what the page calls itself; it was not read there.
    block_quotes: first and last (exclusive) character of each paragraph of the text that the page
    sets as a block quotation.
    """

    source_uri: str
    content_sha256: str
    title: str | None
    text: str
    url: str | None = None
    canonical_url: str | None = None
    external_id: str | None = None
    fetched_at: datetime | None = None
    language: str | None = None
    language_confidence: float | None = None
    published: Published = Published()
    authors: tuple[str, ...] = ()
    outlet: Outlet | None = None
    section: str | None = None
    dateline: str | None = None
    genre: Genre = "article"
    extractor: str = "given"
    is_url_claimed: bool = False
    dropped: tuple[DroppedLine, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    block_quotes: tuple[tuple[int, int], ...] = ()


# ---- the article and what is said in it ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """A document that is an article, with its key. `language_model`: spaCy pipeline and version,
    None where the language has none.
    """

    article_id: str
    document: Document
    word_count: int
    language_model: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    char_start: int
    char_end: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceHop:
    """A hop of the sourcing chain, 1 next to the speaker: "said on Russian television, according to
    TASS" has two.
    """

    hop: int
    source_text: str
    source_kind: SourceKind
    source_referent_id: str | None = None


JOINT = " ... "  # between the pieces of a quote


@dataclass(frozen=True, slots=True)
class Quote:
    """A thing somebody is reported to have said: one row however many pieces (`spans`, in order of
    the text, never overlapping).

    text: the pieces joined by JOINT. char_start, char_end: from the first piece to the last.
    speaker_*: None where the article names none. confidence: estimated share of such quotes with
    the right words and speaker.
    rule: the construction that found it (`clause:that`, `inverted`, `string:alone`). reader: what
    read the article (`en-parse`).
    is_statement: a clause or a quotation, rather than the mere mention of an act ("denies the
    allegations").
    parent_quote_id: the quote that reports this one: the White House says that Biden warned.
    """

    quote_id: str
    article_id: str
    kind: QuoteKind
    in_title: bool
    text: str
    char_start: int
    char_end: int
    spans: Annotated[tuple[Span, ...], "core.quote_span"]
    cue_text: str | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_mention_kind: SpeakerKind = "none"
    speaker_referent_id: str | None = None
    principal_referent_id: str | None = None
    principal_text: str | None = None
    uttered_on: date | None = None
    uttered_on_text: str | None = None
    confidence: float = 0.0
    rule: str = "none"
    reader: str = "none"
    is_statement: bool = True
    parent_quote_id: str | None = None
    sources: Annotated[tuple[SourceHop, ...], "core.quote_source"] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, or stands for, an entity. `kind` is None for what cannot be told
    ("they").
    """

    mention_id: str
    article_id: str
    in_title: bool
    text: str
    char_start: int
    char_end: int
    kind: EntityKind | None
    mention_kind: MentionKind
    referent_id: str | None = None


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, organisation or place as one article knows it: all its mentions there. Linking
    makes entities of referents.

    name: the fullest form of the article. forms: (form, kind of alias, count), sorted.
    country_evidence: the words that give the country.
    roles: what the article says that a person is ("prime minister").
    """

    referent_id: str
    article_id: str
    name: str
    kind: EntityKind
    forms: Annotated[tuple[tuple[str, AliasKind, int], ...], "core.referent_form"] = ()
    country_code: str | None = None
    country_evidence: str | None = None
    roles: Annotated[tuple[str, ...], "core.entity_relation"] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What the text says of a person: role and the organisation or country it is held in ("the head
    of Russia's Security Council").
    """

    relation_id: str
    article_id: str
    subject_referent_id: str
    role: str
    object_referent_id: str | None
    in_title: bool
    char_start: int
    char_end: int
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression. date_from, date_to: first and last day, inclusive; None where the text
    does not allow an answer.
    """

    article_id: str
    in_title: bool
    text: str
    char_start: int
    char_end: int
    date_from: date | None
    date_to: date | None
    granularity: Granularity | None
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one article brings to the warehouse."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    relations: tuple[Relation, ...] = ()
    times: tuple[TimeMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What a task hands on: findings to be checked and loaded, and the pages that fell out on the
    way.
    """

    findings: tuple[Findings, ...] = ()
    rejects: tuple[Reject, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class QualityResult:
    """What one rule found in a batch or in the warehouse. sample_keys: up to ten rows that broke
    it.

    severity: "critical" keeps the row out, "warning" empties the field, "info" is noted only.
    """

    suite: str
    rule: str
    table_name: str
    column_name: str | None
    severity: Severity
    evaluated_count: int
    unexpected_count: int
    sample_keys: tuple[str, ...] = ()


# ---- across articles -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """A real person, organisation or place. The key comes from the entity's normalised name, never
    from a run.

    wikidata_id: as the user's own list gives it. geonames_id: of a place, as that list gives it or
    where the gazetteer is sure.
    country_evidence: the words of an article that give the country, or the table that does.
    latitude, longitude: degrees north and
    east of a place whose geonames_id the gazetteer has.
    """

    entity_id: str
    name: str
    kind: EntityKind
    country_code: str | None = None
    wikidata_id: str | None = None
    geonames_id: int | None = None
    country_evidence: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class EntityAlias:
    """A form that names an entity, and how many mentions use it."""

    entity_id: str
    alias: str
    alias_kind: AliasKind
    mention_count: int


@dataclass(frozen=True, slots=True)
class EntityJoin:
    """Why articles that know somebody under this name mean this entity. score: how sure it is, 0 to
    1; evidence: the rule, in words.
    """

    entity_id: str
    name: str
    article_count: int
    evidence: str
    score: float


@dataclass(frozen=True, slots=True)
class Linking:
    """Who is who in the whole warehouse. entity_of: the entity_id of each referent_id. Sorted, so
    that equal input gives equal output.

    joins: what every name that stands for an entity of several articles rests on.
    """

    entities: tuple[Entity, ...]
    aliases: tuple[EntityAlias, ...]
    entity_of: Mapping[str, str]
    joins: tuple[EntityJoin, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person knows better than the automatic linking; replayed by every run, in order of
    `made_at`, unless undone.

    entity_id, name, kind: the entity meant; by id, and by its name where the id is no longer there.
    merge: `other_ids` and `other_names` are the entities of the same kind that it takes in. split:
    `names` (forms) and `article_ids`
    say which referents leave it. rename: `new_name`. retype: `new_kind`.
    """

    correction_id: str
    action: CorrectionAction
    entity_id: str
    name: str
    kind: EntityKind
    made_at: datetime
    made_by: str
    reason: str
    other_ids: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    new_name: str | None = None
    new_kind: EntityKind | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnEntity:
    """An entity of the user's own list: its forms name this entity, whatever the automatic linking
    says. `own_id` is the user's key.
    """

    own_id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    wikidata_id: str | None = None
    geonames_id: int | None = None
