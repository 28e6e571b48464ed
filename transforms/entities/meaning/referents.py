"""The groups of an article and what else its referents are called in, the referents with all their
forms out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transforms.entities.grouping.groups import Group, make_referent_id
from transforms.entities.meaning.cast import is_capital
from transforms.entities.meaning.resolve import Meant
from transforms.entities.meaning.stand_ins import StandIn
from transforms.entities.naming.names import Name
from transforms.records import AliasKind, Referent
from transforms.world.countries import FORMS

Form = tuple[str, AliasKind]
Forms = tuple[tuple[str, AliasKind, int], ...]


def make_referents(
    groups: Sequence[Group], role_forms: Iterable[tuple[str, Form]], acting: Iterable[Name]
) -> tuple[Referent, ...]:
    """One a group, and one for each country that only its capital stands for. acting: names that
    speak, or act as governments do.
    """
    if not groups:
        return ()
    capitals = list(_find_capitals(groups[0].article_id, acting))
    counts: defaultdict[str, Counter[Form]] = defaultdict(Counter)
    for referent_id, form in [
        *_find_name_forms(groups),
        *role_forms,
        *((country.referent_id, form) for country, form in capitals),
    ]:
        counts[referent_id][form] += 1
    referents = {country.referent_id: country for country, _ in capitals} | {
        group.referent_id: _make_referent(group) for group in groups
    }
    return tuple(
        replace(referent, forms=_sort_forms(counts[referent_id]))
        for referent_id, referent in sorted(referents.items())
    )


def _make_referent(group: Group) -> Referent:
    return Referent(
        group.referent_id,
        group.article_id,
        group.name,
        group.kind,
        (),
        group.country_code,
        group.country_evidence,
    )


def _find_name_forms(groups: Iterable[Group]) -> Iterator[tuple[str, Form]]:
    """A capital or a seat of government is its own name here; what it stands for has it as a
    metonym.
    """
    for group in groups:
        for name in group.names:
            told = group.mention_kind_of(name)
            yield (
                group.referent_id,
                (
                    " ".join(name.text.split()),
                    told if told in {"surname", "acronym", "demonym"} else "name",
                ),
            )


def find_role_forms(stand_ins: Iterable[StandIn], meant: Meant) -> Iterator[tuple[str, Form]]:
    """What resolved roles call somebody: "the top diplomat"."""
    for one in stand_ins:
        referent_id = meant.get((one.piece, one.head.i))
        if referent_id and one.mention_kind == "role":
            yield referent_id, (" ".join(one.span.text.split()), "role")


def _find_capitals(article_id: str, acting: Iterable[Name]) -> Iterator[tuple[Referent, Form]]:
    """Each capital that acts or speaks, as often as it does, with its country."""
    for name in acting:
        if is_capital(name):
            country = FORMS[name.text].country
            referent_id = make_referent_id(article_id, "place", country.name)
            yield (
                Referent(referent_id, article_id, country.name, "place", country_code=country.code),
                (name.text, "metonym"),
            )


def _sort_forms(counts: Counter[Form]) -> Forms:
    return tuple(sorted((form, kind, count) for (form, kind), count in counts.items()))
