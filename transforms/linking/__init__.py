"""Who is who across articles: referents -> entities with stable ids and visible aliases (see
docs/linking.md).
"""

from transforms.linking.link import link
from transforms.linking.own_list import read_own_list
from transforms.linking.score import score_pair

__all__ = ["link", "read_own_list", "score_pair"]
