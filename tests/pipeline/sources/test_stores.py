"""Object stores: read like folders, against a local S3 server."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch import Options, Outcome, extract
from pipeline.sources.stores import StoresNotInstalled, is_address
from tests.poison.others import archive

TEXT = (Path(__file__).parents[3] / "samples" / "reports" / "nan1_order_2567.txt").read_bytes()
HERE = Options(workers=0)


@pytest.fixture(scope="module")
def s3() -> Iterator[object]:
    """A store of our own on this machine; ``s3fs`` finds it by its usual settings."""
    pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (
            ("AWS_ACCESS_KEY_ID", "x"),
            ("AWS_SECRET_ACCESS_KEY", "x"),
            ("AWS_DEFAULT_REGION", "us-east-1"),
            ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ):
            patch.setenv(name, value)
        files = s3fs.S3FileSystem()
        files.mkdir("uploads")
        files.pipe("uploads/2567/คำสั่ง.txt", TEXT)
        files.pipe("uploads/2567/empty.pdf", b"")
        files.pipe("uploads/2567/more.zip", archive(("inside.txt", TEXT + b"\n")))
        yield files
    server.stop()


def names(outcomes: list[Outcome]) -> list[str]:
    return [outcome.source.source_name for outcome in outcomes]


@pytest.mark.long
def test_every_object_below_an_address_is_read_archives_too(s3: object, tmp_path: Path) -> None:
    outcomes = extract(["s3://uploads/2567/"], tmp_path / "out", HERE)
    assert names(outcomes) == ["empty.pdf", "inside.txt", "คำสั่ง.txt"]
    assert [outcome.source.status == "failed" for outcome in outcomes] == [True, False, False]
    assert outcomes[2].rows["responsibilities"] > 0


@pytest.mark.long
def test_an_object_that_did_not_change_is_not_brought_again(s3: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extract(["s3://uploads/2567/*.txt"], tmp_path / "out", HERE)
    monkeypatch.setattr(type(s3), "get_file", None)
    assert [outcome.kept for outcome in extract(["s3://uploads/2567/*.txt"], tmp_path / "out", HERE)] == [True]


@pytest.mark.long
def test_an_address_with_nothing_and_one_that_is_not_there_have_records(s3: object, tmp_path: Path) -> None:
    for address in ("s3://uploads/2560/", "s3://nothing/here/"):
        (outcome,) = extract([address], tmp_path / "out", HERE)
        assert set(outcome.codes) <= {"E_FILE_MISSING", "E_STORE_UNREACHABLE"}
        assert outcome.source.status == "failed"


def test_without_the_extra_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(StoresNotInstalled, match="--extra stores"):
        extract(["s3://uploads/"], tmp_path / "out", HERE)


@pytest.mark.parametrize(("argument", "is_one"), [("s3://a/b", True), ("gs://a", True), (r"C:\a", False), ("a.pdf", False)])
def test_an_address_is_told_from_a_path(argument: str, is_one: bool) -> None:
    assert is_address(argument) == is_one
