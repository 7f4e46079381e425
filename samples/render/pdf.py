"""A made-up report as PDF: LibreOffice prints its DOCX; pages that are to lie sideways are turned after."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from samples.parts import MadeUp, PageBreak
from samples.render.docx import save_docx

TIMEOUT_S = 120


def save_pdf(made_up: MadeUp, path: Path) -> None:
    """Needs LibreOffice and the fonts of the TLWG project; raises FileNotFoundError without ``soffice``."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{made_up.name}.docx"
        save_docx(made_up, source, changes=False)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, timeout=TIMEOUT_S, capture_output=True)
        printed = source.with_suffix(".pdf")
        if any(isinstance(block, PageBreak) and block.orientation == "sideways" for block in made_up.blocks):
            _lay_sideways(printed)
        shutil.copyfile(printed, path)


def _lay_sideways(path: Path) -> None:
    """Stores every landscape page as a portrait page turned by 90 degrees; a reader sees it as before."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        width_pt, height_pt = page.get_size()
        if width_pt <= height_pt:
            continue
        turned = pdfium.FS_MATRIX(0, 1, -1, 0, height_pt, 0)
        clip = pdfium.FS_RECTF(0, width_pt, height_pt, 0)
        page.set_mediabox(0, 0, height_pt, width_pt)
        pdfium.FPDFPage_TransFormWithClip(page, turned, clip)
        page.set_rotation(90)
    document.save(path.with_suffix(".turned.pdf"))
    document.close()
    path.with_suffix(".turned.pdf").replace(path)
