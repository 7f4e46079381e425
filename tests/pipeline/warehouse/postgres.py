"""A PostgreSQL of the test's own: a fresh cluster on loopback, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
"""Where Debian and Ubuntu put the programs of each version."""


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; None where PostgreSQL is not installed."""
    found = next((place for place in PLACES if (place / "initdb").exists()), None)
    if found:
        return found
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def running() -> Iterator[str]:
    """The address of a server that runs on loopback, with its files in a temporary folder of its own.

    PostgreSQL refuses to run as root: then it runs as the user ``postgres`` (or ``nobody``). Its folder is not one of
    pytest's, which no other user may enter.
    """
    bin_folder = programs()
    assert bin_folder is not None
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="ita-postgres-", ignore_cleanup_errors=True) as name:
        folder, as_owner = Path(name), _as_owner(Path(name))

        def run(program: str, *arguments: str) -> None:
            command = [*as_owner, str(bin_folder / program), *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

        run("initdb", "-D", f"{folder}/data", "-U", "ita", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgres://ita@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-w", "-m", "immediate", "stop")


def _as_owner(folder: Path) -> list[str]:
    """How to run a program as the user that PostgreSQL may run as, to whom the folder is given."""
    if os.getuid() != 0:
        return []
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
