"""The articles of the whole warehouse -> what belongs together, written back; only what a run
touched is compared anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from expectations.sweeps import no_sweeps
from flows.utterances import relate_quotes
from transforms.across.copies import Overlap, Reading, compare, discount, is_copy, read_text
from transforms.across.engine import find_components
from transforms.across.events import EVENT_SCORE, STORYLINE_SCORE, Described, score_storyline
from transforms.across.names import Names, make_name_keys, read_names
from transforms.across.pairs import (
    Weighed,
    are_alike,
    confirm_rewrite,
    is_to_be_confirmed,
    needs_words,
    weigh_pair,
    weigh_translation,
)
from transforms.across.stories import (
    Group,
    group_events,
    group_storylines,
    make_event_id,
    make_storyline_id,
)
from transforms.across.vectors import Keys, Vector, add_vectors, measure_pairs, weigh_article
from transforms.across.versions import State, name_change
from transforms.across.wire import find_wire
from transforms.world.agencies import is_agency
from warehouse import versions
from warehouse.across import articles as keys
from warehouse.across import pairs, stories
from warehouse.connect import transaction
from warehouse.portions import split

if TYPE_CHECKING:
    from warehouse.corrections import Connection

Pair = tuple[str, str]


@no_sweeps()
def relate(connection: "Connection", *, everything: bool = False) -> bool:
    """Compare what is new, changed or gone with what it may belong to; False where nothing is.
    everything: compare all articles anew.

    So many articles at a time, so that memory is bounded: what comes of them does not hang on which
    come first. Each time all or nothing: what was touched is told by the keys, so that keys without
    the relations that follow from them would hide it.
    """
    if everything:
        keys.forget(connection)
    has_touched, is_left = False, True
    while is_left:
        with transaction(connection):
            touched, is_left = relate_some(connection)
            if not is_left:
                pairs.mark_wire_copies(connection, find_agencies(connection))
        has_touched |= touched
    return has_touched


def relate_some(connection: "Connection") -> tuple[bool, bool]:
    """Compare as many articles and quotes as are compared at once: whether there were any articles,
    and whether more are left.
    """
    name_changes(connection)
    pairs.start_likenesses(connection)
    touched, gone = keys.find_touched(connection)
    if touched or gone:
        relate_articles(connection)
    is_left = relate_quotes(connection)
    return bool(touched or gone), is_left or touched >= keys.AT_ONCE


def name_changes(connection: "Connection") -> None:
    """What changed in pages that have a new state."""
    versions.fill_missing(connection)
    changes = versions.read_changes(connection)
    named = [
        (
            version_id,
            name_change(
                State(title, text, tuple(quotes)), State(new_title, new_text, tuple(new_quotes))
            ),
        )
        for version_id, title, text, quotes, new_title, new_text, new_quotes in changes
    ]
    versions.write_changes(connection, named)


def relate_articles(connection: "Connection") -> None:
    """Copies, relations and stories of what was touched."""
    renew_keys(connection)
    overlaps = relate_copies(connection)
    keys.judge_boilerplate(connection)
    relate_pairs(connection, overlaps)
    relate_events(connection)


def find_agencies(connection: "Connection") -> list[str]:
    """The outlets that are news agencies."""
    return [outlet_id for outlet_id, name in pairs.read_outlets(connection) if is_agency(name)]


def renew_keys(connection: "Connection") -> None:
    """The keys of touched articles, and which articles they affect."""
    keys.start(connection)
    for articles in keys.read_touched(connection):
        keys.write(connection, map(make_keys, articles))
        note_wire(connection, articles)
    keys.finish(connection)


def make_keys(article: keys.ArticleText) -> keys.ArticleKeys:
    """The keys and the vector of an article."""
    reading = read_text(article.text)
    vector = weigh_article(article.title, article.text)
    own: dict[str, Keys] = {
        "shingle": reading.keys,
        "topic": vector.topics,
        "word": vector.words,
    }
    if article.language:
        own[keys.name_kind(article.language)] = make_name_keys(article.title, article.text)
    return keys.ArticleKeys(
        article.article_id,
        article.run_id,
        article.first_day,
        article.last_day,
        vector.terms.tolist(),
        vector.weights.tolist(),
        own,
    )


def note_wire(connection: "Connection", articles: Sequence[keys.ArticleText]) -> None:
    """The agencies that touched articles name."""
    bylines = pairs.read_bylines(connection, [article.article_id for article in articles])
    found = (
        (article.article_id, find_wire(*bylines[article.article_id][:2], article.text))
        for article in articles
    )
    pairs.write_wire_texts(connection, [(key, wire) for key, wire in found if wire])


def relate_copies(connection: "Connection") -> dict[Pair, Overlap]:
    """Pairs of copies and their classes; the overlaps of all candidates that share words."""
    overlaps: dict[Pair, Overlap] = {}
    for candidates in keys.list_candidates(connection):
        sharing = [(one.one, one.other) for one in candidates if one.shared_keys > 1]
        overlaps.update(compare_texts(connection, sharing))
    copies = [pair for pair, overlap in overlaps.items() if is_copy(overlap)]
    pairs.write_copies(connection, [make_copy_row(pair, overlaps[pair]) for pair in copies])
    members, linked = pairs.read_copy_members(connection)
    place = {member: number for number, member in enumerate(members)}
    classes = find_components(members, linked)
    firsts = [(member, min(own, key=place.__getitem__)) for own in classes for member in own]
    pairs.write_classes(connection, firsts)
    return overlaps


def compare_texts(
    connection: "Connection", wanted: Sequence[Pair]
) -> Iterator[tuple[Pair, Overlap]]:
    """The overlaps of pairs; each text is read once where its pairs stand together."""
    size = 2000
    for chunk in split(wanted, size):
        ids = sorted({key for pair in chunk for key in pair})
        readings: dict[str, Reading] = {
            one.article_id: read_text(one.text) for one in keys.read_articles(connection, ids)
        }
        for one, other in chunk:
            yield (one, other), compare(readings[one], readings[other])


def make_copy_row(pair: Pair, overlap: Overlap) -> tuple[object, ...]:
    relation = "exact" if overlap.is_exact else "near_dup"
    return (
        *pair,
        relation,
        overlap.containment,
        overlap.shared_words,
        overlap.containment,
        overlap.jaccard,
        "words",
    )


def relate_pairs(connection: "Connection", overlaps: dict[Pair, Overlap]) -> None:
    """All relations of the pairs that are compared, and how alike they are."""
    weighed = dict(weigh_candidates(connection, overlaps))
    weighed |= dict(weigh_translations(connection, weighed))
    rows = [
        make_pair_row(pair, own, overlaps.get(pair))
        for pair, own in weighed.items()
        if own.relation
    ]
    likenesses = [
        (*pair, own.likeness, own.event_score) for pair, own in weighed.items() if are_alike(own)
    ]
    pairs.write_pairs(connection, rows, likenesses)


def weigh_candidates(
    connection: "Connection", overlaps: dict[Pair, Overlap]
) -> Iterator[tuple[Pair, Weighed]]:
    """The pairs that have something to do with each other; overlaps gain the texts that were
    compared.
    """
    common = keys.read_boilerplate(connection)
    for candidates in keys.list_candidates(connection):
        found = [(one.one, one.other) for one in candidates]
        described = describe_articles(connection, [key for pair in found for key in pair])
        likenesses = measure_pairs({key: one.vector for key, one in described.items()}, found)
        unread = [pair for pair in list_unread(candidates, likenesses) if pair not in overlaps]
        overlaps |= dict(compare_texts(connection, unread))
        weighed = {
            pair: weigh_described(likeness, described, pair, discount(overlaps.get(pair), common))
            for pair, likeness in zip(found, likenesses, strict=True)
        }
        weighed |= dict(confirm_rewrites(connection, weighed))
        yield from filter(is_kept, weighed.items())


def weigh_described(
    likeness: float, described: Mapping[str, Described], pair: Pair, overlap: Overlap | None
) -> Weighed:
    one, other = pair
    return weigh_pair(round(likeness, 6), described[one].days, described[other].days, overlap)


def confirm_rewrites(
    connection: "Connection", weighed: Mapping[Pair, Weighed]
) -> Iterator[tuple[Pair, Weighed]]:
    """The pairs that may be one article told anew, as they are weighed by their names and words."""
    doubtful = [pair for pair, own in weighed.items() if is_to_be_confirmed(own)]
    names = read_all_names(connection, doubtful)
    for pair in doubtful:
        yield pair, confirm_rewrite(names[pair[0]], names[pair[1]], weighed[pair])


def read_all_names(connection: "Connection", pairs: Iterable[Pair]) -> dict[str, Names]:
    """The names and words of the articles of pairs, with their places."""
    articles = keys.read_articles(connection, sorted({key for pair in pairs for key in pair}))
    return {one.article_id: read_names(one.title, one.text) for one in articles}


def is_kept(row: tuple[Pair, Weighed]) -> bool:
    return bool(row[1].relation) or are_alike(row[1])


def weigh_translations(
    connection: "Connection", known: Mapping[Pair, Weighed]
) -> Iterator[tuple[Pair, Weighed]]:
    """The pairs in two languages whose names agree, as they are weighed with that."""
    nothing = Weighed(0.0, 0.0)
    for candidates in keys.list_translations(connection):
        names = read_all_names(connection, candidates)
        for pair in candidates:
            yield pair, weigh_translation(names[pair[0]], names[pair[1]], known.get(pair, nothing))


def list_unread(candidates: Iterable[keys.Candidate], likenesses: Iterable[float]) -> list[Pair]:
    """The pairs whose texts have to be compared."""
    measured = zip(candidates, likenesses, strict=True)
    return [
        (one.one, one.other) for one, likeness in measured if needs_words(likeness, one.shared_keys)
    ]


def make_pair_row(pair: Pair, weighed: Weighed, overlap: Overlap | None) -> tuple[object, ...]:
    shared = (
        (overlap.shared_words, overlap.containment, overlap.jaccard) if overlap else (0, 0.0, 0.0)
    )
    return (*pair, weighed.relation, weighed.score, *shared, weighed.method)


def describe_articles(connection: "Connection", article_ids: Iterable[str]) -> dict[str, Described]:
    """Vectors and days of articles."""
    found = keys.read_vectors(connection, article_ids)
    return {
        key: Described(
            Vector(terms, weights), None if first is None or last is None else (first, last)
        )
        for key, (terms, weights, first, last) in found.items()
    }


def relate_events(connection: "Connection") -> None:
    """The events of articles that changed or whose pairs did, and the storylines of events that
    changed.
    """
    members, linked = stories.read_event_pairs(connection, EVENT_SCORE)
    groups = group_events(members, linked, lambda piece: describe_articles(connection, piece))
    stories.write_events(
        connection,
        [row for group in groups for row in make_member_rows(make_event_id(group.members), group)],
    )
    met, members_of_met = stories.read_changed_events(connection)
    events = describe_events(connection, members_of_met)
    stories.write_event_pairs(connection, list(score_event_pairs(met, events)))
    event_ids, linked, members_of = stories.read_storyline_pairs(connection)
    articles_of = collect(members_of)
    groups = group_storylines(
        event_ids, linked, lambda piece: describe_some(connection, piece, articles_of)
    )
    stories.write_storylines(connection, list(make_storyline_rows(groups, articles_of)))


def make_member_rows(story_id: str, group: Group) -> Iterator[tuple[object, ...]]:
    for member, score in zip(group.members, group.scores, strict=True):
        yield story_id, member, score


def collect(members: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The articles of each event."""
    articles: dict[str, list[str]] = {}
    for story_id, article_id in members:
        articles.setdefault(story_id, []).append(article_id)
    return articles


def describe_events(
    connection: "Connection", members: Iterable[tuple[str, str]]
) -> dict[str, Described]:
    """Vectors and days of events: what their articles have together."""
    articles_of = collect(members)
    return describe_some(connection, list(articles_of), articles_of)


def describe_some(
    connection: "Connection", event_ids: Sequence[str], articles_of: Mapping[str, Sequence[str]]
) -> dict[str, Described]:
    described = describe_articles(
        connection, [article for event in event_ids for article in articles_of[event]]
    )
    return {
        event: combine([described[article] for article in articles_of[event]])
        for event in event_ids
    }


def combine(articles: Sequence[Described]) -> Described:
    """An event as one: the weights of its articles added, from its first day to its last."""
    days = [one.days for one in articles if one.days]
    span = (min(first for first, _ in days), max(last for _, last in days)) if days else None
    return Described(add_vectors(one.vector for one in articles), span)


def score_event_pairs(
    met: Iterable[Pair], events: Mapping[str, Described]
) -> Iterator[tuple[object, ...]]:
    met = list(met)
    if not met:
        return
    likenesses = measure_pairs({key: event.vector for key, event in events.items()}, met)
    for (one, other), likeness in zip(met, likenesses, strict=True):
        score = score_storyline(likeness, events[one].days, events[other].days)
        if score >= STORYLINE_SCORE:
            yield one, other, score


def make_storyline_rows(
    groups: Iterable[Group], articles_of: Mapping[str, Sequence[str]]
) -> Iterator[tuple[object, ...]]:
    """A row for each article of the events of a storyline; an event of one article that stands
    alone is none.
    """
    for group in groups:
        articles = [article for event in group.members for article in articles_of[event]]
        if len(articles) > 1:
            story_id = make_storyline_id(articles)
            for event, score in zip(group.members, group.scores, strict=True):
                yield from ((story_id, article, score) for article in articles_of[event])
