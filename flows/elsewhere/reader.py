"""Work -> portions read by a crew: parts are put in the place, handed out, loaded as they come, and
dropped unless they are kept.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from flows.elsewhere.crew import Crew, PartLostError
from flows.failures import SPEAK_FOR_THEMSELVES
from flows.flow_run import log
from flows.parts.place import Place
from flows.reading import Read
from flows.work import Portion, Work, portion_out

MOST_OUT = 64  # parts that are handed out at once; the parent holds their references only
MOST_TRIES = 3
Readings = Iterator[tuple[Work, Iterable[Portion]]]


def read_elsewhere(crew: Crew, place: Place, works: Iterable[Work], *, is_kept: bool) -> Readings:
    """Each work with what was read of it, in the order in which the crew gets done."""
    errand = Errand(crew, place, is_kept=is_kept)
    for work in works:
        if work.pages or work.part:
            errand.hand_out(work)
            yield from errand.take_done(most_left=MOST_OUT - 1)
        else:
            yield work, ()
    yield from errand.take_done(most_left=0)


class Errand:
    """What is out with a crew."""

    def __init__(self, crew: Crew, place: Place, *, is_kept: bool) -> None:
        self._crew, self._place, self._is_kept = crew, place, is_kept
        self._out: dict[int, Work] = {}
        self._tries: dict[int, int] = {}

    def hand_out(self, work: Work) -> None:
        """Put the part in the place, and tell the crew."""
        if work.part:
            self._place.write(work.number, "documents", work.part.read_cleaned())
        else:
            self._place.write(work.number, "pages", work.pages)
        self._out[work.number], self._tries[work.number] = work, 1
        self._crew.submit(work.number)

    def take_done(self, most_left: int) -> Readings:
        """The works that are done, and as many more as have to be waited for until no more than
        `most_left` are out.
        """
        while self._out and (done := self._crew.take(is_patient=len(self._out) > most_left)):
            number, error = done
            if error:
                self._try_again(number, error)
                continue
            work = self._out.pop(number)
            yield work, portion_out(cast(list[Read], self._place.read(number, "findings")))
            if not self._is_kept:
                self._place.drop(number)

    def _try_again(self, number: int, error: BaseException) -> None:
        """Raises PartLostError where the part was handed out often enough, and at once what a
        person has to mend.
        """
        if isinstance(error, SPEAK_FOR_THEMSELVES):
            raise error
        words = f"{type(error).__name__}: {error}"
        if self._tries[number] >= MOST_TRIES:
            raise PartLostError(
                f"part {number} could not be read, {MOST_TRIES} times: {words}"
            ) from error
        self._tries[number] += 1
        log(f"part {number} is handed out again: {words}")
        self._crew.submit(number)
