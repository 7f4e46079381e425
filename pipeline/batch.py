"""Many files in; one record for each whatever happens, JSON and tables out, and a rerun goes on where one ended.

The run takes the files in order: one that cannot be had gets its record at once, one that this edition has read
before is kept, one with the same bytes as an earlier file is set aside, and every other goes to a worker. What is
read stands on the shelf and in the ledger before the next result is looked at. When all are done the tables are
made from the shelf, in the order of the files.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.edition import edition_of
from pipeline.ledger import Ledger
from pipeline.limits import Limits
from pipeline.lock import OutputLock
from pipeline.options import Options
from pipeline.outcome import Outcome, Told
from pipeline.places import CROPS, LEDGER, OWN_FOLDER
from pipeline.pseudonym_key import asked_key
from pipeline.run import Run
from pipeline.run_record import RunRecord
from pipeline.sinks.crop_folders import CropFolders
from pipeline.sinks.whole_files import remove_unfinished
from pipeline.sources import Upload, uploads_meant

__all__ = ["Options", "Outcome", "extract"]


def extract(
    arguments: Iterable[str | Path],
    output: Path,
    options: Options | None = None,
    told: Told = lambda outcome: None,
    counted: Callable[[int], None] = lambda files: None,
) -> list[Outcome]:
    """What came of each file that the arguments mean; ``output`` then holds the reports and tables of these only.

    ``counted`` is told how many files there are, ``told`` each outcome as it comes. Raises OutputBusy while
    another run writes there, WorkersFailed, StoresNotInstalled, and OSError when the output cannot be written;
    what was there before then still stands, and what was read is kept for the next run.
    """
    options = options or Options()
    with OutputLock(output / OWN_FOLDER / "lock"):
        _clear(output)
        uploads = _uploads(arguments, output, options.limits)
        counted(len(uploads))
        record = RunRecord(output, len(uploads), options)
        ledger = Ledger(output / LEDGER, edition_of(options.limits, options.keep_crops))
        try:
            with record:
                return Run(uploads, output, options, ledger, record, told).outcomes()
        finally:
            ledger.close()
            _clear(output)


def _uploads(arguments: Iterable[str | Path], output: Path, limits: Limits) -> list[Upload]:
    """The files that the arguments mean; nothing of their names where no names of people are wanted."""
    uploads = uploads_meant(arguments, output, limits, output / OWN_FOLDER / "spool")
    if key := asked_key():
        from pipeline.sources.unnamed import Unnamed

        return [Unnamed(upload, key) for upload in uploads]
    return uploads


def _clear(output: Path) -> None:
    """Removes what is only of use while a run goes on."""
    for folder in ("work", "spool"):
        shutil.rmtree(output / OWN_FOLDER / folder, ignore_errors=True)
    for folder in (".", "reports", "tables", f"{OWN_FOLDER}/rows"):
        remove_unfinished(output / folder)
    CropFolders(output / CROPS).remove_unfinished()
