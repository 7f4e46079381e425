"""PDFium's smallest calls, made often, with plain addresses in place of typed pointers.

Checking a typed pointer, and letting other threads run meanwhile, cost more than these calls themselves.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

_Address = ctypes.c_void_p


def address_of(pointer: Any) -> int:
    """The address that a typed pointer holds; 0 for none."""
    return ctypes.cast(pointer, _Address).value or 0


@cache
def loose_char_box() -> Callable[[int, int, int], int]:
    """FPDFText_GetLooseCharBox(text page, index, FS_RECTF)."""
    taken = (_Address, ctypes.c_int, _Address)
    call: Callable[[int, int, int], int] = _plain(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, *taken)
    return call


@cache
def page_object() -> Callable[[int, int], int | None]:
    """FPDFPage_GetObject(page, index)."""
    call: Callable[[int, int], int | None] = _plain(pdfium.FPDFPage_GetObject, _Address, _Address, ctypes.c_int)
    return call


@cache
def object_type() -> Callable[[int | None], int]:
    """FPDFPageObj_GetType(page object)."""
    call: Callable[[int | None], int] = _plain(pdfium.FPDFPageObj_GetType, ctypes.c_int, _Address)
    return call


@cache
def has_map_error() -> Callable[[int, int], int]:
    """FPDFText_HasUnicodeMapError(text page, index)."""
    call: Callable[[int, int], int] = _plain(
        pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int, _Address, ctypes.c_int
    )
    return call


def _plain(function: Any, returned: Any, *taken: Any) -> Any:
    return ctypes.PYFUNCTYPE(returned, *taken)(address_of(function))
