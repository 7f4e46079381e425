"""The one exception that leaves a reader: a file that cannot be read, and why, by the issue catalogue."""

from __future__ import annotations


class UnreadableFile(Exception):
    """A file that no reader can make a Document of.

    ``code`` is one of ``schemas/issues.toml`` and ``arguments`` fill its messages. A text meant for people
    (``reason``, ``found``) says the same in Thai and in English, parted by `` / ``: both messages show it.
    ``may_retry`` is true where the same bytes may succeed later (a converter that ran out of time).
    """

    def __init__(self, code: str, *, may_retry: bool = False, **arguments: str) -> None:
        self.code = code
        self.arguments = arguments
        self.may_retry = may_retry
        evidence = ", ".join(f"{key}={value}" for key, value in arguments.items())
        super().__init__(f"{code} ({evidence})" if evidence else code)

    def __reduce__(self) -> tuple[object, ...]:
        """Lets the exception cross from a worker's process to its parent with all it carries."""
        return _restored, (self.code, self.arguments, self.may_retry)


def _restored(code: str, arguments: dict[str, str], may_retry: bool) -> UnreadableFile:
    return UnreadableFile(code, may_retry=may_retry, **arguments)


def damaged(reason: str) -> UnreadableFile:
    """A file of a known format that is broken; ``reason`` in Thai and English."""
    return UnreadableFile("E_FILE_DAMAGED", reason=reason)
