"""Article and its parse -> Findings: quotes with their speakers, mentions with their referents,
times.
"""

from transforms.entities import find_names, give_speakers, name_speakers, read_mentions
from transforms.grammar.parse import Parse
from transforms.quotes import find_quotes
from transforms.quotes.marked import find_marked_quotes
from transforms.records import Article, Findings, TimeMention
from transforms.times import find_times


def find_all(article: Article, parse: Parse) -> Findings:
    """All that one article says, by whom and about whom. Names first, since a speaker is one of
    them; then who they are.
    """
    times = find_times(article, parse)
    names = find_names(article, parse)
    quotes = find_quotes(article, parse, times)
    reading = read_mentions(article, parse, names, quotes)
    return Findings(
        article=article,
        quotes=give_speakers(quotes, reading),
        mentions=reading.mentions,
        referents=reading.referents,
        relations=reading.relations,
        times=tuple(times),
    )


def find_unparsed(article: Article, times: tuple[TimeMention, ...] = ()) -> Findings:
    """What an article says in a language that is not parsed: its quotes, and who surely speaks."""
    spoken = name_speakers(article, find_marked_quotes(article))
    return Findings(article, spoken.quotes, spoken.mentions, spoken.referents, times=times)
