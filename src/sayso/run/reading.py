"""The main job: from files to a case, doing again only what has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sayso.packs.pack import Pack
from sayso.read.inputs import Input
from sayso.records.documents import Failure, FileRow
from sayso.records.errors import CaseError, SaysoError
from sayso.records.ids import digest
from sayso.run.linked import link_hash
from sayso.run.local import Executor
from sayso.run.plan import fingerprints
from sayso.run.progress import Progress, Silent
from sayso.run.sources import Found, prefixes_of
from sayso.run.work import Bench, Done, Failed, Task, failure_of, work_on
from sayso.store.case import Case
from sayso.store.view import View
from sayso.store.writer import IMPORTED, LINKS, Writer

if TYPE_CHECKING:
    from sayso.resolve.decisions import Decision

# Raise it when the same bytes may be read into another document.
READING = 9
# Under this key a case keeps which packs it was read with, beside the built-in ones.
PACKS = "packs"


@dataclass(frozen=True)
class Summary:
    """What a read has done, and what the case holds now."""

    documents: int
    read: int
    unchanged: int
    dropped: int
    failed: int
    vanished: tuple[str, ...]
    entities: int
    events: int
    attributions: int
    conflicts: int


def read_sources(
    case: Case,
    sources: Iterable[str],
    bench: Bench,
    executor: Executor,
    *,
    prune: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files, folders, archives or "-" into a case, and link it.

    Each report is written as soon as it is done, so a run broken off goes on where it stopped.
    Raises CaseError where somebody else writes the case; a bad file becomes a failure.
    """
    sources = tuple(sources)
    if case.view().meta(IMPORTED):
        raise CaseError(
            "this case was imported: it holds findings, not the files they were made from",
            where=str(case.where),
            hint="read the reports into another case with --case FILE",
        )
    with case.writer() as writer:
        reading = _Reading(case.view(), writer, bench, progress or Silent())
        found = Found(sources)
        reading.progress.expect(len(found))
        for result in executor.map(work_on, reading.tasks(found), bench, _lost):
            reading.take(result)
            # There is something to link, then: what links is loaded while others read on.
            _load_linking()
        gone = reading.gone(found, prefixes_of(sources))
        (writer.drop_files if prune else writer.mark_vanished)(gone)
        writer.settle_paths()
        writer.set_remark(bench.remark)
        writer.set_meta(PACKS, json.dumps(bench.packs) if bench.packs else None)
        reading.progress.linking()
        link_case(case.view(), writer, bench.pack, executor)
        return reading.summary(dropped=gone if prune else (), vanished=() if prune else gone)


def link_case(view: View, writer: Writer, pack: Pack, executor: Executor | None = None) -> None:
    """Link a case anew, unless it was linked from these very findings.

    What can be done elsewhere is done by the ``executor``, or else in this process.
    """
    decisions = _decisions(view)
    current = link_hash(
        ((id, repr(sorted(prints.items()))) for id, prints in view.all_fingerprints()),
        pack.hash,
        (decision.id for decision in decisions),
    )
    if view.meta(LINKS) == current:
        return
    # Nearly half of the program takes part in linking, and an unchanged folder needs none of it.
    from sayso.analysis.origins.copies import Copies  # noqa: PLC0415
    from sayso.run.linking import link  # noqa: PLC0415
    from sayso.run.whole.beside import COMPARING  # noqa: PLC0415
    from sayso.run.whole.comparing import compare  # noqa: PLC0415
    from sayso.run.whole.faults import Faults  # noqa: PLC0415
    from sayso.run.whole.overviews import keep_overviews  # noqa: PLC0415

    with writer.transaction():
        copies = Copies(view.documents())
        writer.replace_links(link(view.all_notes, pack, decisions, executor, copies))
        faults = Faults(writer.view())
        writer.add_links(compare(writer.view(), pack, faults, executor, copies))
        writer.replace_failures(COMPARING, faults.failures())
        # Whatever ended a worker may be over when one reads again.
        writer.set_meta(LINKS, None if faults.lost else current)
        keep_overviews(writer)


def _load_linking() -> None:
    from sayso.run import linking  # noqa: F401, PLC0415
    from sayso.run.whole import comparing, overviews  # noqa: F401, PLC0415


def _decisions(view: View) -> tuple[Decision, ...]:
    judgements = list(view.judgements(live_only=True))
    if not judgements:
        return ()
    # What compares names is loaded only for a case in which somebody decided.
    from sayso.resolve.decisions import decisions_of  # noqa: PLC0415

    return decisions_of(judgements)


def _lost(task: Task, why: str) -> Done | Failed:
    message, hint = f"it could not be worked on: {why}", "look at the file, or split it"
    return Failed(task.path, Failure(task.path, "read", message, hint))


@dataclass
class _Reading:
    """One read of some sources into one case.

    Memory holds the files of earlier reads, and of this one those that are under work.
    """

    view: View
    writer: Writer
    bench: Bench
    progress: Progress
    read: int = 0
    unchanged: int = 0
    at_work: dict[str, FileRow] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = {row.path: row for row in self.view.files()}
        self.paths_of: dict[str, str] = {}
        for row in self.files.values():
            if row.document and row.state == "read":
                self._learn(row)
        self.current = fingerprints(self.bench.plan, self.bench.tools)
        self.up_to_date = {
            document
            for document, prints in self.view.all_fingerprints()
            if prints.items() >= self.current.items()
        }
        said = (READING, self.bench.publisher, self.bench.published, *map(sorted, self.bench.nouns))
        self.options = hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    def tasks(self, found: Iterable[Input]) -> Iterator[Task]:
        """What is to be done, file by file; files with nothing to do are settled on the way."""
        for file in found:
            try:
                task = self._task(file)
            except (SaysoError, OSError, MemoryError) as error:
                self.take(_unreadable(file.path, error))
                continue
            if task is None:
                self.progress.done(file.path)
            else:
                yield task

    def take(self, result: Done | Failed) -> None:
        """Write what came of a file."""
        row = self.at_work.pop(result.path, None)
        with self.writer.transaction():
            self.writer.clear_failure(result.path)
            if isinstance(result, Failed):
                self._take_failure(result, row)
            else:
                self._take_done(result, row)
        self.progress.done(result.path)

    def gone(self, found: Iterable[Input], prefixes: tuple[str, ...]) -> tuple[str, ...]:
        """Files of the same folders that an earlier read saw and this one did not."""
        missed = {path for path in self.files if path.startswith(prefixes)}
        if missed:
            missed.difference_update(file.path for file in found)
        return tuple(sorted(missed))

    def summary(self, *, dropped: Iterable[str], vanished: tuple[str, ...]) -> Summary:
        """The figures of this read and of the case."""
        counts = self.view.counts()
        return Summary(
            documents=counts["document"],
            read=self.read,
            unchanged=self.unchanged,
            dropped=len(list(dropped)),
            failed=counts["failure"],
            vanished=vanished,
            entities=counts["entity"],
            events=counts["event"],
            attributions=counts["attribution"],
            conflicts=counts["conflict"],
        )

    def _task(self, file: Input) -> Task | None:
        row = self.files.get(file.path)
        if row and self._untouched(row, file):
            if row.state == "failed" or row.document is None:
                self.unchanged += 1
                return None
            return self._refresh(row)
        fresh = FileRow(file.path, "", file.size, file.mtime_ns, self.options, None)
        self.at_work[file.path] = fresh
        data = file.load()
        sha256 = digest(data)
        fresh = replace(fresh, sha256=sha256)
        known = self.paths_of.get(sha256)
        if known is not None and _same_format(known, file.path):
            owner = self.files[known]
            if owner.options_hash == self.options:
                row = replace(fresh, document=owner.document)
                self.writer.put_file(row)
                del self.at_work[file.path]
                self._learn(row)
                return self._refresh(row)
        self.at_work[file.path] = fresh
        # The bytes go along: a worker on another machine may not see the file.
        return Task(file.path, partial(_given, data), None, tuple(self.current))

    def _untouched(self, row: FileRow, file: Input) -> bool:
        if row.state == "vanished" or not file.mtime_ns:
            return False
        had = (row.size, row.mtime_ns, row.options_hash)
        return had == (file.size, file.mtime_ns, self.options)

    def _refresh(self, row: FileRow) -> Task | None:
        """Take anew the steps whose findings are out of date; null where there are none."""
        if row.document in self.up_to_date:
            self.unchanged += 1
            return None
        had = self.view.fingerprints(row.document or "")
        stale = tuple(name for name, print in self.current.items() if had.get(name) != print)
        self.at_work[row.path] = row
        return Task(row.path, bytes, self.view.notes(row.document or ""), stale)

    def _take_failure(self, failed: Failed, row: FileRow | None) -> None:
        self.writer.put_failure(failed.failure)
        if row is not None:
            # With a size that no file has, the next read takes it for changed and tries again.
            told = row if failed.final else replace(row, size=-1)
            self.writer.put_file(replace(told, document=None, state="failed"))

    def _take_done(self, done: Done, row: FileRow | None) -> None:
        document = done.document
        if done.original is not None:
            self.writer.put_document(document, done.original)
        if row is not None:
            self.writer.put_file(replace(row, document=document.id, state="read"))
        prints = [(step, self.current[step], gift) for step, gift in done.gifts]
        self.writer.put_results(document.id, prints)
        if done.failure is not None:
            self.writer.put_failure(done.failure)
        self.read += 1

    def _learn(self, row: FileRow) -> None:
        self.paths_of[row.sha256] = min(row.path, self.paths_of.get(row.sha256, row.path))
        self.files[row.path] = row


def _given(data: bytes) -> bytes:
    return data


def _unreadable(path: str, error: BaseException) -> Failed:
    return Failed(path, failure_of(path, "read", error), final=isinstance(error, SaysoError))


def _same_format(one: str, other: str) -> bool:
    return PurePosixPath(one).suffix.lower() == PurePosixPath(other).suffix.lower()
