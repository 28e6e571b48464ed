"""Who is named in an article, who is meant by every mention, and who speaks (see
docs/entities.md).
"""

from transforms.entities.meaning.credits import give_speakers
from transforms.entities.meaning.reading import Reading, read_mentions
from transforms.entities.meaning.speakers import Speaker
from transforms.entities.meaning.unparsed import name_speakers
from transforms.entities.naming.names import Name, Names, find_names

__all__ = [
    "Name",
    "Names",
    "Reading",
    "Speaker",
    "find_names",
    "give_speakers",
    "name_speakers",
    "read_mentions",
]
