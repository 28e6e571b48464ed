"""What a person wishes to correct, in words; `flows.corrections` makes corrections of it."""

from dataclasses import dataclass

from transforms.records import CorrectionAction, EntityKind

BETWEEN = "|"  # between several names in one field of a CSV file


@dataclass(frozen=True, slots=True)
class Wish:
    """A correction in a person's words: entities by name, alias or key. place: where it was read,
    "corrections.csv, line 3".
    """

    action: CorrectionAction
    entity: str
    kind: EntityKind | None = None
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    new_name: str | None = None
    new_kind: EntityKind | None = None
    by: str | None = None
    reason: str = ""
    place: str = ""


class WishError(Exception):
    """A wish that cannot be carried out, in a sentence that says what to do."""


def name_fully(key: str, name: str) -> str:
    """ "0123456789abcdef Ann Brook"; the key alone where the name would break the field."""
    return key if BETWEEN in name else f"{key} {name}"
