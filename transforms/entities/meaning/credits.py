"""Quotes and the reading of their article in, the same quotes with their speakers, principals and
sources named out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transforms.entities.meaning.reading import Reading
from transforms.entities.meaning.speakers import Speaker
from transforms.records import Quote, SourceHop
from transforms.world.words import fold


def give_speakers(quotes: Sequence[Quote], reading: Reading) -> tuple[Quote, ...]:
    """The quotes with who speaks, for whom, and who the sources are. A source is the referent whose
    form ends its words, if one does.
    """
    by_form = {
        fold(form): referent.referent_id
        for referent in reading.referents
        for form, _, _ in referent.forms
    }
    return tuple(
        _give(quote, reading.speakers.get(quote.quote_id, Speaker()), by_form) for quote in quotes
    )


def _give(quote: Quote, speaker: Speaker, by_form: Mapping[str, str]) -> Quote:
    return replace(
        quote,
        speaker_mention_kind=speaker.mention_kind,
        speaker_referent_id=speaker.referent_id,
        principal_referent_id=speaker.principal_referent_id,
        principal_text=speaker.principal_text,
        sources=_name_sources(quote, speaker, by_form),
    )


def _name_sources(
    quote: Quote, speaker: Speaker, by_form: Mapping[str, str]
) -> tuple[SourceHop, ...]:
    """The hops with whom they mean, but for the speaker himself."""
    hops = [replace(hop, source_referent_id=find_source(hop, by_form)) for hop in quote.sources]
    others = [hop for hop in hops if not _is_himself(hop, quote, speaker)]
    return tuple(replace(hop, hop=number) for number, hop in enumerate(others, start=1))


def _is_himself(hop: SourceHop, quote: Quote, speaker: Speaker) -> bool:
    words = (quote.speaker_text or "").lower()
    is_same = hop.source_referent_id is not None and hop.source_referent_id == speaker.referent_id
    return is_same or hop.source_text.lower() == words


def find_source(hop: SourceHop, by_form: Mapping[str, str]) -> str | None:
    """The referent that the words of a source end in: "state news agency Orrin Wire"."""
    words = fold(hop.source_text).split()
    return next(
        (
            by_form[form]
            for first in range(len(words))
            if (form := " ".join(words[first:])) in by_form
        ),
        None,
    )
