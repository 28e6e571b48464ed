"""Locations -> the pages that have to be read: files whose bytes a run has read before are told by
their hash, and not opened.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from flows.raw_files import fetch_arrivals, read_settings
from flows.run import Run
from flows.sources import (
    SOURCES,
    Address,
    PageRef,
    SourceFile,
    hash_file,
    is_url,
    list_on_disk,
    list_refs,
)
from flows.steps import Expected
from transforms.records import Reject
from warehouse.known import SourceFile as ReadFile
from warehouse.known import find_known, find_unchanged_files, replay_rejects


@dataclass(frozen=True, slots=True)
class Sorted:
    """Pages by what is known of them. waiting: to be read. unchanged: how many are loaded as they
    are.

    refused: files of one page that was rejected as it is. digests: SHA-256 of each file of one
    page, by source_uri.
    """

    waiting: tuple[Expected, ...]
    unchanged: int
    refused: tuple[ReadFile, ...]
    digests: dict[str, str]


def list_arrivals(
    run: Run, sources: Sequence[str], since: date | None
) -> Iterator[PageRef | Reject]:
    """The pages at the sources that may be new, those on disk first; pages on the web are fetched
    into an archive beside the warehouse.
    """
    addresses = [Address(source) for source in sources if is_url(source)]
    for found in list_on_disk(
        sources,
        since,
        trust_lists=read_settings().trust_lists,
        list_file=partial(_list_file, run),
    ):
        if isinstance(found, Address):
            addresses.append(found)
        else:
            yield found
    if addresses:
        run.tally.asked.update(address.url for address in addresses)
        yield from fetch_arrivals(run, addresses, since)


def sort_pages(run: Run, refs: Sequence[PageRef]) -> Sorted:
    """Which of the pages have to be read. A page that was rejected is read again by another version
    of On Record only.
    """
    digests = dict(_hash_single_pages(refs))
    if run.refresh:
        return Sorted(tuple(map(Expected, refs)), 0, (), digests)
    uris = [ref.source_uri for ref in refs]
    known = find_known(run.build.connection, uris, is_text_enough=run.text_only)
    unchanged = {uri for uri, digest in digests.items() if known.get(uri) == digest}
    refused = _find_refused(run, digests, unchanged)
    told = unchanged | refused.keys()
    waiting = (ref for ref in refs if ref.source_uri not in told)
    return Sorted(
        tuple(Expected(ref, known.get(ref.source_uri)) for ref in waiting),
        len(unchanged),
        tuple(refused.values()),
        digests,
    )


def _find_refused(
    run: Run, digests: dict[str, str], unchanged: AbstractSet[str]
) -> dict[str, ReadFile]:
    """The files of one page that this version of On Record rejected as they are."""
    read = find_unchanged_files(run.build.connection, digests, is_text_enough=True)
    return {
        uri: file
        for uri, file in read.items()
        if file.code_version == run.code_version and uri not in unchanged
    }


def _hash_single_pages(refs: Sequence[PageRef]) -> Iterator[tuple[str, str]]:
    for ref in refs:
        if SOURCES[ref.kind].is_page:
            with suppress(OSError):  # the worker that reads it will say so
                yield ref.source_uri, hash_file(ref.path)


def note_refused(run: Run, pages: Sequence[PageRef], digests: dict[str, str]) -> None:
    """Remember the files of one page that was rejected, so that the next run need not read them."""
    for ref in pages:
        if digest := digests.get(ref.source_uri):
            _note_read(run, ref.path, ref.source_uri, digest, 1)


def skip_files(run: Run, files: Sequence[ReadFile]) -> None:
    """Count the pages of unchanged files, and note their rejects again."""
    replayed = replay_rejects(run.build.connection, [file.file_uri for file in files], run.run_id)
    for reject in replayed:
        run.tally.note_reject(reject)
    unchanged = sum(file.pages_seen for file in files) - len(replayed)
    run.count(unchanged=unchanged, rejected=len(replayed))


def _list_file(
    run: Run, file: SourceFile, since: date | None
) -> Iterator[PageRef | Address | Reject]:
    if not SOURCES[file.kind].is_archive:
        yield from list_refs(file, since)
        return
    digest = hash_file(file.path)
    unchanged = {} if since or run.refresh else find_unchanged(run, file.source_uri, digest)
    if unchanged:
        run.tally.note_seen(file.source_uri, sum(read.pages_seen for read in unchanged.values()))
        skip_files(run, list(unchanged.values()))
        return
    count = 0
    for found in list_refs(file, since):
        count += 1
        yield found
    if since is None:
        _note_read(run, file.path, file.source_uri, digest, count)


def find_unchanged(run: Run, file_uri: str, digest: str) -> dict[str, ReadFile]:
    """The file, if a run has read it to its end as it is, and as thoroughly as this one would."""
    return find_unchanged_files(
        run.build.connection, {file_uri: digest}, is_text_enough=run.text_only
    )


def _note_read(run: Run, path: Path, file_uri: str, digest: str, pages_seen: int) -> None:
    run.read_to_end.append(
        ReadFile(file_uri, digest, path.stat().st_size, pages_seen, 0, run.run_id, run.code_version)
    )
