"""Article -> the expressions of time in its title and text, with the first and last day that each
of them means.
"""

from transforms.times.find import find_times
from transforms.times.resolve import resolve_time

__all__ = ["find_times", "resolve_time"]
