"""Workers: what a file does to its worker stays between the two."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch import Options, extract
from pipeline.limits import Limits
from pipeline.pool import Pool, Result, WorkersFailed
from pipeline.worker import Job

SAMPLE = Path(__file__).parents[2] / "samples" / "reports" / "nan1_order_2567.txt"

DISASTERS = '''
import os, signal, subprocess, sys, time
import pipeline.digitise as door

whole = door.read

def stumbling(content, name):
    word, _, number = content.decode(errors="replace").partition(" ")
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "once" and not os.path.exists(number):
        open(number, "w").close()
        os._exit(7)
    if word == "hang":
        subprocess.Popen(["sleep", "4321"])
        time.sleep(600)
    if word == "slow":
        from extractors.readers.progress import step
        while True:
            step()
            time.sleep(0.1)
    if word == "eat":
        hoard = [bytearray(50_000_000) for _ in range(100)]
    if word == "print":
        print("not for the parent")
        os.write(1, b"nor this\\n")
    return whole(content, name)

door.read = stumbling
'''
"""A plugin of the worker's process: files whose first word names the disaster that they cause."""


@pytest.fixture
def disasters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets workers stumble over such files; the folder to put them in."""
    plugin = tmp_path / "plugin"
    plugin.mkdir()
    hook = "import sys\nif 'pipeline.worker' in ' '.join(sys.orig_argv):\n    import disasters\n"
    (plugin / "sitecustomize.py").write_text(hook)
    (plugin / "disasters.py").write_text(DISASTERS)
    monkeypatch.setenv("PYTHONPATH", f"{plugin}{os.pathsep}{Path(__file__).parents[2]}")
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    (uploads / "good.txt").write_bytes(SAMPLE.read_bytes())
    return uploads


def codes(uploads: Path, output: Path, **limits: int) -> dict[str, list[str]]:
    outcomes = extract([uploads], output, Options(workers=2, limits=Limits(**limits)))
    return {outcome.source.source_name: list(outcome.codes) for outcome in outcomes}


def processes(words: str) -> list[str]:
    listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if words in line]


def test_each_disaster_has_its_code_and_the_good_file_is_read(disasters: Path, tmp_path: Path) -> None:
    for name in ("crash", "killed", "hang", "print"):
        (disasters / f"{name}.txt").write_text(f"{name} ")
    (disasters / "once.txt").write_text(f"once {tmp_path / 'mark'}")
    found = codes(disasters, tmp_path / "out", stall_s=2)
    assert found.pop("good.txt") == []
    assert {name: first[0] for name, first in found.items()} == {
        "crash.txt": "E_WORKER_CRASHED",
        "killed.txt": "E_WORKER_KILLED",
        "hang.txt": "E_LIMIT_STALL",
        "print.txt": "E_NOT_ITA_REPORT",
        "once.txt": "E_NOT_ITA_REPORT",
    }
    assert not processes("sleep 4321"), "what a worker started ends with it"
    assert not processes(str(tmp_path / "out"))
    assert not (tmp_path / "out" / ".ita" / "work").exists()


@pytest.mark.long
def test_progress_without_end_is_stopped_by_the_other_clock(disasters: Path, tmp_path: Path) -> None:
    (disasters / "slow.txt").write_text("slow ")
    assert codes(disasters, tmp_path / "out", stall_s=2, total_s=3)["slow.txt"] == ["E_LIMIT_TIME"]


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is not kept elsewhere")
def test_a_memory_eater_is_told_and_not_the_machine(disasters: Path, tmp_path: Path) -> None:
    (disasters / "eat.txt").write_text("eat ")
    found = codes(disasters, tmp_path / "out", memory_mb=1_000)
    assert found == {"eat.txt": ["E_LIMIT_MEMORY"], "good.txt": []}


@pytest.mark.long
def test_poison_is_not_tried_again_but_what_was_killed_is(disasters: Path, tmp_path: Path) -> None:
    for name in ("crash", "killed"):
        (disasters / f"{name}.txt").write_text(f"{name} ")
    codes(disasters, tmp_path / "out")
    again = extract([disasters], tmp_path / "out", Options(workers=1))
    assert [outcome.source.source_name for outcome in again if not outcome.kept] == ["killed.txt"]


def test_workers_that_do_not_start_are_no_files_fault(disasters: Path, tmp_path: Path) -> None:
    (disasters.parent / "plugin" / "disasters.py").write_text("import os\nos._exit(3)")
    with pytest.raises(WorkersFailed):
        extract([disasters], tmp_path / "out", Options(workers=1))


@pytest.mark.long
def test_workers_end_with_a_reading_that_is_given_up(tmp_path: Path) -> None:
    pool = Pool[int](2, tmp_path, "e", Limits())
    results = pool.read(iter([(number, Job(str(SAMPLE), f"{number}.txt")) for number in range(9)]))
    first: Result[int] = next(results)
    assert first.done is not None
    assert processes(str(tmp_path))
    results.close()  # type: ignore[attr-defined]
    assert not processes(str(tmp_path))


@pytest.mark.long
def test_files_are_asked_for_one_ahead_and_no_more(tmp_path: Path) -> None:
    asked: list[int] = []

    def errands() -> Iterator[tuple[int, Job]]:
        for number in range(20):
            asked.append(number)
            yield number, Job(str(SAMPLE), f"{number}.txt")

    results = Pool[int](1, tmp_path, "e", Limits()).read(errands())
    next(results)
    assert len(asked) <= 3
    results.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
def test_workers_end_when_their_parent_is_killed(disasters: Path, tmp_path: Path) -> None:
    (disasters / "hang.txt").write_text("hang ")
    program = "from pipeline.batch import Options, extract; import sys; extract([sys.argv[1]], __import__('pathlib').Path(sys.argv[2]), Options(workers=2))"
    parent = subprocess.Popen([sys.executable, "-c", program, str(disasters), str(tmp_path / "out")])
    assert until(lambda: bool(processes("sleep 4321")))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert until(lambda: not processes("sleep 4321") and not processes(str(tmp_path / "out")))


def until(seen: object, most_s: float = 20.0) -> bool:
    """Whether it is seen before the time is over."""
    end = time.monotonic() + most_s
    while time.monotonic() < end:
        if seen():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False
