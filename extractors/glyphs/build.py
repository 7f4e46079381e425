"""Builds ``fingerprints.npz`` from Thai fonts: ``python -m extractors.glyphs.build FONT.ttf...``.

The references are the fonts of the Thai Linux Working Group (Debian package ``fonts-thai-tlwg-ttf``), which are
redesigns of the faces that Thai offices use: Laksaman is TH Sarabun New, Norasi and Kinnari stand near Angsana,
Garuda, Umpush and Loma near Cordia and Browallia. Only coarse measures of the shapes are kept, no outlines.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.glyphs.outlines import SIDE
from extractors.glyphs.programs import Program, read_program
from extractors.glyphs.shapes import distances, fingerprint

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAME = 0.05  # a glyph this near to one that is already kept, of the same character, teaches nothing


def main(paths: list[str]) -> None:
    import numpy as np

    shapes: list[NDArray[np.float32]] = []
    codes: list[int] = []
    for path in paths:
        program = read_program(Path(path).read_bytes())
        if program is None:
            sys.exit(f"not a font: {path}")
        for text, shape in references(program):
            same = [s for s, code in zip(shapes, codes, strict=True) if code == ord(text)]
            if not same or distances(shape, np.stack(same)).min() > _SAME:
                shapes.append(shape)
                codes.append(ord(text))
    table = np.stack(shapes)
    np.savez_compressed(
        Path(__file__).with_name("fingerprints.npz"),
        pictures=np.rint(table[:, : SIDE * SIDE] * 15).astype(np.uint8),
        places=table[:, SIDE * SIDE :].astype(np.float16),
        codes=np.array(codes, dtype=np.uint16),
    )
    print(f"{len(codes)} shapes of {len(set(codes))} characters")


def references(program: Program) -> list[tuple[str, NDArray[np.float32]]]:
    """The fingerprints of every glyph that the font's tables name as one character of Thai or ASCII."""
    height = next(g.box[3] for g in program.glyphs if g.text == "ก")
    return [(g.text, fingerprint(program.outline(g), height)) for g in program.glyphs if len(g.text) == 1]


if __name__ == "__main__":
    main(sys.argv[1:])
