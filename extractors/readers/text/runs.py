"""Lines that may belong to one table, told by what parts their cells: tabs, pipes, wide gaps."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers.text.grids import gap_count, has_pipe, has_tab, leads_with_pipe

_MOST_LINES_OF_A_CELL = 20


def runs_of(lines: list[str]) -> Iterator[tuple[list[str], str]]:
    """Runs of lines that may be a table (``tab``, ``pipe``, ``gap``), and the other lines one by one."""
    at = 0
    while at < len(lines):
        kind = _kind(lines[at])
        end = at + 1
        if kind == "tab":
            end = _end_of_tabs(lines, at)
        elif kind == "pipe":
            end = _end_of_pipes(lines, at)
        elif kind == "gap":
            gaps = gap_count(lines[at])
            while end < len(lines) and _kind(lines[end]) == "gap" and gap_count(lines[end]) == gaps:
                end += 1
        run = lines[at:end]
        if kind == "tab":
            run = [line for line in run if line.strip()]
        yield (_joined_pipes(run) if kind == "pipe" else run), kind
        at = end


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if leads_with_pipe(line):
        return "pipe"
    if has_tab(line):
        return "tab"
    if has_pipe(line):
        return "pipe"
    return "gap" if gap_count(line) >= 2 else ""


def _end_of_tabs(lines: list[str], begin: int) -> int:
    """Where a run of lines with tabs ends. One line without, between two of one width, is a title row."""
    end = begin + 1
    while _goes_on_after_blank(lines, begin, end):
        end += 2
    if end > begin + 1:
        return end
    while end < len(lines):
        if _kind(lines[end]) == "tab":
            end += 1
        elif (
            end + 1 < len(lines)
            and lines[end].strip()
            and _kind(lines[end + 1]) == "tab"
            and lines[end + 1].count("\t") == lines[end - 1].count("\t") > 0
        ):
            end += 2
        else:
            break
    return end


def _goes_on_after_blank(lines: list[str], begin: int, end: int) -> bool:
    """Whether the text is set with a blank line after every line, and the next row follows after one."""
    following = lines[end : end + 3]
    if len(following) < 2 or following[0].strip() or _kind(following[1]) != "tab":
        return False
    alone = len(following) < 3 or not following[2].strip()
    return alone and following[1].count("\t") == lines[begin].count("\t") >= 2


def _end_of_pipes(lines: list[str], begin: int) -> int:
    """Where a run of lines with pipes ends; a row that lacks its closing pipe goes on in the lines below."""
    end = begin + 1
    while end < len(lines):
        if _kind(lines[end]) == "pipe":
            end += 1
            continue
        if not leads_with_pipe(lines[end - 1]) or lines[end - 1].rstrip().endswith("|"):
            break
        closing = next(
            (
                at
                for at in range(end, min(end + _MOST_LINES_OF_A_CELL, len(lines)))
                if not lines[at].strip() or lines[at].rstrip().endswith("|")
            ),
            None,
        )
        if closing is None or not lines[closing].strip():
            break
        end = closing + 1
    return end


def _joined_pipes(run: list[str]) -> list[str]:
    """The rows of a run, a row that was broken inside a cell put together again."""
    if not leads_with_pipe(run[0]):
        return run
    rows: list[str] = []
    for line in run:
        if (
            rows
            and not leads_with_pipe(line)
            and not rows[-1].rstrip().endswith("|")
            and line.strip()[:1] != "+"
        ):
            rows[-1] += "\n" + line
        else:
            rows.append(line)
    return rows
