"""The referents of the whole warehouse -> who is who, written back: what a run and a correction both end with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.records import Correction

if TYPE_CHECKING:
    from warehouse.corrections import Connection


def link_anew(connection: "Connection", pending: Sequence[Correction] = ()) -> None:
    """Make entities of all referents. pending: corrections that are not written yet."""
    from transforms.linking import link
    from warehouse.corrections import read_corrections, read_own_entities
    from warehouse.referents import read_referents, store_entities

    corrections = [*read_corrections(connection), *pending]
    store_entities(connection, link(read_referents(connection), read_own_entities(connection), corrections))
