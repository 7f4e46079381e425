"""Writes ``docs/checks.md``: the audit's codes, the rules of check, confidence and status, from the code.

``python -m pipeline.audit.reference > docs/checks.md``
"""

from __future__ import annotations

from pipeline.audit import verdict
from pipeline.audit.codes import OWN_CODES
from schemas.issues import IssueKind, catalogue

HEAD = """# Checks: what every issue means, and how far a score is proven

<!-- Written by `python -m pipeline.audit.reference`; a test fails when it is out of date. -->

`ita check` audits reports, `ita explain SCORE_KEY REPORT` shows why one score is believed or not.

- **error**: a figure or name in the output is probably wrong, or contradicts a confirmed rule.
- **warning**: somebody should look.
- **info**: a note.

Rules that nobody has confirmed for a year (see `schemas/frameworks`) never give an error. A value is never
computed into `score`; what would be expected stands in `expected`.

## The arithmetic

| equation | tolerance |
| --- | --- |
| sub-indicator = mean of its items | 0.01 |
| indicator 9, 10 = mean of its sub-indicators | 0.01 |
| percent of an instrument = mean of its indicators | 0.01 |
| points of an instrument = weight x mean of its indicators / 100 | 0.01 |
| percent of an instrument = points / weight | what rounding of the points allows (0.013 to 0.022) |
| total = sum of the instruments' points | 0.02 |
| change of a year = its score - that of the year before | 0 (0.01 is noted as rounding) |
| last year of the history = total of that year | 0 |

A level that is not printed is computed from the printed one below it. Figures printed with fewer than two
decimals widen the tolerance by what rounding may hide. When equations fail, the figures that would make
**all** of them close are named (`W_SUSPECT_FIGURE`), first those where a single slip explains it: another
printed value of the same score, a look-alike or other digit, two digits swapped, a lost digit, a lost or
moved decimal point.
"""

CHECKS = (
    ("verified", "an equation confirms it and it is stated more than once", "VERIFIED_TWICE"),
    ("verified", "an equation of the framework confirms it", "VERIFIED"),
    ("consistent", "several places state it and agree; no equation tells", "CONSISTENT"),
    ("unchecked", "one place states it; nothing confirms or contradicts it", "UNCHECKED"),
    (
        "unchecked",
        "it is exactly the figure it would be if copied by mistake (the national average)",
        "DOUBTFUL",
    ),
    ("unchecked", "one of several figures of which one makes an equation fail", "ONE_OF_SUSPECTS"),
    ("unchecked", "the only figure that explains a failing equation, or an impossible one", "SUSPECT"),
    ("conflict", "places disagree; the arithmetic proves the value of the row", "CONFLICT_PROVEN"),
    ("conflict", "places disagree and nothing decides", "CONFLICT"),
)


def document() -> str:
    """The whole text of ``docs/checks.md``."""
    audit = [kind for kind in catalogue().values() if kind.code in OWN_CODES]
    codes = "The codes that the audit gives; [issue-codes.md](issue-codes.md) has those of reading as well.\n"
    return "\n".join([HEAD, *_verdicts(), *_statuses(), "## Codes\n", codes, *_table(audit), ""])


def _verdicts() -> list[str]:
    rows = [f"| `{check}` | {why} | {getattr(verdict, name)} |" for check, why, name in CHECKS]
    note = f"\nOf read pictures (OCR) everything but `verified` counts {verdict.OCR_FACTOR} times that.\n"
    return [
        "## check and confidence of a score\n",
        "| check | when | confidence |",
        "| --- | --- | --- |",
        *rows,
        note,
    ]


def _statuses() -> list[str]:
    return [
        "## Status of a report\n",
        "The first that holds:\n",
        f"1. `failed`: no fact at all, and one of {_codes(verdict.UNREADABLE)}.",
        f"2. `needs_review`: any issue of severity error, or {_codes(verdict.REVIEW)}.",
        f"3. `partial`: {_codes(verdict.INCOMPLETE)}, or nothing of what the kind of document must have.",
        "4. `ok`.\n",
    ]


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _table(kinds: list[IssueKind]) -> list[str]:
    rows = [
        f"| `{kind.code}` | {kind.severity} | {kind.message_th} | {kind.message_en} |"
        for kind in sorted(kinds, key=lambda kind: ("error warning info".index(kind.severity), kind.code))
    ]
    return ["| code | severity | ข้อความ | message |", "| --- | --- | --- | --- |", *rows]


if __name__ == "__main__":
    print(document(), end="")
