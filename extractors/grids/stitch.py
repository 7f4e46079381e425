"""Stitching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Block, Table


def stitch(blocks: Sequence[Block]) -> tuple[Block, ...]:
    n = 0
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            n += 1
            block = replace(block, number=n)
        out.append(block)
    return tuple(out)
