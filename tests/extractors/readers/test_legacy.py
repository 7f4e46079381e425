from pathlib import Path

import pytest

from extractors.readers import UnreadableFile, legacy, read
from tests.extractors.readers.docx_maker import docx, p

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


def _converter(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize(
    ("content", "code"), [(_OLD_WORD, "E_LEGACY_DOC"), (b"{\\rtf1 report}", "E_FORMAT_UNKNOWN")]
)
def test_without_libreoffice_the_message_says_what_to_do(
    content: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy.shutil, "which", lambda _: None)
    with pytest.raises(UnreadableFile) as caught:
        read(content, "report.doc")
    assert caught.value.code == code


def test_what_libreoffice_makes_of_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(docx(p("รายงาน ITA")))
    # the folder to write to stands before the file, which comes last
    program = _converter(tmp_path, f'for last; do :; done; cp "{made}" "${{last%.doc}}.docx"')
    monkeypatch.setattr(legacy.shutil, "which", lambda _: program)
    assert [paragraph.text for paragraph in read(_OLD_WORD, "report.doc").paragraphs()] == ["รายงาน ITA"]


def test_a_file_that_libreoffice_cannot_convert_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = _converter(tmp_path, "exit 0")
    monkeypatch.setattr(legacy.shutil, "which", lambda _: program)
    with pytest.raises(UnreadableFile) as caught:
        read(_OLD_WORD, "report.doc")
    assert caught.value.code == "E_FILE_DAMAGED"
