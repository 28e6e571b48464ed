"""Who is named in an article, who is meant by every mention, and who speaks (see docs/entities.md)."""

from transforms.entities.credits import give_speakers
from transforms.entities.names import Name, Names, find_names
from transforms.entities.reading import Reading, read_mentions
from transforms.entities.speakers import Speaker

__all__ = ["Name", "Names", "Reading", "Speaker", "find_names", "give_speakers", "read_mentions"]
