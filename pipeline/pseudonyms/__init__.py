"""A Report without names of people: each is replaced by a token that only the holder of a key can tell.

The same name has the same token in every report and run under one key (HMAC-SHA256), so people can still be
counted and followed; another key gives other tokens. Positions, units and everything else stay. What is found and
what is not: ``docs/personal-data.md``.
"""

from __future__ import annotations

from pipeline.pseudonyms.names import names_in
from pipeline.pseudonyms.tokens import file_token, is_file_token, place_token, token
from pipeline.pseudonyms.veil import Veil
from schemas.report import Report

__all__ = ["file_token", "is_file_token", "place_token", "pseudonymised", "token"]


def pseudonymised(report: Report, key: bytes) -> Report:
    """The report with tokens for names and for the file, and without titles, e-mail addresses and mobile numbers."""
    name = report.report.source_name
    veil = Veil(names_in(report), key, name)
    lists = {field: veil.value(value) for field, value in report}
    source = lists["report"].model_copy(update={"source_name": file_token(name, key)})
    return report.model_copy(update={**lists, "report": source})
