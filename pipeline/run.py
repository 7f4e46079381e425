"""One run of a batch: which files have to be read, what is written down of each, and the tables at the end."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.readers.errors import UnreadableFile
from extractors.readers.limits import refuse_above, within
from pipeline.inputs import unreadable
from pipeline.ledger import Entry, Ledger, failed_for_good
from pipeline.options import Options
from pipeline.outcome import Outcome, Told, repeated
from pipeline.places import OWN_FOLDER
from pipeline.pool import Failure, Pool, Result
from pipeline.refusals import refused, source_of
from pipeline.run_record import RunRecord
from pipeline.shelf import Shelf
from pipeline.sinks.csv_tables import CsvTables
from pipeline.sources import Upload
from pipeline.worker import Job, read_job
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import Source


@dataclass(frozen=True, slots=True)
class Ticket:
    """A file on its way through a worker: its place in the run, and its bytes where they were fetched to."""

    place: int
    upload: Upload
    digest: str
    path: Path


class Run:
    """One run over the uploads; ``done`` fills with the outcomes by their places, in any order."""

    def __init__(
        self, uploads: list[Upload], output: Path, options: Options, ledger: Ledger, record: RunRecord, told: Told
    ) -> None:
        self.uploads, self.output, self.options = uploads, output, options
        self.ledger, self.record, self.told = ledger, record, told
        self.shelf = Shelf(output, ledger.edition)
        self.spool = output / OWN_FOLDER / "spool"
        self.first: dict[str, int] = {}
        self.same: dict[int, int] = {}
        self.done: dict[int, Outcome] = {}

    def outcomes(self) -> list[Outcome]:
        self.ledger.add("run", run=self.record.run, files=len(self.uploads), edition=self.ledger.edition)
        for result in self._results():
            self._record(result)
        for place, first in self.same.items():
            self._tell(place, repeated(self.uploads[place].name, self.done[first]))
        outcomes = [self.done[place] for place in range(len(self.uploads))]
        self._write_tables(outcomes)
        self.ledger.add("end", run=self.record.run)
        return outcomes

    def _results(self) -> Iterator[Result[Ticket]]:
        if self.options.worker_count:
            pool = Pool[Ticket](
                self.options.worker_count,
                self.output,
                self.ledger.edition,
                self.options.limits,
                self.options.keep_crops,
            )
            yield from pool.read(self._errands())
            return
        for ticket, job in self._errands():
            done = read_job(job, self.shelf, self.options.limits, self.options.keep_crops)
            if "unwritable" in done:
                raise OSError(done["errno"], done["unwritable"])
            yield Result(ticket, 1, done["seconds"], done)

    def _errands(self) -> Iterator[tuple[Ticket, Job]]:
        """The files that have to be read; all others are settled on the way."""
        for place, upload in enumerate(self.uploads):
            path = None
            try:
                digest = self._known_digest(upload)
                if not digest:
                    path = upload.fetched(self.spool)
                    digest = self._digest(path, upload.name)
                if digest in self.first:
                    self.same[place] = self.first[digest]
                    self.ledger.add("same", where=upload.where, first=self.uploads[self.first[digest]].where)
                    self._release(path)
                    continue
                self.first[digest] = place
                if self._keep(place, upload, digest):
                    self._release(path)
                    continue
                path = path or upload.fetched(self.spool)
            except UnreadableFile as why:
                self._release(path)
                self._refuse(place, upload, why)
                continue
            yield Ticket(place, upload, digest, path), Job(str(path), upload.name)

    def _known_digest(self, upload: Upload) -> str:
        return self.ledger.digest_at(upload.where, upload.stamp) if upload.stamp and not self.options.fresh else ""

    def _digest(self, path: Path, name: str) -> str:
        """The SHA-256 of the file's bytes. Raises UnreadableFile for one that is too large or cannot be read."""
        try:
            with path.open("rb") as stream:
                with within(self.options.limits):
                    refuse_above("file_mb", os.fstat(stream.fileno()).st_size / 1_000_000)
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError as fault:
            raise UnreadableFile("E_FILE_MISSING", name=name) from fault
        except OSError as fault:
            raise unreadable(name, fault) from fault

    def _keep(self, place: int, upload: Upload, digest: str) -> bool:
        """Whether an earlier run's record stands; then it is told."""
        entry = self.ledger.entry(digest)
        if entry is None or self.options.fresh or not self.shelf.has(entry["source"]["report_id"]):
            return False
        failed = entry["source"]["status"] == "failed"
        if failed and (self.options.retry_failed or not failed_for_good(entry)):
            return False
        if entry["source"]["source_name"] != upload.name:
            if failed:
                return False  # its message may name the file
            entry = self._renamed(entry, upload)
        self.ledger.add("kept", where=upload.where, key=entry["key"])
        self._tell(place, self._outcome(entry, kept=True))
        return True

    def _renamed(self, entry: Entry, upload: Upload) -> Entry:
        """The record of a file that was read under another name; its report bears the new one from now on."""
        report = self.shelf.report(entry["source"]["report_id"])
        source = report.report.model_copy(update={"source_name": upload.name})
        again = self.shelf.put(report.model_copy(update={"report": source}))
        entry = {**entry, **again, "where": upload.where, "stamp": upload.stamp}
        return self.ledger.add(**entry)

    def _record(self, result: Result[Ticket]) -> None:
        """Writes down what came of a file that was handed out."""
        ticket, done = result.ticket, result.done
        self._release(ticket.path)
        if done is None:
            assert result.failure is not None
            done = self.shelf.put(_failed(ticket, result.failure), {})
        digest = done["source"]["source_sha256"] or ticket.digest
        self._add(ticket.place, digest, {**done, "seconds": round(result.seconds, 3), "attempts": result.attempts})

    def _refuse(self, place: int, upload: Upload, why: UnreadableFile) -> None:
        """Records a file whose bytes could not be had."""
        arguments: dict[str, Any] = {"name": upload.name, **why.arguments}
        source = source_of(upload.name, "", known_as=upload.where)
        self._add(place, "", self.shelf.put(refused(source, issue(why.code, **arguments))))

    def _add(self, place: int, digest: str, summary: dict[str, Any]) -> None:
        upload = self.uploads[place]
        key = self.ledger.key(digest)
        entry = self.ledger.add("file", where=upload.where, key=key, stamp=upload.stamp, **summary)
        self._tell(place, self._outcome(entry, kept=False))

    def _outcome(self, entry: Entry, kept: bool) -> Outcome:
        source = Source.model_validate(entry["source"], strict=False)
        return Outcome(source, entry["rows"], entry["codes"], kept, lambda: self.shelf.report(source.report_id))

    def _tell(self, place: int, outcome: Outcome) -> None:
        self.done[place] = outcome
        self.record.count(outcome)
        self.told(outcome)

    def _release(self, path: Path | None) -> None:
        """Removes a copy that was made for the reading."""
        if path is not None and path.is_relative_to(self.spool):
            path.unlink(missing_ok=True)

    def _write_tables(self, outcomes: list[Outcome]) -> None:
        """Makes the tables in the order of the files, and removes the reports of other runs."""
        tables = CsvTables(self.output / "tables")
        try:
            for place, outcome in enumerate(outcomes):
                if place in self.same:
                    tables.write(outcome.report())
                else:
                    self.shelf.add_to(tables, outcome.source.report_id)
            tables.finish()
        except BaseException:
            tables.abandon()
            raise
        self.shelf.keep_only({outcome.source.report_id for outcome in outcomes})


def _failed(ticket: Ticket, failure: Failure) -> Report:
    arguments: dict[str, Any] = dict(failure.arguments)
    return refused(source_of(ticket.upload.name, ticket.digest), issue(failure.code, **arguments))
