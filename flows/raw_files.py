"""Pages from the web for a run: fetched with what the warehouse remembers of them, kept in
archives, and remembered.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flows.run import Run
from flows.sources import Address, PageRef, visit_pages
from flows.sources.archive import MAX_ARCHIVE_BYTES, Archive
from flows.sources.archive import RawFile as Written
from flows.sources.fetcher import PAGES_A_HOST, Manners
from flows.sources.reference import Known, uri_of
from transforms.records import Reject, Visit
from warehouse.errors import WarehouseError
from warehouse.feeds import (
    RawFile,
    find_visits,
    remember_raw_files,
    remember_visits,
    retire_raw_files,
)

PROXY = re.compile(r"https?://[^\s/?#]+:[0-9]{1,5}/?", re.IGNORECASE)  # `http://proxy.example:3128`


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched and kept, as the environment says.

    contact: goes into the user agent. trust_lists: what lists of addresses name counts as named by
    the user. archive_bytes: size at which a new archive begins. keep_days: how long archives are
    kept; None for ever. proxy: the address of the proxy by which the web is reached. pages_a_host:
    how many pages of one host that lists name a run asks for.
    """

    contact: str | None = None
    trust_lists: bool = False
    archive_bytes: int = MAX_ARCHIVE_BYTES
    keep_days: int | None = None
    proxy: str | None = None
    pages_a_host: int = PAGES_A_HOST

    def make_manners(self) -> Manners:
        """How servers are asked."""
        return Manners(contact=self.contact, proxy=self.proxy, pages_a_host=self.pages_a_host)


def read_settings(environment: Mapping[str, str] = os.environ) -> FetchSettings:
    """The settings of `ONRECORD_CONTACT`, `ONRECORD_TRUST_LISTS`, `ONRECORD_ARCHIVE_MB`,
    `ONRECORD_KEEP_RAW_DAYS`, `ONRECORD_PROXY`, `ONRECORD_PAGES_A_HOST`.
    """
    megabytes = _read_number(environment, "ONRECORD_ARCHIVE_MB")
    contact = environment.get("ONRECORD_CONTACT", "").strip()
    if not contact.isascii() or not contact.isprintable():
        raise WarehouseError("ONRECORD_CONTACT is no address of mail or of a page")
    return FetchSettings(
        contact or None,
        environment.get("ONRECORD_TRUST_LISTS", "").strip().lower() in {"1", "true", "yes"},
        megabytes * 1_000_000 if megabytes else MAX_ARCHIVE_BYTES,
        _read_number(environment, "ONRECORD_KEEP_RAW_DAYS"),
        _read_proxy(environment),
        _read_number(environment, "ONRECORD_PAGES_A_HOST") or PAGES_A_HOST,
    )


def _read_proxy(environment: Mapping[str, str]) -> str | None:
    stated = environment.get("ONRECORD_PROXY", "").strip()
    if stated and not PROXY.fullmatch(stated):  # it may hold a password: it is not repeated
        raise WarehouseError("ONRECORD_PROXY is no address like http://proxy.example:3128")
    return stated or None


def _read_number(environment: Mapping[str, str], name: str) -> int | None:
    stated = environment.get(name, "").strip()
    if not stated:
        return None
    if not stated.isdecimal() or not int(stated[:9]) > 0:
        raise WarehouseError(f"{name} is {stated!r}: it takes a whole number greater than 0")
    return int(stated[:9])


def fetch_arrivals(
    run: Run, addresses: Sequence[Address], since: date | None
) -> Iterator[PageRef | Reject]:
    """The pages at the addresses that are due; those that are as they were are counted, and every
    visit is noted in the run.
    """
    settings = read_settings()
    run.reporter.step("fetching")
    archive = run.archive = Archive(name_archive(run), settings.archive_bytes)
    manners = settings.make_manners()

    def recall(keys: Sequence[str]) -> Mapping[str, Visit]:
        return find_visits(run.build.connection, keys)

    waiting = 0
    for found in visit_pages(addresses, archive, since, manners, recall, refresh=run.refresh):
        match found:
            case PageRef() | Reject():
                yield found
            case Known(url, is_loaded):
                waiting += url in run.tally.asked
                _count_known(run, url, is_loaded=is_loaded)
            case Visit():
                run.visits.append(found)
    if waiting:
        run.reporter.step(f"{waiting} addresses are not due yet; --refresh asks for them now")


def _count_known(run: Run, url: str, *, is_loaded: bool) -> None:
    if is_loaded:
        run.tally.note_seen(url)
        run.count(unchanged=1)


def make_raw_file(run: Run, written: Written) -> RawFile:
    """An archive as the warehouse lists it."""
    uri = uri_of(written.path)
    return RawFile(
        uri, run.run_id, written.byte_count, written.record_count, written.first_at, written.last_at
    )


def name_archive(run: Run) -> Path:
    """Where the pages that a run fetches are kept, so that it can be done again offline:
    `onrecord.fetched/2f0c....warc.gz`.
    """
    path = run.build.path.resolve()
    return path.with_name(f"{path.stem}.fetched") / f"{run.run_id}.warc.gz"


def take_visits(run: Run) -> tuple[Visit, ...]:
    """The pages that were asked for since the last batch was listed; they are remembered when
    theirs is loaded.
    """
    pages = tuple(visit for visit in run.visits if visit.kind == "page")
    run.visits = [visit for visit in run.visits if visit.kind != "page"]
    return pages


def note_loaded(run: Run, visits: Sequence[Visit]) -> None:
    """Remember, when a batch is loaded, the pages that were had for it: should the run be killed,
    the next one need not ask again.

    Feeds are remembered at the end of the run: one that says "as before" names no page that was
    still to be asked for.
    """
    _remember(run, visits)


def note_fetched(run: Run) -> None:
    """Remember all that the run has fetched, and which archives have been kept for long enough."""
    _remember(run, run.visits)
    run.visits = []
    if keep_days := read_settings().keep_days:
        now = datetime.now(UTC)
        run.retired.extend(
            retire_raw_files(run.build.connection, now - timedelta(days=keep_days), now)
        )


def _remember(run: Run, visits: Sequence[Visit]) -> None:
    remember_visits(run.build.connection, visits)
    if run.archive:
        remember_raw_files(
            run.build.connection, [make_raw_file(run, file) for file in run.archive.list_files()]
        )


def delete_retired(run: Run) -> None:
    """Delete the archives that the published warehouse notes as deleted."""
    for uri in run.retired:
        with suppress(OSError):  # gone already, or not ours to delete: the note stands
            Path(uri).unlink()
