"""The rules of linking and the tables that they read -> a hash of them, so that a warehouse knows
by which rules it was linked.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

ROOMS = ("transforms.linking", "transforms.world")


@cache
def hash_rules() -> str:
    """64 hex digits; another version of the rules has others."""
    digest = sha256()
    for file in (file for room in ROOMS for file in list_files(files(room))):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def list_files(folder: Traversable) -> Iterator[Traversable]:
    """The code and the tables of a folder, sorted by name."""
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.is_file() and not file.name.endswith(".pyc"):
            yield file
