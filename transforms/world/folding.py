"""A form of a name in, the words that it is compared by out: no accents, no case, no marks."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w[\w'’.]*")  # "O'Neill", "U.S.", "J."
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
COMPANY_FORMS = frozenset({"inc", "ltd", "plc", "llc", "corp", "co", "gmbh", "ag", "sa", "limited", "corporation", "company"})


@lru_cache(maxsize=4096)
def fold(form: str) -> str:
    """Lower case without accents: "Élysée" -> "elysee"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", form) if not unicodedata.combining(letter)).lower()


def words_of(form: str) -> list[str]:
    """The folded words; points, possessives and apostrophes are gone: "U.S." -> ["us"]."""
    return [re.sub(r"['’]s$|[.'’]", "", word) for word in WORD.findall(fold(form))]
