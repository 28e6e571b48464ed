"""Locations -> the pages that have to be read: archives whose bytes a run has read before are told by their hash, and not opened."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from flows.run import Run
from flows.sources import Address, PageRef, SourceFile, fetch_pages, hash_file, is_url, list_files, list_refs
from transforms.records import Reject
from warehouse.known import SourceFile as ReadFile
from warehouse.known import find_unchanged_files, replay_rejects

ARCHIVES = frozenset({"warc", "jsonl", "parquet"})


def list_arrivals(run: Run, sources: Sequence[str], since: date | None) -> Iterator[PageRef | Reject]:
    """The pages at the sources that may be new, those on disk first; pages on the web are fetched into an archive beside the warehouse."""
    addresses = [Address(source) for source in sources if is_url(source)]
    for file in list_files([Path(source) for source in sources if not is_url(source)], since):
        for found in [file] if isinstance(file, Reject) else _list_file(run, file, since):
            if isinstance(found, Address):
                addresses.append(found)
            else:
                yield found
    if addresses:
        run.reporter.step("fetching")
        yield from fetch_pages(addresses, name_archive(run), since)


def name_archive(run: Run) -> Path:
    """Where the pages that a run fetches are kept, so that it can be done again offline: `onrecord.fetched/2f0c....warc.gz`."""
    path = run.build.path.resolve()
    return path.with_name(f"{path.stem}.fetched") / f"{run.run_id}.warc.gz"


def _list_file(run: Run, file: SourceFile, since: date | None) -> Iterator[PageRef | Address | Reject]:
    if file.kind not in ARCHIVES:
        yield from list_refs(file, since)
        return
    digest = hash_file(file.path)
    unchanged = {} if since or run.refresh else find_unchanged_files(run.build.connection, {file.source_uri: digest})
    if unchanged:
        _skip(run, unchanged[file.source_uri])
        return
    count = 0
    for found in list_refs(file, since):
        count += 1
        yield found
    if since is None:
        size = file.path.stat().st_size
        run.read_to_end.append(ReadFile(file.source_uri, digest, size, count, 0, run.run_id, run.code_version))


def _skip(run: Run, file: ReadFile) -> None:
    """Count the pages of an unchanged archive, and note its rejects again."""
    rejected = replay_rejects(run.build.connection, [file.file_uri], run.run_id)
    run.count(unchanged=file.pages_seen - rejected, rejected=rejected)
