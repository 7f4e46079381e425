"""PDFium's smallest calls, made often, without what ctypes does around a call.

Checking and converting declared arguments, and letting other threads run meanwhile, cost more than these calls
themselves. Nothing is declared here: pointers are given as ctypes objects (``handle``, ``byref``), numbers as int.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


class Handle(ctypes.c_void_p):
    """A pointer that PDFium hands out or takes."""


def handle(pointer: Any) -> Handle:
    """A typed pointer as plain calls take it."""
    return ctypes.cast(pointer, Handle)


def plain(function: Any, returned: Any = ctypes.c_int) -> Callable[..., Any]:
    """A function of ``pypdfium2.raw`` as a plain call. What it is given is not checked: a wrong argument is a crash."""
    call: Callable[..., Any] = ctypes.PYFUNCTYPE(returned)(handle(function).value or 0)
    return call


class Room:
    """Values that a call fills, and a reference to each: made once, for a reference costs a third of a call."""

    def __init__(self, kind: Any, count: int) -> None:
        self.values: Any = (kind * count)()
        self.references = tuple(ctypes.byref(self.values, place * ctypes.sizeof(kind)) for place in range(count))

    def clear(self) -> None:
        ctypes.memset(self.values, 0, ctypes.sizeof(self.values))
